import type { Dexie } from 'dexie';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import { tables } from '../state/store.ts';
import type { Mark } from './write-marked.ts';

type Finish = Pick<Mark, 'seq' | 'at'>;

/** Replaces everything, in chunks. Until it is finished the mark says 0, so a broken-off attempt is seen. */
export async function fillDatabase(
  db: Dexie,
  chunks: AsyncIterable<readonly Envelope[]>,
  finish: Finish,
): Promise<void> {
  await db.transaction('rw', [...tables, 'marks'], async () => {
    await Promise.all([...tables, 'marks'].map((table) => db.table(table).clear()));
  });
  for await (const chunk of chunks) {
    await db.transaction('rw', [...tables], () => putAll(db, chunk));
  }
  await db.table<Mark>('marks').put({ name: 'mark', ...finish });
}

/** Replaces everything in one transaction. */
export async function replaceInDatabase(
  db: Dexie,
  records: readonly Envelope[],
  finish: Finish,
): Promise<void> {
  await db.transaction('rw', [...tables, 'marks'], async () => {
    await Promise.all(tables.map((table) => db.table(table).clear()));
    await putAll(db, records);
    await db.table<Mark>('marks').put({ name: 'mark', ...finish });
  });
}

async function putAll(db: Dexie, records: readonly Envelope[]): Promise<void> {
  for (const table of tables) {
    const rows = records.filter((record) => record.table === table);
    if (rows.length > 0) await db.table<Envelope>(table).bulkPut(rows);
  }
}
