/** A word of an SQL text; UTF-16 offsets, end exclusive. */
export interface SqlWord {
  readonly kind: 'name' | 'quoted' | 'text' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** A plain name in lower case, a quoted one without its quotes, all else as it stands. */
  readonly value: string;
}

const pattern =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+|(?<name>[A-Za-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*)|(?<text>[xX]?'(?:[^']|'')*(?:'|$))|(?<quoted>"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$))|(?<number>\d[\w.]*)|(?<sign>->>|->|\|\||<=|>=|<>|!=|==|<<|>>|[\s\S])/gy;

/** The words of a text, without spaces and comments. Total: what is no SQL comes as single signs. */
export function readSqlWords(sql: string): readonly SqlWord[] {
  const words: SqlWord[] = [];
  for (const match of sql.matchAll(pattern)) {
    const { index: start, groups = {} } = match;
    const end = start + match[0].length;
    for (const kind of ['name', 'quoted', 'text', 'number', 'sign'] as const) {
      const found = groups[kind];
      if (found === undefined) continue;
      const value =
        kind === 'name'
          ? found.toLowerCase()
          : kind === 'quoted'
            ? found.replace(/^.|.$/gs, '')
            : found;
      words.push({ kind, start, end, value });
    }
  }
  return words;
}

/** Where a second statement begins; null where there is one at most. */
export function findSecondStatement(words: readonly SqlWord[]): SqlWord | null {
  const end = words.findIndex(({ kind, value }) => kind === 'sign' && value === ';');
  if (end < 0) return null;
  return words.slice(end + 1).find(({ value }) => value !== ';') ?? null;
}

const aggregates = new Set(
  'count sum total avg min max group_concat string_agg json_group_array json_group_object jsonb_group_array jsonb_group_object median percentile percentile_cont percentile_disc'.split(
    ' ',
  ),
);
/** Words at the top of a statement with which a row of its result is more than one record. */
const combining = new Set(
  'group having distinct union intersect except join with values pragma explain'.split(' '),
);

export interface WithRowId {
  readonly sql: string;
  /** The table whose rowid is now the last column. */
  readonly table: string;
}

/**
 * The same query with the rowid of its table as one more, last column, where each row of the result
 * comes from one row of one of these tables; null where that is not plain to see (a count, a join, a
 * union, a query of a query). SQLite still has to accept the text: an unclear `rowid` is its fault.
 */
export function addRowId(sql: string, tables: readonly string[]): WithRowId | null {
  const words = readSqlWords(sql);
  const [first] = words;
  if (first?.kind !== 'name' || first.value !== 'select') return null;
  let depth = 0;
  let from = -1;
  for (const [index, { kind, value }] of words.entries()) {
    if (kind === 'sign') {
      if (value === '(') depth += 1;
      else if (value === ')') depth -= 1;
      continue;
    }
    if (kind !== 'name') continue;
    const called = words[index + 1]?.value === '(';
    if (from < 0 && called && aggregates.has(value)) return null;
    if (depth > 0) continue;
    if (combining.has(value)) return null;
    if (value === 'from' && from < 0) from = index;
  }
  const place = words[from];
  const name = words[from + 1];
  if (!place || !name || (name.kind !== 'name' && name.kind !== 'quoted')) return null;
  if (words[from + 2]?.value === ',' || words[from + 2]?.value === '.') return null;
  const wanted = name.value.toLowerCase();
  const table = tables.find((one) => one.toLowerCase() === wanted);
  if (table === undefined) return null;
  return { sql: `${sql.slice(0, place.start)}, rowid ${sql.slice(place.start)}`, table };
}
