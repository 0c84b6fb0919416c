import { Dexie } from 'dexie';
import type { Counts, Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import { tables, type Table } from '../state/store.ts';
import { askForMark, readOnce } from './read-once.ts';
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
  /** The last one that was found to hold what it has to. */
  #connection: IDBDatabase | null = null;
  /** Under way. */
  #connecting: Promise<IDBDatabase> | null = null;
  /** Number of the last change that is known to be in here. */
  #seq = 0;

  constructor(name: string) {
    this.#name = name;
    this.#db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
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
    const mark = await this.#read('marks', askForMark);
    this.#seq = mark.seq;
    return mark;
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
    const tablesTouched = [...touched];
    await this.#onConnection(
      (database) => writeMarked(database, tablesTouched, after, write),
      // Nothing was begun.
      'InvalidStateError',
    );
    this.#seq = seq;
  }

  /** Replaces everything. Until it is finished the mark says 0, so a broken-off attempt is seen. */
  async fill(
    chunks: AsyncIterable<readonly Envelope[]>,
    finish: { readonly seq: number; readonly at: string },
  ): Promise<void> {
    // What it held does not count any more.
    this.#seq = 0;
    await this.#connect();
    const { fillDatabase } = await import('./fill-database.ts');
    await fillDatabase(this.#db, chunks, finish);
    this.#seq = finish.seq;
  }

  /** Replaces everything in one transaction, for where there is no other copy to fall back on. */
  async replace(
    records: readonly Envelope[],
    finish: { readonly seq: number; readonly at: string },
  ): Promise<void> {
    await this.#connect();
    const { replaceInDatabase } = await import('./fill-database.ts');
    await replaceInDatabase(this.#db, records, finish);
    this.#seq = finish.seq;
  }

  async get(table: Table, id: string): Promise<unknown> {
    return (await this.#read(table, askForAll(id)))[0]?.body;
  }

  async list(table: Table): Promise<readonly Row[]> {
    return (await this.#read(table, askForAll())).map(toRow);
  }

  listNewest(table: 'attempts', limit: number): Promise<readonly Row[]> {
    return this.#read(table, (records) => {
      const rows: Row[] = [];
      const asked = records.index('body.updated_at').openCursor(null, 'prev');
      asked.onsuccess = () => {
        const cursor = asked.result;
        if (!cursor) return;
        rows.push(toRow(cursor.value as Envelope));
        if (rows.length < limit) cursor.continue();
      };
      return () => rows;
    });
  }

  async listFrom(from: string, limit: number): Promise<readonly Row[]> {
    const ask = askForAll(IDBKeyRange.lowerBound(from), limit);
    return (await this.#read('attempts', (records) => ask(records.index('body.updated_at')))).map(
      toRow,
    );
  }

  /** Rows whose id begins with `prefix`, in the order of their ids. */
  async listByPrefix(table: Table, prefix: string): Promise<readonly Row[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await this.#read(table, askForAll(range))).map(toRow);
  }

  count(table: Table): Promise<number> {
    return this.#read(table, (records) => {
      const asked = records.count();
      return () => asked.result;
    });
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
        const range = IDBKeyRange.lowerBound(after, true);
        const rows = await this.#read(table, askForAll(range, chunkSize));
        if (rows.length > 0) yield rows;
        const last = rows.at(-1);
        if (!last || rows.length < chunkSize) break;
        after = last.id;
      }
    }
  }

  /** Removes the database itself, does what has to be done while none is open, and opens an empty one. */
  async removeAll(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { waitForDatabase } = await import('./open-anew.ts');
    this.#db.close();
    await waitForDatabase(Dexie.delete(this.#name));
    this.#seq = 0;
    await meanwhile();
    await this.#connect();
  }

  /** Removes the database itself. */
  async discard(): Promise<void> {
    this.#db.close();
    await Dexie.delete(this.#name);
  }

  close(): void {
    this.#db.close();
  }

  /** Reads once more, on another connection, where Chromium has closed the one it had. */
  #read<T>(table: string, begin: (records: IDBObjectStore) => () => T): Promise<T> {
    return this.#onConnection((database) => readOnce(database, table, begin));
  }

  /** @param name of the error after which there is nothing to lose by another try; else any of the database's */
  async #onConnection<T>(work: (database: IDBDatabase) => Promise<T>, name?: string): Promise<T> {
    const database = await this.#connect();
    try {
      return await work(database);
    } catch (error) {
      if (!(error instanceof DOMException) || (name && error.name !== name)) throw error;
      if (this.#db.backendDB() === database) this.#db.close();
      return work(await this.#connect());
    }
  }

  /** Opens the database unless it is open. */
  async #connect(): Promise<IDBDatabase> {
    if (this.#connection && this.#db.backendDB() === this.#connection) return this.#connection;
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  /** @throws WorkingCopyLost if what was open before holds less than it did; DatabaseShut if it cannot be opened */
  async #open(): Promise<IDBDatabase> {
    if (this.#connection) {
      const { openAnew } = await import('./open-anew.ts');
      await openAnew(this.#db, this.#seq);
    } else await this.#db.open();
    return (this.#connection = this.#db.backendDB());
  }
}

function askForAll(wanted?: IDBKeyRange | string, limit?: number) {
  return (records: IDBObjectStore | IDBIndex) => {
    const asked = records.getAll(wanted, limit) as IDBRequest<Envelope[]>;
    return () => asked.result;
  };
}

function toRow({ id, body }: Envelope): Row {
  return { id, body };
}
