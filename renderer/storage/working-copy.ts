import { Dexie, type Table as DexieTable } from 'dexie';
import type { Counts, Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import { tables, type Table } from '../state/store.ts';
import type { Row } from './stored-data.ts';
import { writeMarked, type Mark } from './write-marked.ts';

const chunkSize = 1000;

/**
 * The database that screens read from (Dexie over IndexedDB). It can be thrown away and built anew
 * from the safe copies; only in a browser is it the one copy there is. Every write is one strict
 * transaction together with the number of the change, so that the two cannot differ.
 */
export class WorkingCopy {
  readonly #name: string;
  readonly #db: Dexie;

  constructor(name: string) {
    this.#name = name;
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    // The version is `storedSchema`. What stands here is out there: a change is a version of its own that only adds.
    this.#db.version(1).stores({
      events: 'id',
      attempts: 'id, body.updated_at',
      drills: 'id',
      settings: 'id',
      drafts: 'id',
      marks: 'name',
    });
    // After-action reviews.
    this.#db.version(2).stores({ reviews: 'id' });
    // Stories, what was practised with them, plans of a loop; review packets.
    this.#db.version(3).stores({
      stories: 'id',
      story_versions: 'id',
      practices: 'id',
      recordings: 'id',
      plans: 'id',
      packets: 'id',
    });
  }

  /** Number of the last change applied, 0 for a database without any, and when that was. */
  async readMark(): Promise<{ readonly seq: number; readonly at: string | null }> {
    const mark = await this.#marks.get('mark');
    return { seq: mark?.seq ?? 0, at: mark?.at ?? null };
  }

  /**
   * Applies changes in order, with the number of the last, all or nothing.
   *
   * @param after what the mark has to say before
   * @throws WorkingCopyLost if it says something else; as IndexedDB does if the disk is full
   */
  async apply(
    changes: readonly StoredChange[],
    { after, seq, at }: { after: number; seq: number; at: string },
  ): Promise<void> {
    const touched = new Set(
      changes.flatMap(({ puts, deletes }) => [...puts, ...deletes].map(({ table }) => table)),
    );
    const write = (transaction: IDBTransaction): void => {
      for (const { puts, deletes } of changes) {
        for (const { table, id } of deletes) transaction.objectStore(table).delete(id);
        for (const put of puts) transaction.objectStore(put.table).put(put);
      }
      transaction.objectStore('marks').put({ name: 'mark', seq, at } satisfies Mark);
    };
    if (!this.#db.isOpen()) await this.#db.open();
    try {
      await writeMarked(this.#db.backendDB(), [...touched], after, write);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      // Chromium has closed the connection; what the next one shows is checked like this one.
      this.#db.close({ disableAutoOpen: false });
      await this.#db.open();
      await writeMarked(this.#db.backendDB(), [...touched], after, write);
    }
  }

  /** Replaces everything. Until it is finished the mark says 0, so a broken-off attempt is seen. */
  async fill(
    chunks: AsyncIterable<readonly Envelope[]>,
    finish: { readonly seq: number; readonly at: string },
  ): Promise<void> {
    await this.#db.transaction('rw', [...tables, 'marks'], async () => {
      await Promise.all([...tables, 'marks'].map((table) => this.#db.table(table).clear()));
    });
    for await (const chunk of chunks) {
      await this.#db.transaction('rw', [...tables], () => this.#putAll(chunk));
    }
    await this.#marks.put({ name: 'mark', ...finish });
  }

  /** Replaces everything in one transaction, for where there is no other copy to fall back on. */
  async replace(
    records: readonly Envelope[],
    finish: { readonly seq: number; readonly at: string },
  ): Promise<void> {
    await this.#db.transaction('rw', [...tables, 'marks'], async () => {
      await Promise.all(tables.map((table) => this.#records(table).clear()));
      await this.#putAll(records);
      await this.#marks.put({ name: 'mark', ...finish });
    });
  }

  async get(table: Table, id: string): Promise<unknown> {
    return (await this.#records(table).get(id))?.body;
  }

  async list(table: Table): Promise<readonly Row[]> {
    return (await this.#records(table).toArray()).map(toRow);
  }

  async listNewest(table: 'attempts', limit: number): Promise<readonly Row[]> {
    const rows = await this.#records(table)
      .orderBy('body.updated_at')
      .reverse()
      .limit(limit)
      .toArray();
    return rows.map(toRow);
  }

  /** Rows whose id begins with `prefix`, in the order of their ids. */
  async listByPrefix(table: Table, prefix: string): Promise<readonly Row[]> {
    return (await this.#records(table).where('id').startsWith(prefix).toArray()).map(toRow);
  }

  count(table: Table): Promise<number> {
    return this.#records(table).count();
  }

  async counts(): Promise<Counts> {
    const counted = await Promise.all(
      tables.map(async (table) => [table, await this.count(table)] as const),
    );
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
  }

  /** Every record, in chunks, never all of them in memory. */
  async *readAll(): AsyncGenerator<readonly Envelope[]> {
    for (const table of tables) {
      let after = '';
      for (;;) {
        const rows = await this.#records(table).where('id').above(after).limit(chunkSize).toArray();
        if (rows.length > 0) yield rows;
        const last = rows.at(-1);
        if (!last || rows.length < chunkSize) break;
        after = last.id;
      }
    }
  }

  /** Removes the database itself, does what has to be done while none is open, and opens an empty one. */
  async removeAll(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.#db.close({ disableAutoOpen: false });
    await Dexie.delete(this.#name);
    await meanwhile();
    await this.#db.open();
  }

  /** Removes the database itself. */
  async discard(): Promise<void> {
    this.#db.close();
    await Dexie.delete(this.#name);
  }

  close(): void {
    this.#db.close();
  }

  async #putAll(records: readonly Envelope[]): Promise<void> {
    for (const table of tables) {
      const rows = records.filter((record) => record.table === table);
      if (rows.length > 0) await this.#records(table).bulkPut(rows);
    }
  }

  get #marks(): DexieTable<Mark, string> {
    return this.#db.table<Mark, string>('marks');
  }

  #records(table: string): DexieTable<Envelope, string> {
    return this.#db.table<Envelope, string>(table);
  }
}

function toRow({ id, body }: Envelope): Row {
  return { id, body };
}
