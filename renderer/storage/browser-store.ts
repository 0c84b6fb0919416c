import type { Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import type { Change } from '../state/store.ts';
import { freeze, LocalStore } from './local-store.ts';
import { forgetSign, readSign, writeSign } from './store-sign.ts';
import { WorkingCopy } from './working-copy.ts';
import type { Erased } from './stored-data.ts';
import { WorkingCopyLost } from './write-marked.ts';

const nameBefore = 'drillbook-before-import';

/** The store of the browser mode: the database is the one copy there is, besides exports. */
export class BrowserStore extends LocalStore {
  /** Attempts by id that the count in the sign has in it for certain. */
  readonly #counted = new Set<string>();
  #attempts: number | null = null;

  commit(change: Change): Promise<void> {
    const { change: frozen } = freeze(change);
    return this.inOrder(async () => {
      const { seq } = await this.read(() => this.working.readMark());
      try {
        await this.working.apply([frozen], { after: seq, ...this.#next(seq) });
      } catch (error) {
        if (error instanceof WorkingCopyLost) throw explainLost(error);
        throw new Error(
          'The browser could not save the last step. Everything before it is safe. Free some space, then choose “Try again”.',
          { cause: error },
        );
      }
      await this.#signChange(frozen);
    });
  }

  /** Leaves a sign outside the database of what it holds, if it holds anything. */
  async sign(): Promise<void> {
    const [{ seq }, attempts] = await Promise.all([
      this.working.readMark(),
      this.working.count('attempts'),
    ]);
    this.#attempts = attempts;
    if (seq > 0) this.#write(seq, attempts);
  }

  /** A browser says only roughly how much it would store, so nothing is refused by that. */
  refuseNew(): Promise<string | null> {
    return Promise.resolve(null);
  }

  replaceAll(records: readonly Envelope[]): Promise<void> {
    return this.inOrder(async () => {
      const { seq } = await this.working.readMark();
      const before = new WorkingCopy(nameBefore);
      await before.fill(this.working.readAll(), this.#next(seq));
      before.close();
      await this.working.replace(records, this.#next(seq));
      await this.sign();
    });
  }

  canUndoReplace(): Promise<boolean> {
    return this.#withBefore(async (before) => (await before.readMark()).seq > 0);
  }

  undoReplace(): Promise<void> {
    return this.inOrder(() =>
      this.#withBefore(async (before) => {
        const { seq } = await this.working.readMark();
        const records: Envelope[] = [];
        for await (const chunk of before.readAll()) records.push(...chunk);
        await this.working.replace(records, this.#next(seq));
        await this.sign();
        await before.discard();
      }),
    );
  }

  eraseAll(): Promise<Erased> {
    return this.inOrder(async () => {
      await new WorkingCopy(nameBefore).discard();
      await this.working.removeAll();
      // After it: where that failed, the sign goes on saying what there is.
      forgetSign();
      this.#counted.clear();
      this.#attempts = 0;
      return { left: [], writable: true };
    });
  }

  snapshot(): Promise<void> {
    return Promise.resolve();
  }

  audit(): Promise<string | null> {
    return Promise.resolve(null);
  }

  protected override async read<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof WorkingCopyLost ? explainLost(error) : error;
    }
  }

  async #withBefore<T>(work: (before: WorkingCopy) => Promise<T>): Promise<T> {
    const before = new WorkingCopy(nameBefore);
    try {
      return await work(before);
    } finally {
      before.close();
    }
  }

  /** Attempts are counted only where their number can have changed: each step of one writes its summary. */
  async #signChange({ puts, deletes }: StoredChange): Promise<void> {
    const { seq } = await this.working.readMark();
    const written = puts.filter(({ table }) => table === 'attempts').map(({ id }) => id);
    const removed = deletes.filter(({ table }) => table === 'attempts').map(({ id }) => id);
    for (const id of removed) this.#counted.delete(id);
    const known = this.#attempts !== null && removed.length === 0;
    if (!known || written.some((id) => !this.#counted.has(id))) {
      this.#attempts = await this.working.count('attempts');
    }
    for (const id of written) this.#counted.add(id);
    this.#write(seq, this.#attempts ?? 0);
  }

  #write(seq: number, attempts: number): void {
    writeSign({ seq, attempts, since: readSign()?.since ?? this.now().toISOString() });
  }

  #next(seq: number): { readonly seq: number; readonly at: string } {
    return { seq: seq + 1, at: this.now().toISOString() };
  }
}

function explainLost(cause: unknown): Error {
  return new Error(
    'The browser has emptied its store, as happens when the disk is full. Nothing was written since. Load this page anew: it says what is left, and how to go on.',
    { cause },
  );
}
