/**
 * What a column holds. `time` is an instant as text in ISO 8601 UTC, which sorts as text; `json` is
 * JSON as text. A cell that does not fit its kind stands as it was written.
 */
export type ColumnKind = 'text' | 'integer' | 'real' | 'time' | 'json';

export interface EvidenceColumn {
  /** As the file or its format's description names it: `userIdentity.userName`. */
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Columns from `title` or `title:kind`, separated by spaces; without a kind it is text. */
export function describeColumns(list: string): readonly EvidenceColumn[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [title = '', kind = 'text'] = entry.split(/:(?=text$|integer$|real$|time$|json$)/);
      return { title, kind: kind as ColumnKind };
    });
}

/** Words that SQL would not take as a name without quotes, of those that logs use as names. */
const reserved = new Set(
  'action add all alter and as asc begin between by case check column commit create cross current database default delete desc distinct drop each else end except exists explain fail filter first following for foreign from full glob group having if ignore in index inner insert instead intersect into is isnull join key last left like limit match natural no not notnull null of offset on or order others outer over partition plan pragma primary query raise range references regexp rename replace returning right rollback row rows select set table temp then ties to transaction trigger unbounded union unique update using values view virtual when where window with without rowid oid _rowid_'.split(
    ' ',
  ),
);
/** Those of them that SQLite takes as a name all the same. */
const harmless = new Set(
  'action begin by cascade column current database desc each end fail filter first following for full glob if ignore instead key last like match natural no of offset others outer over partition plan pragma query raise range regexp rename replace right rollback row rows temp ties trigger unbounded view virtual window with without asc explain cross inner left excluded'.split(
    ' ',
  ),
);

/**
 * Names for SQL that never need quotes, in order, each once: `userIdentity.userName` becomes
 * `userIdentity_userName`, `from` becomes `from_`. Letter case is kept; two names that differ only in
 * case are one name in SQL, so the second gets a number.
 */
export function writeSqlNames(titles: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    let plain = title
      .slice(0, 80)
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^_+|_+$/g, '');
    if (plain === '') plain = 'column';
    if (/^\d/.test(plain)) plain = `_${plain}`;
    const lower = plain.toLowerCase();
    if (reserved.has(lower) && !harmless.has(lower)) plain = `${plain}_`;
    let name = plain;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${plain}_${count}`;
    used.add(name.toLowerCase());
    return name;
  });
}
