import { openDatabase } from './open-database.ts';
import { askForMark, readOnce } from './read-once.ts';
import { waitForDatabase } from './wait-for-database.ts';
import { WorkingCopyLost } from './write-marked.ts';

/**
 * Opens a database that Chromium has closed.
 *
 * @param seq number of the last change that it held
 * @throws WorkingCopyLost if it holds less now: it is closed again then; DatabaseShut
 */
export async function openAnew(name: string, seq: number): Promise<IDBDatabase> {
  const database = await waitForDatabase(openDatabase(name));
  const mark = await readOnce(database, ['marks'], askForMark);
  if (mark.seq >= seq) return database;
  database.close();
  throw new WorkingCopyLost();
}

/** What to tell the person of a change that is in the journal and not in the database. */
export function explainUnwritten(cause: unknown): Error {
  return new Error(
    'The last step is in the journal, but the database could not be written. Everything is safe, on this screen and in the journal. Free some space, then choose “Try again”; if that does not help, close Drillbook and start it again.',
    { cause },
  );
}
