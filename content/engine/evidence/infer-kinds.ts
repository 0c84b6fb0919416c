import type { ColumnKind } from './evidence-column.ts';
import { isIsoTime } from './instants.ts';

/** Of so many cells one may be something else. */
const oneOf = 20;

/**
 * What each column holds, by its cells: what nearly all of them are, so that one bad value among many
 * takes nothing away. Numbers only where they are written as a database would write them, since `007` and
 * an account with a leading zero are names. Empty cells say nothing.
 */
export function inferKinds(
  columns: number,
  rows: readonly (readonly string[])[],
): readonly ColumnKind[] {
  return Array.from({ length: columns }, (_, column) => inferKind(rows, column));
}

function inferKind(rows: readonly (readonly string[])[], column: number): ColumnKind {
  const misfits = new Map<ColumnKind, number>(
    (['integer', 'real', 'time', 'json'] as const).map((kind) => [kind, 0]),
  );
  let filled = 0;
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    filled += 1;
    for (const [kind, count] of misfits) {
      if (fitsKind(kind, cell)) continue;
      if (rulesOut(kind, cell) || (count + 1) * oneOf > rows.length) misfits.delete(kind);
      else misfits.set(kind, count + 1);
    }
    if (misfits.size === 0) return 'text';
  }
  if (filled === 0) return 'text';
  return [...misfits].find(([, count]) => count * oneOf <= filled)?.[0] ?? 'text';
}

/** A database would take such a cell of a column of numbers for a number, and lose how it is written. */
function rulesOut(kind: ColumnKind, cell: string): boolean {
  return (kind === 'integer' || kind === 'real') && /^\s*[-+]?[\d.]/.test(cell);
}

/** Whether a cell that is not empty is what a column of this kind holds. */
export function fitsKind(kind: ColumnKind, cell: string): boolean {
  switch (kind) {
    case 'integer':
      return /^-?(?:0|[1-9]\d{0,14})$/.test(cell);
    case 'real':
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(cell);
    case 'time':
      return isIsoTime(cell);
    case 'json':
      return /^(?:\{[\s\S]*\}|\[[\s\S]*\])$/.test(cell);
    case 'text':
      return true;
  }
}
