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
