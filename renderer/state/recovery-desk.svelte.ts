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
    this.why = opened.kind === 'recovery' ? opened.recovery.why : opened.message;
    this.copies = opened.kind === 'recovery' ? opened.recovery.copies : [];
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

  /** Whether the one thing to do is to go on with what is left. */
  get emptied(): boolean {
    return this.#opened.kind === 'emptied';
  }

  /** Goes on with one copy; the others are kept aside. */
  use({ id }: StoredCopy): Promise<void> {
    const opened = this.#opened;
    if (opened.kind !== 'recovery') return Promise.resolve();
    return this.#open(id, () => opened.recovery.use(id));
  }

  /** Goes on with what a browser has left. */
  goOn(): Promise<void> {
    const opened = this.#opened;
    if (opened.kind !== 'emptied') return Promise.resolve();
    return this.#open('left', opened.goOn);
  }

  async #open(id: string, open: () => Promise<OpenedStore>): Promise<void> {
    if (this.#using !== null) return;
    this.#using = id;
    this.#problem = null;
    try {
      this.#onOpened(await open());
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
