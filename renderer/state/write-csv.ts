import { filterInSlices } from './slices.ts';

export type CsvCell = string | number | null;

/**
 * A table as CSV (RFC 4180, with a header line). A text that a spreadsheet would take for a formula
 * gets an apostrophe in front, as OWASP advises: evidence is written by strangers. Numbers stay as
 * they are. Written in slices, so that the window goes on.
 */
export async function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Promise<string> {
  const lines = [writeLine(columns)];
  await filterInSlices(
    rows,
    (row) => lines.push(writeLine(row)) < 0,
    () => false,
  );
  return `${lines.join('\r\n')}\r\n`;
}

function writeLine(cells: readonly CsvCell[]): string {
  return cells.map(writeCell).join(',');
}

/** What makes a spreadsheet calculate: a sign in front, also behind spaces or a line break. */
// eslint-disable-next-line no-control-regex -- spreadsheets skip it
const formula = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Where lists are written with semicolons, as in most of Europe, a spreadsheet cuts a cell there. What a
 * browser names itself (`; +https://…`), a dash and a number are left as they are. The sign is looked for
 * first: looking back from every space of a long row of them takes minutes.
 */
const formulaInside =
  /(?=[=@\uff1d\uff20]|[+-](?!https?:|\s|[\d.,]+(?:;|$)))(?<=;\s*|\S[^\S\t]*\t\s*)/g;

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const inner = cell.replace(formulaInside, "'");
  const safe = formula.test(cell) ? `'${inner}` : inner;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
