import type { Counts, Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import { tables, type Change } from '../state/store.ts';
import { freeze, LocalStore } from './local-store.ts';
import {
  ask,
  inChunks,
  readSafe,
  sendRecords,
  StorageRefused,
  type SafeChannel,
} from './safe-stream.ts';
import type { Erased } from './stored-data.ts';
import type { WorkingCopy } from './working-copy.ts';
import { WorkingCopyLost } from './write-marked.ts';

/**
 * The store in the app's own window: journal first, then the database, then acknowledged. The
 * database is a working copy; whenever it is found wanting, it is built anew from the safe copies.
 */
export class DurableStore extends LocalStore {
  readonly #safe: SafeChannel;
  /** Number of the last change in the working copy. */
  #applied: number;
  /** In the journal, not yet in the working copy. */
  #behind: { readonly seq: number; readonly change: StoredChange }[] = [];

  constructor(working: WorkingCopy, safe: SafeChannel, applied: number, now: () => Date) {
    super(working, now);
    this.#safe = safe;
    this.#applied = applied;
  }

  /** @throws with what to tell the person; what was acknowledged before is safe */
  commit(change: Change): Promise<void> {
    const frozen = freeze(change);
    return this.inOrder(async () => {
      const { seq } = await ask(this.#safe.append({ change: frozen.text }));
      this.#behind.push({ seq, change: frozen.change });
      await this.#catchUp();
    });
  }

  async refuseNew(): Promise<string | null> {
    const room = await this.#safe.checkRoom();
    return room.kind === 'refused' ? room.message : null;
  }

  replaceAll(records: readonly Envelope[]): Promise<void> {
    return this.inOrder(async () => {
      await ask(this.#safe.checkRoom());
      await ask(this.#safe.snapshot({ reason: 'before' }));
      await ask(this.#safe.replaceBegin({ reason: 'replaced', above: this.#applied }));
      const sent = await sendRecords(this.#safe, inChunks(records));
      await ask(this.#safe.replaceEnd({ records: sent }));
      await this.#rebuild();
    });
  }

  async canUndoReplace(): Promise<boolean> {
    return (await this.#findReplaced()) !== null;
  }

  undoReplace(): Promise<void> {
    return this.inOrder(async () => {
      const copy = await this.#findReplaced();
      if (copy === null)
        throw new Error('There is no import to undo any more. Nothing was changed.');
      await ask(this.#safe.snapshot({ reason: 'before' }));
      await ask(this.#safe.restore({ copy, above: this.#applied }));
      await this.#rebuild();
    });
  }

  eraseAll(): Promise<Erased> {
    return this.inOrder(async () => {
      let erased: Erased = { left: [], writable: true };
      try {
        // Closed first, so that Chromium can remove the files themselves.
        await this.working.removeAll(async () => {
          erased = await ask(this.#safe.erase());
          this.#applied = 0;
          this.#behind = [];
        });
      } catch (error) {
        // The database is gone already; the safe copies still hold all that was in it.
        if (error instanceof StorageRefused) await this.#rebuild();
        throw error;
      }
      return erased;
    });
  }

  snapshot(): Promise<void> {
    return this.inOrder(async () => {
      await ask(this.#safe.snapshot({ reason: 'use' }));
    });
  }

  audit(): Promise<string | null> {
    return this.inOrder(async () => {
      const audited = await this.#safe.audit();
      if (audited.kind === 'refused' && audited.code === 'damaged') return this.#renewSafe();
      const { seq, counts, fault } = await ask(Promise.resolve(audited));
      if (counts && seq === this.#applied && !sameCounts(counts, await this.working.counts())) {
        await ask(this.#safe.keepAside());
        await this.#rebuild();
        return (await import('./describe-rebuild.ts')).workingCopyRestored;
      }
      return fault;
    });
  }

  /** What Chromium has emptied is built anew before anything is read of it. */
  protected override async read<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WorkingCopyLost)) throw error;
      // Whoever else came upon it may have built it anew.
      await this.inOrder(() => this.working.readMark().catch(() => this.#rebuild()));
      return work();
    }
  }

  /** No safe copy is whole any more; the working copy is, and so becomes the one that counts. */
  async #renewSafe(): Promise<string> {
    await this.#catchUp();
    if ((await this.working.readMark()).seq !== this.#applied) throw new WorkingCopyLost();
    await ask(this.#safe.replaceBegin({ reason: 'restored', above: this.#applied }));
    const records = await sendRecords(this.#safe, this.working.readAll());
    const { seq } = await ask(this.#safe.replaceEnd({ records }));
    await this.working.apply([], { after: this.#applied, seq, at: this.now().toISOString() });
    this.#applied = seq;
    return (await import('./describe-rebuild.ts')).safeCopiesRenewed;
  }

  /** Builds the working copy anew from the safe copies. */
  async #rebuild(): Promise<void> {
    this.#applied = await rebuild(this.working, this.#safe, this.now);
    this.#behind = [];
  }

  async #catchUp(): Promise<void> {
    const last = this.#behind.at(-1);
    if (!last) return;
    try {
      await this.working.apply(
        this.#behind.map(({ change }) => change),
        { after: this.#applied, seq: last.seq, at: this.now().toISOString() },
      );
      this.#applied = last.seq;
      this.#behind = [];
    } catch (error) {
      // Chromium can empty a database when the disk is full: never write on as if it were whole.
      if (error instanceof WorkingCopyLost) await this.#rebuild();
      else throw (await import('./open-anew.ts')).explainUnwritten(error);
    }
  }

  /** The snapshot from right before the last import, if that is what was done last to everything. */
  async #findReplaced(): Promise<string | null> {
    const snapshots = await ask(this.#safe.snapshots());
    const done = snapshots.find(({ reason }) => reason === 'replaced' || reason === 'restored');
    if (done?.reason !== 'replaced') return null;
    return snapshots.find(({ seq }) => seq === done.seq - 1)?.id ?? null;
  }
}

/**
 * Fills the working copy from the safe copies.
 *
 * @returns the number of the last change it then holds
 * @throws StorageRefused if no safe copy is whole
 */
export async function rebuild(
  working: WorkingCopy,
  safe: SafeChannel,
  now: () => Date,
): Promise<number> {
  const { seq } = await ask(safe.readBegin({ copy: 'safe' }));
  await working.fill(readSafe(safe), { seq, at: now().toISOString() });
  return seq;
}

export function sameCounts(one: Counts, other: Counts): boolean {
  return tables.every((table) => (one[table] ?? 0) === (other[table] ?? 0));
}
