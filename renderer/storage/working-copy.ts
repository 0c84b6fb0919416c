import type { Counts, Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import { newestAtFirst, tables, type Table } from '../state/store.ts';
import { openDatabase } from './open-database.ts';
import { askForMark, readOnce } from './read-once.ts';
import type { Row, StoredAtFirst } from './stored-data.ts';
import { writeMarked, type Mark } from './write-marked.ts';

const chunkSize = 1000;

/** Tables that can be counted at once. Events are many: the audit counts them later. */
export const smallTables = ['attempts', 'drills', 'settings'] as const;

/** What has to be known before the first screen. */
export interface FirstRecords extends StoredAtFirst {
  /** As `readMark` says it. */
  readonly mark: { readonly seq: number; readonly at: string | null };
  /** Of the small tables. */
  readonly counts: Counts;
}

/**
 * The database that screens read from (IndexedDB; Dexie makes its tables). It can be thrown away and built
 * anew from the safe copies; only in a browser is it the one copy there is. Every write is one strict
 * transaction together with the number of the change, so that the two cannot differ.
 */
export class WorkingCopy {
  readonly #name: string;
  #connection: IDBDatabase | null = null;
  /** Under way. */
  #connecting: Promise<IDBDatabase> | null = null;
  /** It was open before: what is opened from now on has to hold as much. */
  #known = false;
  /** Number of the last change that is known to be in here. */
  #seq = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Number of the last change applied, 0 for a database without any, and when that was. */
  async readMark(): Promise<{ readonly seq: number; readonly at: string | null }> {
    const mark = await this.#readTables(['marks'], askForMark);
    this.#seq = mark.seq;
    return mark;
  }

  /** What has to be known before the first screen, in one transaction. */
  async readFirst(): Promise<FirstRecords> {
    const first = await this.#readTables(['marks', ...smallTables], (transaction) => {
      const mark = askForMark(transaction);
      const counted = smallTables.map((table) => {
        const asked = transaction.objectStore(table).count();
        return () => [table, asked.result] as const;
      });
      const settings = askForAll('settings')(transaction.objectStore('settings'));
      const attempts = askForNewest(transaction.objectStore('attempts'));
      return () => ({
        mark: mark(),
        counts: Object.fromEntries(counted.map((take) => take())),
        settings: settings()[0]?.body,
        attempts: attempts(),
      });
    });
    this.#seq = first.mark.seq;
    return first;
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
    const { fillDatabase } = await import('./dexie-database.ts');
    await fillDatabase(this.#name, chunks, finish);
    this.#seq = finish.seq;
  }

  /** Replaces everything in one transaction, for where there is no other copy to fall back on. */
  async replace(
    records: readonly Envelope[],
    finish: { readonly seq: number; readonly at: string },
  ): Promise<void> {
    await this.#connect();
    const { replaceInDatabase } = await import('./dexie-database.ts');
    await replaceInDatabase(this.#name, records, finish);
    this.#seq = finish.seq;
  }

  async get(table: Table, id: string): Promise<unknown> {
    return (await this.#read(table, askForAll(id)))[0]?.body;
  }

  async list(table: Table): Promise<readonly Row[]> {
    return (await this.#read(table, askForAll())).map(toRow);
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
    await this.discard();
    this.#seq = 0;
    await meanwhile();
    await this.#connect();
  }

  /** Removes the database itself. */
  async discard(): Promise<void> {
    this.close();
    const { removeDatabase } = await import('./dexie-database.ts');
    await removeDatabase(this.#name);
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #read<T>(table: string, begin: (records: IDBObjectStore) => () => T): Promise<T> {
    return this.#readTables([table], (transaction) => begin(transaction.objectStore(table)));
  }

  /** Reads once more, on another connection, where Chromium has closed the one it had. */
  #readTables<T>(
    names: readonly string[],
    begin: (transaction: IDBTransaction) => () => T,
  ): Promise<T> {
    return this.#onConnection((database) => readOnce(database, names, begin));
  }

  /** @param name of the error after which there is nothing to lose by another try; else any of the database's */
  async #onConnection<T>(work: (database: IDBDatabase) => Promise<T>, name?: string): Promise<T> {
    const database = await this.#connect();
    try {
      return await work(database);
    } catch (error) {
      if (!(error instanceof DOMException) || (name && error.name !== name)) throw error;
      if (this.#connection === database) this.close();
      return work(await this.#connect());
    }
  }

  /** Opens the database unless it is open. */
  async #connect(): Promise<IDBDatabase> {
    if (this.#connection) return this.#connection;
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  /** @throws WorkingCopyLost if what was open before holds less than it did; DatabaseShut if it cannot be opened */
  async #open(): Promise<IDBDatabase> {
    const database = this.#known
      ? await (await import('./open-anew.ts')).openAnew(this.#name, this.#seq)
      : await openDatabase(this.#name);
    this.#known = true;
    const letGo = (): void => {
      database.close();
      if (this.#connection === database) this.#connection = null;
    };
    // Chromium closes it when it cannot write; and who wants to change or remove it must not wait for this page.
    database.onclose = letGo;
    database.onversionchange = letGo;
    return (this.#connection = database);
  }
}

function askForAll(wanted?: IDBKeyRange | string, limit?: number) {
  return (records: IDBObjectStore | IDBIndex) => {
    const asked = records.getAll(wanted, limit) as IDBRequest<Envelope[]>;
    return () => asked.result;
  };
}

/** At most `newestAtFirst`. */
function askForNewest(attempts: IDBObjectStore) {
  const rows: Row[] = [];
  const asked = attempts.index('body.updated_at').openCursor(null, 'prev');
  asked.onsuccess = () => {
    const cursor = asked.result;
    if (!cursor) return;
    rows.push(toRow(cursor.value as Envelope));
    if (rows.length < newestAtFirst) cursor.continue();
  };
  return () => rows;
}

function toRow({ id, body }: Envelope): Row {
  return { id, body };
}
