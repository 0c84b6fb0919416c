/** How far the working copy has come. */
export interface Mark {
  readonly name: 'mark';
  /** Number of the last change applied. */
  readonly seq: number;
  /** When it was applied, ISO 8601, UTC. */
  readonly at: string;
}

/** The database is not the one that the last change was written to: Chromium has emptied it. */
export class WorkingCopyLost extends Error {
  override readonly name = 'WorkingCopyLost';
}

/**
 * One strict transaction, all or nothing, that takes effect only if the mark stands where it has to.
 * Every acknowledged event waits for it, so it goes past Dexie, whose transactions pass the window's
 * thread between the requests: all requests are made at once, and the commit is asked for with the
 * answer about the mark instead of after the last one (2026-11-26).
 *
 * @param after what the mark has to say before
 * @param write makes its requests at once
 * @throws WorkingCopyLost if the mark says something else; as IndexedDB does: then nothing was written
 */
export function writeMarked(
  database: IDBDatabase,
  tables: readonly string[],
  after: number,
  write: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...tables, 'marks'], 'readwrite', {
      durability: 'strict',
    });
    let lost = false;
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(
        lost ? new WorkingCopyLost() : (transaction.error ?? new Error('Nothing was written.')),
      );
    };
    // Requests are answered in their order: this is the mark from before.
    const asked = transaction.objectStore('marks').get('mark') as IDBRequest<Mark | undefined>;
    asked.onsuccess = () => {
      if ((asked.result?.seq ?? 0) === after) transaction.commit();
      else {
        lost = true;
        transaction.abort();
      }
    };
    try {
      write(transaction);
    } catch (error) {
      // What cannot be asked for must not leave the rest behind.
      transaction.abort();
      throw error;
    }
  });
}
