import type { Counts, Envelope } from '../../electron/storage/storage-channels.ts';
import type { Table } from '../state/store.ts';

export function seal(table: Table, id: string, body: unknown): Envelope {
  return { v: 1, id, table, body, enc: null, key: null };
}

/** A stored record, or null for anything else. Total. */
export function readEnvelope(value: unknown): Envelope | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, id, table, enc, key, ...rest } = value as Record<string, unknown>;
  if (v !== 1 || typeof id !== 'string' || id === '' || typeof table !== 'string') return null;
  if (!(enc === null || typeof enc === 'string') || !(key === null || typeof key === 'string')) {
    return null;
  }
  const names = Object.keys(rest);
  if (names.length !== 1 || names[0] !== 'body') return null;
  return { v, id, table, body: rest['body'], enc, key };
}

/** Adds how many records each table has to `counts`. */
export function countRecords(
  records: readonly Pick<Envelope, 'table'>[],
  counts: Record<string, number> = {},
): Counts {
  for (const { table } of records) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/** Whether a value parsed from JSON has `__proto__` nowhere as a name. */
export function isJsonWithoutPrototypes(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (Object.hasOwn(one, '__proto__')) return false;
    for (const part of Object.values(one) as unknown[]) waiting.push(part);
  }
  return true;
}
