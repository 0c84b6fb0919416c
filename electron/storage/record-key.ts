/** Where a record belongs. */
export interface RecordKey {
  readonly table: string;
  readonly id: string;
}

/** How records are written; their bodies need not be parsed to find their keys. */
const usualStart = /^\{"v":1,"id":"([^"\\]{1,400})","table":"([a-z]{1,40})",/;

/**
 * The key of one record, from its JSON.
 *
 * @throws if the line is no record
 */
export function readRecordKey(line: string): RecordKey {
  const [, id, table] = usualStart.exec(line) ?? [];
  if (id !== undefined && table !== undefined) return { id, table };
  const record = JSON.parse(line) as Partial<Record<keyof RecordKey, unknown>> | null;
  if (typeof record?.id !== 'string' || typeof record.table !== 'string') {
    throw new Error('A line that should be a stored record is none.');
  }
  return { id: record.id, table: record.table };
}

/** Tables have plain names, so the key is unique. */
export function joinKey({ table, id }: RecordKey): string {
  return `${table}/${id}`;
}
