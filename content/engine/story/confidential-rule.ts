/** Which rule found something that should not be told outside. */
export type ConfidentialRule =
  /** Words of the person's own list. */
  | 'own-list'
  /** Keys, tokens and passwords. */
  | 'key'
  /** Numbers and ids of accounts, resources and tickets. */
  | 'account'
  /** IP, mail, web and street addresses, telephone numbers. */
  | 'address'
  /** Hosts and shares. */
  | 'host'
  | 'person'
  /** Customers, employers and other companies. */
  | 'company'
  /** Code names. */
  | 'project'
  /** A name of which nothing says what it names. */
  | 'name'
  /** Figures that may be unreleased, or that the ledger holds back. */
  | 'figure';
