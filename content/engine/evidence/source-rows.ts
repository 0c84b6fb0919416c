import { readSqlWords, type SqlWord } from './sql-words.ts';

/** Which records of one table a result is made of, asked for in one more, last column. */
export interface WithSourceRows {
  readonly sql: string;
  /** The table whose rows are named in the last column. */
  readonly table: string;
  /** `one`: a rowid, one record to a row. `several`: rowids with commas between, in any order. */
  readonly made: 'one' | 'several';
}

const aggregates = new Set(
  'count sum total avg min max group_concat string_agg json_group_array json_group_object jsonb_group_array jsonb_group_object median percentile percentile_cont percentile_disc'.split(
    ' ',
  ),
);
/** Words at the top of a statement with which its rows are not those of one table. */
const joining = new Set('union intersect except join with values pragma explain window'.split(' '));
/** What may follow the rows that are grouped. */
const afterGroups = new Set(['order', 'limit']);

interface Outline {
  /** Place of the word `from` of the statement itself among its words. */
  readonly from: number;
  readonly table: SqlWord;
  readonly grouped: boolean;
  readonly distinct: boolean;
  /** How many columns it gives; null where a star stands among them. */
  readonly columns: number | null;
  /** Where `order` or `limit` begins, or the text ends. */
  readonly tail: number;
}

/**
 * The same query with the source of its rows as one more, last column: where each row of the result
 * comes from one row of one of these tables, or is a group, a count or a distinct value of its rows.
 * null where that is not plain to see (a join, a union, a query of a query, a window). SQLite still
 * has to accept the text: an unclear `rowid` is its fault.
 *
 * @param tables whose single rows can be named
 * @param small of those, the ones whose rows can be listed for a group without filling the memory
 */
export function addSourceRows(
  sql: string,
  tables: readonly string[],
  small: readonly string[],
): WithSourceRows | null {
  const words = readSqlWords(sql);
  const outline = readOutline(words);
  if (!outline) return null;
  const { grouped, distinct } = outline;
  const made = grouped || distinct ? 'several' : 'one';
  const wanted = outline.table.value.toLowerCase();
  const table = (made === 'one' ? tables : small).find((one) => one.toLowerCase() === wanted);
  if (table === undefined) return null;
  const place = words[outline.from]?.start ?? 0;
  const before = sql.slice(0, place);
  if (made === 'one') return { sql: `${before}, rowid ${sql.slice(place)}`, table, made };
  const column = `, group_concat(rowid) `;
  if (!distinct) return { sql: `${before}${column}${sql.slice(place)}`, table, made };
  // Distinct rows are the groups by all their columns; with one more column they would not be.
  if (grouped || outline.columns === null) return null;
  const groups = Array.from({ length: outline.columns }, (_, column) => column + 1).join(', ');
  const tail = words[outline.tail]?.start ?? sql.length;
  const select = words[1] as SqlWord;
  return {
    sql: `${sql.slice(0, select.start)}${sql.slice(select.end, place)}${column}${sql.slice(place, tail)}\nGROUP BY ${groups} ${sql.slice(tail)}`,
    table,
    made,
  };
}

/** null for what is no select over one table. */
function readOutline(words: readonly SqlWord[]): Outline | null {
  const [first, second] = words;
  if (first?.kind !== 'name' || first.value !== 'select') return null;
  const distinct = isName(second, 'distinct');
  let depth = 0;
  let from = -1;
  let tail = words.length;
  let grouped = false;
  let columns: number | null = 1;
  for (const [index, word] of words.entries()) {
    const { kind, value } = word;
    if (kind === 'sign') {
      if (value === '(') depth += 1;
      else if (value === ')') depth -= 1;
      else if (value === ';') tail = Math.min(tail, index);
      else if (from < 0 && depth === 0 && columns !== null) {
        if (value === ',') columns += 1;
        if (value === '*' && isStar(words[index - 1])) columns = null;
      }
      continue;
    }
    if (kind !== 'name') continue;
    if (value === 'over') return null;
    if (from < 0) {
      // A query among the columns counts rows of its own.
      if (depth > 0 && value === 'select') return null;
      if (isAggregate(words, index)) grouped = true;
    }
    if (depth > 0) continue;
    if (joining.has(value)) return null;
    if (value === 'from' && from < 0) from = index;
    else if (value === 'group' || value === 'having') grouped = true;
    else if (afterGroups.has(value)) tail = Math.min(tail, index);
  }
  const table = words[from + 1];
  if (from < 0 || (table?.kind !== 'name' && table?.kind !== 'quoted')) return null;
  if (words[from + 2]?.value === ',' || words[from + 2]?.value === '.') return null;
  return { from, table, grouped, distinct, columns, tail };
}

function isName(word: SqlWord | undefined, name: string): boolean {
  return word?.kind === 'name' && word.value === name;
}

/** A star that stands for columns, and multiplies nothing. */
function isStar(before: SqlWord | undefined): boolean {
  return (
    before === undefined ||
    [',', '.'].includes(before.value) ||
    isName(before, 'select') ||
    isName(before, 'distinct') ||
    isName(before, 'all')
  );
}

/** `min` and `max` of two values are plain functions of one row. */
function isAggregate(words: readonly SqlWord[], index: number): boolean {
  const name = words[index]?.value ?? '';
  if (!aggregates.has(name) || words[index + 1]?.value !== '(') return false;
  if (name !== 'min' && name !== 'max') return true;
  let depth = 0;
  for (const { value } of words.slice(index + 1)) {
    if (value === '(') depth += 1;
    else if (value === ')') depth -= 1;
    else if (value === ',' && depth === 1) return false;
    if (depth === 0) break;
  }
  return true;
}
