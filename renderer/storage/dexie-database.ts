import { Dexie } from 'dexie';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import { tables } from '../state/store.ts';
import { waitForDatabase } from './wait-for-database.ts';
import type { Mark } from './write-marked.ts';

/** What Dexie does: tables, and all records at once. It is loaded when one of them has to be done. */

type Finish = Pick<Mark, 'seq' | 'at'>;

/**
 * Makes the tables of a database, or those that an older version has not.
 *
 * @throws DatabaseShut
 */
export function makeTables(name: string): Promise<void> {
  return withDexie(name, () => Promise.resolve());
}

/** Replaces everything, in chunks. Until it is finished the mark says 0, so a broken-off attempt is seen. */
export function fillDatabase(
  name: string,
  chunks: AsyncIterable<readonly Envelope[]>,
  finish: Finish,
): Promise<void> {
  return withDexie(name, async (db) => {
    await db.transaction('rw', [...tables, 'marks'], async () => {
      await Promise.all([...tables, 'marks'].map((table) => db.table(table).clear()));
    });
    for await (const chunk of chunks) {
      await db.transaction('rw', [...tables], () => putAll(db, chunk));
    }
    await db.table<Mark>('marks').put({ name: 'mark', ...finish });
  });
}

/** Replaces everything in one transaction. */
export function replaceInDatabase(
  name: string,
  records: readonly Envelope[],
  finish: Finish,
): Promise<void> {
  return withDexie(name, async (db) => {
    await db.transaction('rw', [...tables, 'marks'], async () => {
      await Promise.all(tables.map((table) => db.table(table).clear()));
      await putAll(db, records);
      await db.table<Mark>('marks').put({ name: 'mark', ...finish });
    });
  });
}

/**
 * Removes a database that nothing of this page holds open.
 *
 * @throws DatabaseShut
 */
export function removeDatabase(name: string): Promise<void> {
  return waitForDatabase(Dexie.delete(name));
}

async function withDexie(name: string, work: (db: Dexie) => Promise<void>): Promise<void> {
  const db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
  // The version is `storedSchema`. What stands here is out there: a change is a version of its own that only adds.
  db.version(1).stores({
    events: 'id',
    attempts: 'id, body.updated_at',
    drills: 'id',
    settings: 'id',
    drafts: 'id',
    marks: 'name',
  });
  // After-action reviews.
  db.version(2).stores({ reviews: 'id' });
  // Stories, what was practised with them, plans of a loop; review packets.
  db.version(3).stores({
    stories: 'id',
    story_versions: 'id',
    practices: 'id',
    recordings: 'id',
    plans: 'id',
    packets: 'id',
  });
  await waitForDatabase(db.open());
  try {
    await work(db);
  } finally {
    db.close();
  }
}

async function putAll(db: Dexie, records: readonly Envelope[]): Promise<void> {
  for (const table of tables) {
    const rows = records.filter((record) => record.table === table);
    if (rows.length > 0) await db.table<Envelope>(table).bulkPut(rows);
  }
}
