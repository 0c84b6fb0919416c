import { storedSchema } from '../../electron/storage/storage-channels.ts';

/** Dexie counts in tenths of its own versions. */
const currentVersion = storedSchema * 10;

/**
 * Opens the database. Past Dexie, which only makes and changes tables: its third of the code before the
 * first screen, and the work it does around an opening, were a twentieth of a start (2026-11-29).
 *
 * @throws as IndexedDB does; DatabaseShut where Chromium does not answer once tables have to be made
 */
export async function openDatabase(name: string): Promise<IDBDatabase> {
  const found = await openCurrent(name);
  if (found) return found;
  const { makeTables } = await import('./dexie-database.ts');
  await makeTables(name);
  const made = await openCurrent(name);
  if (made) return made;
  throw new Error('The tables of the database were not made.');
}

/** null where there is none yet, or an older version left it; nothing is made or changed then. */
function openCurrent(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    let missing = false;
    // Without a version a database that is not there would be made, and be empty.
    asked.onupgradeneeded = () => {
      missing = true;
      asked.transaction?.abort();
    };
    asked.onsuccess = () => {
      const database = asked.result;
      // A newer one has all that this version needs: versions only add.
      if (database.version >= currentVersion) {
        resolve(database);
        return;
      }
      database.close();
      resolve(null);
    };
    asked.onerror = () => {
      if (missing) resolve(null);
      else reject(asked.error ?? new Error('The database cannot be opened.'));
    };
  });
}
