/** One condition of a filter: a text somewhere in the row, or in one column. Lower case. */
export interface Term {
  readonly text: string;
  /** Which columns are asked; null for all. An empty list matches nothing. */
  readonly columns: readonly number[] | null;
  readonly negated: boolean;
}

/** `search`: all cells of the row, as `writeSearch` makes it. */
export type RowTest = (cells: readonly string[], search: string) => boolean;

/** What words are searched in: all cells in lower case, with a separator that nobody types between. */
export function writeSearch(cells: readonly string[]): string {
  return cells.join('\u0001').toLowerCase();
}

/**
 * Reads what stands in the filter field: words that must all be there, `column:value`, quotes
 * around words that belong together, `-` in front for "not". A column may be named by its end
 * (`userName` for `userIdentity.userName`); `column:""` asks for an empty cell. What names no
 * column is an ordinary word, so that `arn:aws:iam` and `08:51` can be searched for.
 */
export function parseFilter(typed: string, columns: readonly string[]): RowTest | null {
  const useful = readTerms(typed, columns);
  if (useful.length === 0) return null;
  return (cells, search) => useful.every((term) => holds(term, cells, search) !== term.negated);
}

/** The same as single terms, for whoever writes them in another language. */
export function readTerms(typed: string, columns: readonly string[]): readonly Term[] {
  const terms = [...typed.matchAll(/(-?)(?:([\w.]+):)?(?:"([^"]*)"?|(\S+))/g)].map(
    ([, minus, name = '', quoted, word]) =>
      makeTerm(minus === '-', name, quoted ?? word ?? '', quoted !== undefined, columns),
  );
  return terms.filter((term) => term !== null);
}

function makeTerm(
  negated: boolean,
  name: string,
  value: string,
  quoted: boolean,
  columns: readonly string[],
): Term | null {
  const text = value.toLowerCase();
  // Half typed: a lone "-", a column whose value is still to come, an empty pair of quotes.
  if (name === '' && (text === '' || text === '-')) return null;
  if (name === '' && text.endsWith(':') && findColumns(text.slice(0, -1), columns).length > 0) {
    return null;
  }
  if (name === '') return { text, columns: null, negated };
  const asked = findColumns(name, columns);
  if (asked.length > 0) return { text, columns: asked, negated };
  const whole = `${name}:${quoted ? `"${value}"` : value}`.toLowerCase();
  return { text: whole, columns: null, negated };
}

/** Columns of that name: the exact one, else those whose last part it is. */
function findColumns(name: string, columns: readonly string[]): readonly number[] {
  const wanted = name.toLowerCase();
  const matching = (test: (column: string) => boolean): number[] =>
    columns.flatMap((column, index) => (test(column.toLowerCase()) ? [index] : []));
  const exact = matching((column) => column === wanted);
  return exact.length > 0 ? exact : matching((column) => column.endsWith(`.${wanted}`));
}

function holds({ text, columns }: Term, cells: readonly string[], search: string): boolean {
  if (columns === null) return search.includes(text);
  return columns.some((column) => {
    const cell = cells[column] ?? '';
    return text === '' ? cell === '' : cell.toLowerCase().includes(text);
  });
}
