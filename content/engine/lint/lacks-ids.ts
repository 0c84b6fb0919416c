import type { EvidenceTable } from '../evidence/read-evidence.ts';

/** Whether none of the records of a table has an id by which it could be cited. */
export function lacksIds({ rows }: EvidenceTable): boolean {
  return rows.length > 0 && rows.every(({ id }) => id === null || id === '');
}
