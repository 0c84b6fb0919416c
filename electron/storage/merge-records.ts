import type { JournalRecord } from './journal-line.ts';
import { joinKey, readRecordKey } from './record-key.ts';
import type { StoredChange } from './storage-channels.ts';

/**
 * The records, one JSON a line, as they are after the changes: those of the snapshot in its order,
 * then the new ones. Holds the changes in memory, never the snapshot.
 */
export async function* mergeRecords(
  snapshot: AsyncIterable<string> | null,
  changes: readonly JournalRecord[],
): AsyncGenerator<string, void> {
  /** null: removed. */
  const changed = new Map<string, string | null>();
  for (const { text } of changes) {
    const { puts, deletes } = JSON.parse(text) as StoredChange;
    for (const key of deletes) changed.set(joinKey(key), null);
    for (const put of puts) changed.set(joinKey(put), JSON.stringify(put));
  }
  for await (const line of snapshot ?? []) {
    const key = joinKey(readRecordKey(line));
    const now = changed.get(key);
    if (now === undefined) yield line;
    else if (now !== null) yield now;
    changed.delete(key);
  }
  for (const line of changed.values()) if (line !== null) yield line;
}
