import type { SqlCell, TableInfo } from './sql-terms.ts';
import { lastEdge } from './storyline-instant.ts';

/** One condition of a filter made of chips. All of a filter must hold. */
export interface FilterCondition {
  readonly column: string;
  /** `from` and `before` compare as text or number: the first included, the last excluded. */
  readonly test:
    | 'is'
    | 'is_not'
    | 'contains'
    | 'contains_not'
    | 'empty'
    | 'filled'
    | 'from'
    | 'before';
  /** Without meaning for `empty` and `filled`. */
  readonly value: SqlCell;
}
export type TableFilter = readonly FilterCondition[];

export interface TableOrder {
  readonly column: string;
  readonly down: boolean;
}

/** A value as SQL writes it. */
export function writeSqlValue(value: SqlCell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL';
  // A NUL would end the text of the query.
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A name in double quotes, unless it needs none. */
export function writeSqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Whether a cell names a day that is none, such as 30 February, of which SQLite makes 2 March. */
export function writeIsNoDay(column: string): string {
  const day = `substr(${writeSqlName(column)}, 1, 10)`;
  return `(substr(${writeSqlName(column)}, 9, 2) > '28' AND date(${day}) IS NOT ${day})`;
}

/**
 * Seconds since 1970 of a column whose times are written in any way that `readIsoTime` reads; NULL for
 * what is none. SQLite itself reads no comma before a fraction, no `UTC`, no `+0200` and no leap second.
 */
export function writeSeconds(column: string): string {
  const name = writeSqlName(column);
  const plain = `replace(replace(${name}, ',', '.'), ' UTC', 'Z')`;
  const parted = `substr(${name}, 1, length(${name}) - 2) || ':' || substr(${name}, -2)`;
  const before = `replace(${plain}, ':59:60', ':59:59')`;
  const read = `coalesce(unixepoch(${name}), unixepoch(${plain}), unixepoch(${parted}), unixepoch(${before}) + 1)`;
  return `iif(${writeIsNoDay(column)}, NULL, ${read})`;
}

/** The first second of the stretch in which a time lies, also before 1970: SQLite divides towards zero. */
export function writeStretch(seconds: string, step_s: number): string {
  const step = String(step_s);
  const ahead = String(Math.ceil(62_167_219_200 / step_s) * step_s);
  return `(${seconds} + ${ahead}) / ${step} * ${step} - ${ahead}`;
}

/** The column of times that has to be compared as instants; null where none has. */
export function findInstants({
  timeColumn,
  mixedTimes,
}: Pick<TableInfo, 'timeColumn' | 'mixedTimes'>): string | null {
  return mixedTimes === true ? timeColumn : null;
}

/** A bound of time, where it is one of a column that is compared as instants; else null. */
export function writeBound(
  { column, test, value }: FilterCondition,
  instants: string | null,
): string | null {
  if (column !== instants || (test !== 'from' && test !== 'before')) return null;
  // SQLite reads no later instant than the last second before it.
  if (test === 'before' && value === lastEdge) return `${writeSeconds(column)} IS NOT NULL`;
  return `${writeSeconds(column)} ${test === 'from' ? '>=' : '<'} unixepoch(${writeSqlValue(value)})`;
}

/**
 * ` WHERE …` for a filter; empty for an empty one.
 *
 * @param instants the column whose times are compared as instants
 */
export function writeWhere(filter: TableFilter, instants: string | null = null): string {
  if (filter.length === 0) return '';
  const written = filter.map((one) => writeBound(one, instants) ?? writeCondition(one));
  return ` WHERE ${written.join(' AND ')}`;
}

function writeCondition({ column, test, value }: FilterCondition): string {
  const name = writeSqlName(column);
  const written = writeSqlValue(value);
  switch (test) {
    case 'is':
      return `${name} IS ${written}`;
    case 'is_not':
      return `${name} IS NOT ${written}`;
    case 'contains':
      return `${name} LIKE ${writePattern(value)} ESCAPE '\\'`;
    case 'contains_not':
      return `(${name} IS NULL OR ${name} NOT LIKE ${writePattern(value)} ESCAPE '\\')`;
    case 'empty':
      return `(${name} IS NULL OR ${name} = '')`;
    case 'filled':
      return `${name} <> ''`;
    case 'from':
      return `${name} >= ${written}`;
    case 'before':
      return `${name} < ${written}`;
  }
}

function writePattern(value: SqlCell): string {
  const text = value === null ? '' : String(value);
  return writeSqlValue(`%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
}

/** All rows that a filter leaves, as a person could have written the query. */
export function selectRows(
  table: string,
  filter: TableFilter = [],
  order: TableOrder | null = null,
): string {
  const sorted = order ? ` ORDER BY ${writeSqlName(order.column)}${order.down ? ' DESC' : ''}` : '';
  return `SELECT * FROM ${writeSqlName(table)}${writeWhere(filter)}${sorted}`;
}

/** The values of a column with how often each stands, most frequent first. */
export function selectValues(
  table: string,
  column: string,
  filter: TableFilter = [],
  limit = 100,
  instants: string | null = null,
): string {
  const name = writeSqlName(column);
  return `SELECT ${name}, count(*) AS rows FROM ${writeSqlName(table)}${writeWhere(filter, instants)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}`;
}

type TimedTable = Pick<TableInfo, 'name' | 'timeColumn' | 'mixedTimes'>;

/** Steps that a person can read off an axis, in seconds. */
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
  172_800, 604_800, 1_209_600, 2_592_000, 7_776_000, 31_536_000,
];

/** The shortest readable step with which at most `buckets` of them cover a span (seconds). */
export function chooseStep(from_s: number, to_s: number, buckets: number): number {
  const fits = (step: number): boolean =>
    Math.floor(to_s / step) - Math.floor(from_s / step) + 1 <= Math.max(1, buckets);
  return steps.find(fits) ?? Math.ceil((to_s - from_s + 1) / Math.max(1, buckets - 1));
}

/** Rows per stretch of time: the stretch’s first second since 1970, and how many rows. */
export function selectOverTime(table: TimedTable, step_s: number, filter: TableFilter): string {
  const instants = findInstants(table);
  const time = instants
    ? writeSeconds(instants)
    : `unixepoch(${writeSqlName(table.timeColumn ?? 'NULL')})`;
  return `SELECT ${writeStretch(time, step_s)} AS bucket, count(*) FROM ${writeSqlName(table.name)}${writeWhere(filter, instants)} GROUP BY 1 HAVING bucket IS NOT NULL ORDER BY 1`;
}

/** First and last second since 1970 of what a filter leaves. */
export function selectSpan(table: TimedTable, filter: TableFilter): string {
  const instants = findInstants(table);
  const name = writeSqlName(table.timeColumn ?? 'NULL');
  const dated = `${name} GLOB '[0-9][0-9][0-9][0-9]-*'`;
  const where =
    filter.length === 0 ? ` WHERE ${dated}` : `${writeWhere(filter, instants)} AND ${dated}`;
  if (instants !== null) {
    const time = writeSeconds(instants);
    return `SELECT min(${time}), max(${time}) FROM ${writeSqlName(table.name)}${where}`;
  }
  return `SELECT unixepoch(min(${name})), unixepoch(max(${name})) FROM ${writeSqlName(table.name)}${where}`;
}
