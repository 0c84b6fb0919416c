import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedSchema, type Envelope } from '../../electron/storage/storage-channels.ts';
import { tables } from '../state/store.ts';
import { readExport } from './export-file.ts';
import { openStore } from './open-store.ts';
import type { StoredData } from './stored-data.ts';
import { ASafeChannel } from './testing/a-safe-channel.ts';
import { useDatabases } from './testing/use-databases.ts';
import { WorkingCopy } from './working-copy.ts';
import type { Mark } from './write-marked.ts';

/**
 * What earlier versions of the app left behind, written by their own code: for each stored schema below
 * the current one a folder with the safe copies (a snapshot, and a journal that is ahead of it), the
 * database and an export, all of the same records. Before `storedSchema` is raised, the app as it is then
 * writes such a folder for the schema that it leaves.
 */
const folder = join(import.meta.dirname, 'testing', 'released');

/** Tables of the database and their keys, as Dexie takes them: the key itself, then each index; null removes one. */
type TableKeys = Readonly<Record<string, string | null>>;

/** What each version added. Never edited but by a new version at its end. */
const releasedTables = JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')) as Readonly<
  Record<string, TableKeys>
>;

/** All tables as a version leaves them. */
function tablesAt(version: number, released = releasedTables): TableKeys {
  const upTo = Object.entries(released).filter(([one]) => Number(one) <= version);
  return Object.fromEntries(upTo.flatMap(([, added]) => Object.entries(added)));
}

/**
 * What an older app, or rows that are there, could not live with: a table or an index that goes, or
 * another key. Empty where every version only adds.
 */
function findLosses(released: Readonly<Record<string, TableKeys>>): readonly string[] {
  const losses: string[] = [];
  for (const [version, added] of Object.entries(released)) {
    const before = tablesAt(Number(version) - 1, released);
    for (const [table, keys] of Object.entries(added)) {
      const [key, ...indexes] = (before[table] ?? keys ?? '').split(', ');
      const [newKey, ...newIndexes] = (keys ?? '').split(', ');
      if (newKey !== key || !indexes.every((index) => newIndexes.includes(index))) {
        losses.push(`${table} in version ${version}`);
      }
    }
  }
  return losses;
}

/** A database as IndexedDB knows it. */
interface StoredDatabase {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly key: string;
        readonly indexes: readonly string[];
        readonly rows: readonly (Envelope | Mark)[];
      }
    >
  >;
}

interface ReleasedSchema {
  readonly schema: number;
  readonly database: StoredDatabase;
  readonly exported: Uint8Array<ArrayBuffer>;
  /** Every record, in the order of tables and ids. */
  readonly records: readonly Envelope[];
}

/** @throws as reading a file does, where the folder of a schema is missing */
function readReleased(schema: number): ReleasedSchema {
  const own = join(folder, `schema-${schema}`);
  const database = JSON.parse(readFileSync(join(own, 'database.json'), 'utf8')) as StoredDatabase;
  const rows = Object.values(database.stores).flatMap((store) => store.rows);
  return {
    schema,
    database,
    exported: new Uint8Array(readFileSync(join(own, 'export.json'))),
    records: sortRecords(rows.filter((row): row is Envelope => 'table' in row)),
  };
}

function sortRecords(records: readonly Envelope[]): readonly Envelope[] {
  const key = ({ table, id }: Envelope) => `${table}/${id}`;
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Makes the database as the older app left it. */
async function putDatabase(name: string, { version, stores }: StoredDatabase) {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [table, { key, indexes, rows }] of Object.entries(stores)) {
      const store = request.result.createObjectStore(table, { keyPath: key });
      for (const index of indexes) store.createIndex(index, index);
      for (const row of rows) store.put(row);
    }
  };
  (await settled(request)).close();
}

/** Version and tables of a database, with their keys as in `releasedTables`. */
async function describeDatabase(
  name: string,
): Promise<{ readonly version: number; readonly tables: TableKeys }> {
  const database = await settled(indexedDB.open(name));
  const names = [...database.objectStoreNames];
  const tables = names.map((table) => {
    const store = database.transaction(table).objectStore(table);
    return [table, [store.keyPath, ...store.indexNames].join(', ')] as const;
  });
  database.close();
  return { version: database.version, tables: Object.fromEntries(tables) };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database cannot be opened.'));
  });
}

