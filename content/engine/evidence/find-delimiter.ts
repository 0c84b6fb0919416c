import { detectFormat } from './detect-format.ts';
import type { Delimiter } from './csv.ts';
import type { EvidenceFormat } from '../format/drill-schema.ts';

const delimiters = [',', ';', '\t'] as const satisfies readonly Delimiter[];
/** As many records, the header among them, tell which it is. */
const mostRecords = 20;

/** What a file of a person's own is, and what keeps its cells apart where it is a table of them. */
export type OwnFormat =
  | { readonly format: 'csv'; readonly delimiter: Delimiter }
  | { readonly format: Exclude<EvidenceFormat, 'csv'> };

/** Settings go by name, since what they hold looks like anything. */
const configName = /\.(?:ya?ml|ini|toml|conf|cfg)(?:\.gz)?$/i;
/** What a log in a file of such a name is not. */
const notSettings: readonly EvidenceFormat[] = ['text', 'csv', 'jsonl', 'mail'];

/**
 * As `detectFormat`, and changes, settings, and tables with semicolons or tabs between their cells as
 * well. The evidence of a drill says what it is, and its CSV has commas.
 */
export function detectOwnFormat(name: string, head: string): OwnFormat {
  const told = readSeparatorLine(head);
  if (told) return { format: 'csv', delimiter: findDelimiter(head) };
  if (isDiff(name, head)) return { format: 'diff' };
  const format = detectFormat(name, head);
  if (configName.test(name) && notSettings.includes(format)) return { format: 'config' };
  if (format === 'csv') return { format, delimiter: findDelimiter(head) };
  if (format !== 'text') return { format };
  const isNamed = /\.(?:tsv|tab)(?:\.gz)?$/i.test(name);
  const delimiter = findDelimiter(head);
  return isNamed || isTable(head, delimiter) ? { format: 'csv', delimiter } : { format };
}

/** By its name, or as a unified diff begins, with or without Git's own lines. */
function isDiff(name: string, head: string): boolean {
  return (
    /\.(?:diff|patch)(?:\.gz)?$/i.test(name) ||
    /^\uFEFF?\s*(?:diff --git \S|(?:diff \S.*\r?\n|Index: .*\r?\n=+\r?\n)?--- \S.*\r?\n\+\+\+ \S.*\r?\n@@ -\d)/.test(
      head.slice(0, 4096),
    )
  );
}

/**
 * The line `sep=;` that Excel writes above a table and reads as what keeps its cells apart: it is no row.
 * null where the text begins with none.
 */
export function readSeparatorLine(
  head: string,
): { readonly delimiter: Delimiter | null; readonly length: number } | null {
  const line = /^\uFEFF?"?sep=(.)"?[,;\t]*(?:\r\n|\r|\n)/i.exec(head);
  if (!line) return null;
  return {
    delimiter: delimiters.find((one) => one === line[1]) ?? null,
    length: line[0].length,
  };
}

/**
 * What keeps the cells of a table apart: what a line `sep=;` above it says, else counted. Counted outside quotes in the first records: of those marks
 * that stand in every record as often as in the header, the one that stands there most often; where
 * there is none such, the one most often in the header; a comma where the header holds none of them.
 *
 * @param head the beginning of the file, whose last line may be cut
 */
export function findDelimiter(head: string): Delimiter {
  const told = readSeparatorLine(head);
  if (told?.delimiter) return told.delimiter;
  const [header, ...others] = countMarks(head.slice(told?.length ?? 0));
  if (!header) return ',';
  const most = (from: readonly number[]): number | undefined =>
    from.filter((mark) => (header[mark] ?? 0) > 0).sort((a, b) => compare(header, a, b))[0];
  const marks = [...delimiters.keys()];
  const even = marks.filter((mark) => others.every((record) => record[mark] === header[mark]));
  return delimiters[most(even) ?? most(marks) ?? 0] ?? ',';
}

/** More leads; a comma before a semicolon before a tab. */
function compare(counts: readonly number[], a: number, b: number): number {
  return (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
}

/** A header of names without an empty one, and records behind it that all have as many cells. */
function isTable(head: string, delimiter: Delimiter): boolean {
  if (delimiter === ',') return false;
  const [header, ...others] = countMarks(head);
  const mark = delimiters.indexOf(delimiter);
  if (!header || others.length === 0) return false;
  const [first = ''] = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r\n?|\n/, 1);
  const names = first.split(delimiter);
  return (
    names.length > 1 &&
    names.every((name) => /^"?\p{L}/u.test(name.trim())) &&
    others.every((record) => record[mark] === header[mark])
  );
}

/** How often each mark stands outside quotes, by record; empty lines are none, nor is one that is cut. */
function countMarks(head: string): readonly (readonly number[])[] {
  const records: number[][] = [];
  let counts = delimiters.map(() => 0);
  let length = 0;
  let inQuotes = false;
  let opens = true;
  const end = (): void => {
    if (length > 0) records.push(counts);
    counts = delimiters.map(() => 0);
    length = 0;
    opens = true;
  };
  for (const letter of head.replace(/^\uFEFF/, '')) {
    if (inQuotes) {
      // Two within a quoted cell close it and open it again.
      if (letter === '"') [inQuotes, opens] = [false, true];
      continue;
    }
    if (letter === '\n' || letter === '\r') {
      end();
      if (records.length === mostRecords) break;
      continue;
    }
    if (letter.trim() !== '' || letter === '\t') length += 1;
    if (letter === '"' && opens) {
      inQuotes = true;
      continue;
    }
    const mark = delimiters.findIndex((one) => one === letter);
    if (mark >= 0) counts[mark] = (counts[mark] ?? 0) + 1;
    opens = mark >= 0;
  }
  // One line alone may be without an end.
  if (records.length === 0 && !inQuotes) end();
  return records;
}
