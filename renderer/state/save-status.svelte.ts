import { untrack } from 'svelte';
import type { Change, Store } from './store.ts';

type Writer = () => void | Promise<void>;

/**
 * Sends changes to storage one after another and knows what the status bar says: a change counts
 * as saved only when storage has acknowledged it. What could not be saved is kept and tried again.
 */
export class SaveStatus {
  #pending = $state(0);
  #savedAt = $state.raw<Date | null>(null);
  #problem = $state.raw<string | null>(null);
  #last: Promise<void> = Promise.resolve();
  #draining = 0;
  readonly #unsaved: Change[] = [];
  #writers: readonly Writer[] = [];
  readonly #store: Pick<Store, 'commit'>;
  readonly #now: () => Date;

  constructor(store: Pick<Store, 'commit'>, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  get savedAt(): Date | null {
    return this.#savedAt;
  }
  get saving(): boolean {
    return this.#pending > 0;
  }
  /** What happened, what is safe, what to do; null while all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Saves a change after all earlier ones. Resolves to whether it is safe now. */
  save(change: Change): Promise<boolean> {
    this.#unsaved.push(change);
    this.#pending += 1;
    return this.#drainNext().finally(() => {
      this.#pending -= 1;
    });
  }

  /** Tries again what could not be saved. */
  retry(): Promise<boolean> {
    return this.#drainNext();
  }

  /**
   * Adds somebody who may hold what is written but not yet saved: called by `settle`, so that it
   * saves that too; what takes a while, such as the end of a recording, is waited for. Until the
   * returned function is called.
   */
  addWriter(flush: Writer): () => void {
    this.#writers = [...this.#writers, flush];
    return () => {
      this.#writers = this.#writers.filter((one) => one !== flush);
    };
  }

  /** Waits until nothing is on its way. Resolves to whether everything is safe. */
  async settle(): Promise<boolean> {
    const flushed = await Promise.allSettled(this.#writers.map(async (flush) => flush()));
    await this.#finish();
    return this.#unsaved.length === 0 && flushed.every(({ status }) => status === 'fulfilled');
  }

  /**
   * Waits for what was handed over already. Resolves to whether all of it that is `owner`, or lies
   * under it, is safe: what is read of it from storage is then what was written.
   */
  async waitFor(owner: string): Promise<boolean> {
    await this.#finish();
    return !this.#unsaved.some(({ puts = [], deletes = [] }) =>
      [...puts, ...deletes].some(({ id }) => id === owner || id.startsWith(`${owner}/`)),
    );
  }

  /** What could not be saved is tried once more: there may be room by now. */
  async #finish(): Promise<void> {
    while (this.#draining > 0) await this.#last;
    if (this.#unsaved.length > 0) await this.retry();
  }

  /** Where nothing is under way a change leaves before this returns: it travels while the screen is drawn. */
  #drainNext(): Promise<boolean> {
    const done =
      this.#draining === 0 ? untrack(() => this.#drain()) : this.#last.then(() => this.#drain());
    this.#draining += 1;
    this.#last = done.then(() => {
      this.#draining -= 1;
    });
    return done;
  }

  async #drain(): Promise<boolean> {
    while (this.#unsaved.length > 0) {
      const [change] = this.#unsaved;
      if (!change) break;
      try {
        await this.#store.commit(change);
      } catch (error) {
        this.#problem =
          error instanceof Error && error.message !== ''
            ? error.message
            : 'The last step could not be saved. Everything before it is safe. Free some space, then choose "Try again".';
        return false;
      }
      this.#unsaved.shift();
      this.#savedAt = this.#now();
      this.#problem = null;
    }
    return true;
  }
}
