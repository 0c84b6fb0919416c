import type { Envelope } from '../../electron/storage/storage-channels.ts';
import type { Change } from '../state/store.ts';
import { freeze, LocalStore } from './local-store.ts';
import { WorkingCopy } from './working-copy.ts';
import type { Erased } from './stored-data.ts';

const nameBefore = 'drillbook-before-import';

/** The store of the browser mode: the database is the one copy there is, besides exports. */
export class BrowserStore extends LocalStore {
  commit(change: Change): Promise<void> {
    const { change: frozen } = freeze(change);
    return this.inOrder(async () => {
      const { seq } = await this.working.readMark();
      try {
        await this.working.apply([frozen], { after: seq, ...this.#next(seq) });
      } catch (error) {
        throw new Error(
          'The browser could not save the last step. Everything before it is safe. Free some space, then choose “Try again”.',
          { cause: error },
        );
      }
    });
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
        await before.discard();
      }),
    );
  }

  eraseAll(): Promise<Erased> {
    return this.inOrder(async () => {
      await new WorkingCopy(nameBefore).discard();
      await this.working.removeAll();
      return { left: [], writable: true };
    });
  }

  snapshot(): Promise<void> {
    return Promise.resolve();
  }

  audit(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async #withBefore<T>(work: (before: WorkingCopy) => Promise<T>): Promise<T> {
    const before = new WorkingCopy(nameBefore);
    try {
      return await work(before);
    } finally {
      before.close();
    }
  }

  #next(seq: number): { readonly seq: number; readonly at: string } {
    return { seq: seq + 1, at: this.now().toISOString() };
  }
}
