import { writeSqlNames, type ColumnKind } from './evidence-column.ts';
import { MisfitCounter, type Misfits } from './broken-lines.ts';
import { inferKinds } from './infer-kinds.ts';
import { parseJson, writeCell } from './json-members.ts';
import { writeOver, type EvidenceRow, type EvidenceTable } from './read-evidence.ts';
import type { ColumnInfo } from './sql-terms.ts';

/** A table as a database takes it: names that SQL can write, and cells of which none may be wrong. */
export interface DescribedTable {
  readonly columns: readonly ColumnInfo[];
  /** Name of the column with the instants; null where there is none. */
  readonly timeColumn: string | null;
  readonly writeRow: (row: EvidenceRow) => readonly (string | null)[];
  /** Of the columns whose kind follows from their cells. */
  readonly misfits: readonly Misfits[];
}

/** Columns of a table with names for SQL; `raw`, the record itself, is the last where there is one. */
export function describeTable(table: EvidenceTable): DescribedTable {
  const cells = table.rows.map((row) => row.cells);
  const kinds = table.kinds ?? inferKinds(table.columns.length, cells);
  const first = table.rows[0]?.raw;
  const isCsv = Array.isArray(first);
  const hasOver = table.rows.some(({ raw }) => writeOver(table.columns.length, raw) !== null);
  const hasRaw = first !== undefined && (!isCsv || hasOver);
  const columns = nameColumns(table.columns, kinds, hasRaw && !isCsv && typeof first !== 'string');
  const named = hasRaw ? columns : columns.slice(0, -1);
  const counter = new MisfitCounter(table.columns, table.kinds ? [] : kinds);
  for (const { cells: own, line } of table.rows) counter.look(own, line ?? null);
  const timeAt =
    table.timeColumn === undefined
      ? kinds.indexOf('time')
      : table.columns.indexOf(table.timeColumn);
  return {
    columns: named,
    timeColumn: columns[timeAt]?.name ?? null,
    misfits: counter.misfits,
    writeRow: ({ cells: own, raw }) => {
      const written = kinds.map((kind, column) => writeSqlCell(own[column] ?? '', kind, isCsv));
      if (!hasRaw) return written;
      if (isCsv) return [...written, writeOver(table.columns.length, raw)];
      return [...written, typeof raw === 'string' ? raw : writeCell(raw)];
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
