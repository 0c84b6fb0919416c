import type { OpenedStore, StoredCopy } from '../storage/stored-data.ts';

export type NotReady = Exclude<OpenedStore, { kind: 'ready' }>;

/** What the recovery screen shows and does: copies that disagree, or why nothing can be opened. */
export class RecoveryDesk {
  readonly why: string;
  /** The one to be recommended first; none if there is nothing to choose. */
  readonly copies: readonly StoredCopy[];
  #using = $state.raw<string | null>(null);
  #problem = $state.raw<string | null>(null);
  readonly #opened: NotReady;
  readonly #onOpened: (next: OpenedStore) => void;

  constructor(opened: NotReady, onOpened: (next: OpenedStore) => void) {
    this.why = opened.kind === 'refused' ? opened.message : opened.recovery.why;
    this.copies = opened.kind === 'refused' ? [] : opened.recovery.copies;
    this.#opened = opened;
    this.#onOpened = onOpened;
  }

  /** Id of the copy that is being put in force. */
  get using(): string | null {
    return this.#using;
  }
  get problem(): string | null {
    return this.#problem;
  }

  /** Goes on with one copy; the others are kept aside. */
  async use({ id }: StoredCopy): Promise<void> {
    if (this.#opened.kind === 'refused' || this.#using !== null) return;
    this.#using = id;
    this.#problem = null;
    try {
      this.#onOpened(await this.#opened.recovery.use(id));
    } catch (error) {
      this.#problem =
        error instanceof Error && error.message !== ''
          ? error.message
          : 'This copy could not be used. All copies are unchanged. Choose another one.';
    } finally {
      this.#using = null;
    }
  }
}
