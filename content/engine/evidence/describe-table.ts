import { writeSqlNames, type ColumnKind } from './evidence-column.ts';
import { inferKinds } from './infer-kinds.ts';
import { parseJson, writeCell } from './json-members.ts';
import type { EvidenceRow, EvidenceTable } from './read-evidence.ts';
import type { ColumnInfo } from './sql-terms.ts';

/** A table as a database takes it: names that SQL can write, and cells of which none may be wrong. */
export interface DescribedTable {
  readonly columns: readonly ColumnInfo[];
  /** Name of the column with the instants; null where there is none. */
  readonly timeColumn: string | null;
  readonly writeRow: (row: EvidenceRow) => readonly (string | null)[];
}

/** Columns of a table with names for SQL; `raw`, the record itself, is the last where there is one. */
export function describeTable(table: EvidenceTable): DescribedTable {
  const cells = table.rows.map((row) => row.cells);
  const kinds = table.kinds ?? inferKinds(table.columns.length, cells);
  const first = table.rows[0]?.raw;
  const isCsv = Array.isArray(first);
  const hasRaw = first !== undefined && !isCsv;
  const columns = nameColumns(table.columns, kinds, hasRaw && typeof first !== 'string');
  const named = hasRaw ? columns : columns.slice(0, -1);
  const timeAt =
    table.timeColumn === undefined
      ? kinds.indexOf('time')
      : table.columns.indexOf(table.timeColumn);
  return {
    columns: named,
    timeColumn: columns[timeAt]?.name ?? null,
    writeRow: ({ cells: own, raw }) => {
      const written = kinds.map((kind, column) => writeSqlCell(own[column] ?? '', kind, isCsv));
      return hasRaw ? [...written, typeof raw === 'string' ? raw : writeCell(raw)] : written;
    },
  };
}

/** The columns and `raw` after them. */
export function nameColumns(
  titles: readonly string[],
  kinds: readonly ColumnKind[],
  rawIsJson: boolean,
): readonly ColumnInfo[] {
  const names = writeSqlNames([...titles, 'raw']);
  return [...titles, 'raw'].map((title, index) => ({
    name: names[index] ?? title,
    title,
    kind: kinds[index] ?? (index === titles.length && rawIsJson ? 'json' : 'text'),
  }));
}

/**
 * A cell for the database. Nothing stands for what is not there; only CSV, which cannot say so, keeps
 * empty texts. What is no JSON after all is written as a JSON text, so that no query stumbles over it.
 */
export function writeSqlCell(cell: string, kind: ColumnKind, keepsEmpty: boolean): string | null {
  if (cell === '') return keepsEmpty && kind === 'text' ? '' : null;
  if (kind === 'json' && parseJson(cell) === undefined) return JSON.stringify(cell);
  return cell;
}
