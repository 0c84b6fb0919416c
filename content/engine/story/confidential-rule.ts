/** Which rule found something that should not be told outside. */
export const confidentialRules = [
  'own-list',
  'key',
  'account',
  'address',
  'host',
  'person',
  'company',
  'project',
  'name',
  'figure',
] as const;
export type ConfidentialRule = (typeof confidentialRules)[number];

/** What each rule looks for, in words for a screen. */
export const confidentialRuleWords: Readonly<Record<ConfidentialRule, string>> = {
  'own-list': 'words of your own list',
  key: 'keys, tokens and passwords',
  account: 'numbers and ids of accounts, resources and tickets',
  address: 'IP, mail, web and street addresses, telephone numbers',
  host: 'names of hosts and shares',
  person: 'names of people',
  company: 'names of customers and employers',
  project: 'code names',
  name: 'other names',
  figure: 'figures that may be unreleased',
};
