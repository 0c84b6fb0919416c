import type { Mark } from './write-marked.ts';

/**
 * One transaction that only reads. It goes past Dexie, which opens a closed database by itself and waits
 * for it: Chromium may never answer that (2026-11-28).
 *
 * @param names of the tables
 * @param begin makes the requests; what it returns is asked for the result once all are answered
 * @throws as IndexedDB does, also where Chromium closes the connection meanwhile
 */
export function readOnce<T>(
  database: IDBDatabase,
  names: readonly string[],
  begin: (transaction: IDBTransaction) => () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names);
    const take = begin(transaction);
    transaction.oncomplete = () => {
      resolve(take());
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('', 'AbortError'));
    };
  });
}

/** The number of the last change that the database holds, 0 for one without any, and when that was. */
export function askForMark(transaction: IDBTransaction) {
  const asked = transaction.objectStore('marks').get('mark') as IDBRequest<Mark | undefined>;
  return () => ({ seq: asked.result?.seq ?? 0, at: asked.result?.at ?? null });
}
