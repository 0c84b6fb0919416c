import type { ColumnKind } from './evidence-column.ts';
import { readIsoTime } from './instants.ts';

/**
 * What each column holds, by its cells: numbers only where they are written as a database would write
 * them, since `007` and an account with a leading zero are names. Empty cells say nothing.
 */
export function inferKinds(
  columns: number,
  rows: readonly (readonly string[])[],
): readonly ColumnKind[] {
  return Array.from({ length: columns }, (_, column) => inferKind(rows, column));
}

function inferKind(rows: readonly (readonly string[])[], column: number): ColumnKind {
  let possible: readonly ColumnKind[] = ['integer', 'real', 'time', 'json'];
  let filled = false;
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    filled = true;
    possible = possible.filter((kind) => fits(kind, cell));
    if (possible.length === 0) return 'text';
  }
  return filled ? (possible[0] ?? 'text') : 'text';
}

function fits(kind: ColumnKind, cell: string): boolean {
  switch (kind) {
    case 'integer':
      return /^-?(?:0|[1-9]\d{0,14})$/.test(cell);
    case 'real':
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(cell);
    case 'time':
      return cell.length <= 40 && readIsoTime(cell) !== '';
    case 'json':
      return /^(?:\{[\s\S]*\}|\[[\s\S]*\])$/.test(cell);
    case 'text':
      return true;
  }
}
