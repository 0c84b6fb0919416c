import { parseDelimited, type Delimiter } from './csv.ts';
import { readSeparatorLine } from './find-delimiter.ts';

/** A record longer than this (UTF-16 units) is none: one of its quotes has no other. */
const longestRecord = 1_000_000;

const quote = 0x22;
const carriageReturn = 0x0d;

/**
 * Rows out of the lines of a CSV file, whose quoted cells may go over lines. Where a quote is never
 * closed, the line on which it opens is broken, and those after it are read as if it were not there.
 */
export class CsvRecords {
  #lines: string[] = [];
  #length = 0;
  #open = false;
  /** Number of the first of the lines at hand. */
  #first = 0;
  #header: readonly string[] | null = null;
  readonly #delimiter: Delimiter;
  readonly #mark: number;
  readonly #put: (cells: readonly string[] | 'broken', line: number) => void;

  constructor(
    delimiter: Delimiter,
    put: (cells: readonly string[] | 'broken', line: number) => void,
  ) {
    this.#delimiter = delimiter;
    this.#mark = delimiter.charCodeAt(0);
    this.#put = put;
  }

  /** The first record; null until it was read, empty where it is broken. */
  get header(): readonly string[] | null {
    return this.#header;
  }

  /** Takes a line without its line feed, and its number from 1. */
  take(line: string, number: number): void {
    if (this.#lines.length === 0) {
      if (line.trim() === '') return;
      this.#first = number;
    }
    this.#lines.push(line);
    this.#length += line.length + 1;
    this.#open = endsInQuotes(line, this.#open, this.#mark);
    if (!this.#open) this.#finish();
    else if (this.#length > longestRecord) this.#giveUp();
  }

  /** There are no more. */
  end(): void {
    if (this.#open) this.#giveUp();
  }

  #finish(): void {
    const first = this.#first;
    const text = this.#clear().join('\n').replace(/\r$/, '');
    // Where lines end by carriage returns alone, this is the whole file.
    const above = first === 1 ? (readSeparatorLine(`${text}\n`)?.length ?? 0) : 0;
    for (const cells of parseDelimited(text.slice(above), this.#delimiter)) {
      if (this.#header) this.#put(cells, first);
      else this.#header = cells;
    }
  }

  #giveUp(): void {
    const first = this.#first;
    const [, ...others] = this.#clear();
    this.#header ??= [];
    this.#put('broken', first);
    // All their quotes stand in pairs, or the open one would have met its other: none of them opens one.
    for (const [index, line] of others.entries()) this.take(line, first + 1 + index);
  }

  #clear(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#length = 0;
    this.#open = false;
    return lines;
  }
}

/**
 * Whether the end of a line lies within a quoted cell. Quotes count as the parser counts them: only one
 * at the very start of a cell opens, and two within a quoted cell are a letter of it.
 */
function endsInQuotes(line: string, startsInQuotes: boolean, mark: number): boolean {
  let at = 0;
  let open = startsInQuotes;
  while (at < line.length) {
    if (!open && line.charCodeAt(at) === quote) {
      open = true;
      at += 1;
    }
    if (open) {
      const close = line.indexOf('"', at);
      if (close < 0) return true;
      const doubled = line.charCodeAt(close + 1) === quote;
      open = doubled;
      at = close + 2;
    } else {
      while (at < line.length && !endsCell(line.charCodeAt(at), mark)) at += 1;
      at += 1;
    }
  }
  return open;
}

function endsCell(code: number, mark: number): boolean {
  return code === mark || code === carriageReturn;
}