const now = () => new Date('2026-11-28T10:00:00Z');
const before = Array.from({ length: storedSchema - 1 }, (_, index) => index + 1);

beforeEach(() => {
  useDatabases(new IDBFactory());
  vi.stubGlobal('navigator', {
    storage: { persist: () => Promise.resolve(true) },
    locks: {
      request: (_name: string, _options: unknown, use: (lock: object) => unknown) => {
        use({});
        return Promise.resolve();
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** In the window, beside safe copies that hold the same records. */
async function openWindow({ records, database }: ReleasedSchema) {
  const safe = new ASafeChannel();
  const [mark] = database.stores['marks']?.rows ?? [];
  safe.seq = (mark as Mark).seq;
  safe.records = new Map(records.map((record) => [`${record.table}/${record.id}`, record]));
  const opened = await openStore({ bridge: { storage: safe.channel }, now });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  return opened;
}

async function openBrowser(): Promise<StoredData> {
  const opened = await openStore({ bridge: { storage: null }, now });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  return opened.store;
}

async function readRecords(store: StoredData): Promise<readonly Envelope[]> {
  const found: Envelope[] = [];
  for await (const chunk of store.readAll()) found.push(...chunk);
  return sortRecords(found);
}

/** A table that only the current schema has takes a record. */
async function expectCurrent(store: StoredData): Promise<void> {
  expect(await describeDatabase('drillbook')).toEqual(current);
  await store.commit({ puts: [{ table: 'packets', id: 'new', body: 1 }] });
  expect(await store.get('packets', 'new')).toBe(1);
}

/** Dexie counts in tenths. */
const current = { version: storedSchema * 10, tables: tablesAt(storedSchema) };

describe('The tables of the database', () => {
  it('are those of tables.json, at the version that is written into every file', async () => {
    const made = new WorkingCopy('drillbook');
    await made.readMark();
    made.close();
    expect(Object.keys(releasedTables).at(-1)).toBe(String(storedSchema));
    expect(await describeDatabase('drillbook')).toEqual(current);
    expect(Object.keys(current.tables).sort()).toEqual([...tables, 'marks'].sort());
  });

  it('only become more from version to version', () => {
    expect(findLosses(releasedTables)).toEqual([]);
    const first = { a: 'id, body.x', b: 'id' };
    expect(findLosses({ 1: first, 2: { c: 'id', a: 'id, body.x, body.y' } })).toEqual([]);
    expect(findLosses({ 1: first, 2: { b: null } })).toEqual(['b in version 2']);
    expect(findLosses({ 1: first, 2: { b: 'name' } })).toEqual(['b in version 2']);
    expect(findLosses({ 1: first, 2: {}, 3: { a: 'id' } })).toEqual(['a in version 3']);
  });
});

describe.each(before)('What schema %i left', (schema) => {
  const released = readReleased(schema);

  it('has the tables that were released then', async () => {
    await putDatabase('drillbook', released.database);
    expect(await describeDatabase('drillbook')).toEqual({
      version: schema * 10,
      tables: tablesAt(schema),
    });
    const filled = new Set(released.records.map(({ table }) => table));
    expect([...filled, 'marks'].sort()).toEqual(Object.keys(tablesAt(schema)).sort());
  });

  it('opens in the window, with every row', async () => {
    await putDatabase('drillbook', released.database);
    const { store, notices } = await openWindow(released);
    expect(notices).toEqual([]);
    expect(await readRecords(store)).toEqual(released.records);
    await expectCurrent(store);
  });

  it('opens in a browser, where the database is all there is, with every row', async () => {
    await putDatabase('drillbook', released.database);
    const store = await openBrowser();
    expect(await readRecords(store)).toEqual(released.records);
    await expectCurrent(store);
  });

  it('is imported from its export, with every row', async () => {
    const read = await readExport(released.exported, 'export.json');
    if (read.kind !== 'read') throw new Error(read.message);
    const store = await openBrowser();
    await store.replaceAll(read.preview.records);
    expect(await readRecords(store)).toEqual(released.records);
    await expectCurrent(store);
  });
});

it('Every released schema is tried', () => {
  const rows = before.map((schema) => readReleased(schema).records.length);
  expect(Math.min(...rows)).toBeGreaterThan(20);
  console.log(
    `figure: schemas, ${before.length} of ${before.length} older ones become schema ${storedSchema}, ${rows.join(' and ')} rows equal`,
  );
});
