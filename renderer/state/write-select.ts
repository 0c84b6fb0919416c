import { writeBound, writeSeconds } from '../../content/engine/evidence/filter-sql.ts';
import type { FilterCondition, SqlCell, TableFilter } from './sql-bench.ts';

interface Select {
  readonly table: string;
  /** Names of columns; empty for all. */
  readonly columns: readonly string[];
  readonly filter: TableFilter;
  /** Words that must stand somewhere in the row, or (`not`) nowhere. */
  readonly words?: readonly { readonly text: string; readonly not: boolean }[];
  /** All columns of the table, which the words are looked for in. */
  readonly all?: readonly string[];
  readonly sort?: { readonly column: string; readonly down: boolean } | null;
  /** Count rows by the values of this column instead. */
  readonly group?: string | null;
  /** The column whose times are compared as instants. */
  readonly instants?: string | null;
}

/** The query that a filter without SQL stands for. */
export function writeSelect(select: Select): string {
  const { table, columns, filter, words = [], all = [], sort = null, group = null } = select;
  const { instants = null } = select;
  const conditions = [
    ...filter.map((one) => writeBound(one, instants) ?? writeCondition(one)),
    ...words.map(
      ({ text, not }) =>
        `instr(lower(concat_ws(' ', ${all.join(', ')})), ${writeValue(text)}) ${not ? '=' : '>'} 0`,
    ),
  ];
  const lines = [
    group === null
      ? `SELECT ${columns.length === 0 ? '*' : columns.join(', ')}`
      : `SELECT ${group}, count(*) AS rows`,
    `FROM ${table}`,
    ...conditions.map((condition, index) => `${index === 0 ? 'WHERE' : '  AND'} ${condition}`),
    ...(group === null ? [] : [`GROUP BY ${group}`, `ORDER BY rows DESC`]),
    ...(group !== null || sort === null
      ? []
      : [
          `ORDER BY ${sort.column === instants ? writeSeconds(instants) : sort.column}${sort.down ? ' DESC' : ''}`,
        ]),
  ];
  return lines.join('\n');
}

function writeCondition({ column, test, value }: FilterCondition): string {
  switch (test) {
    case 'is':
      return value === null ? `${column} IS NULL` : `${column} = ${writeValue(value)}`;
    case 'is_not':
      return `${column} IS NOT ${writeValue(value)}`;
    case 'contains':
      return `instr(${column}, ${writeValue(value)}) > 0`;
    case 'contains_not':
      return `instr(ifnull(${column}, ''), ${writeValue(value)}) = 0`;
    case 'empty':
      return `ifnull(${column}, '') = ''`;
    case 'filled':
      return `${column} <> ''`;
    case 'from':
      return `${column} >= ${writeValue(value)}`;
    case 'before':
      return `${column} < ${writeValue(value)}`;
  }
}

/** A value as SQL writes it: quotes inside are doubled, nothing else has a meaning. */
function writeValue(value: SqlCell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${value.replaceAll("'", "''")}'`;
}
