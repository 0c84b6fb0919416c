import type { BrokenLines, ColumnInfo } from '../../../content/engine/evidence/sql-terms.ts';
import type { FileReader, LineTaker } from './file-reader.ts';
import { LineCounter } from './line-counter.ts';
import type { Sqlite } from './open-sqlite.ts';
import { RowTooLargeError, TableFiller } from './table-filler.ts';

/** A line longer than this (UTF-16 units) is counted as broken. */
const longestLine = 16 * 1024 * 1024;

type LineCells = readonly (string | null)[] | 'skip' | 'broken';

/** Given where rows go: their cells, and the line on which each begins. */
type LineTakerMaker = (put: (cells: LineCells, line: number) => void) => LineTaker;

/** For formats of one record a line. Empty lines are none. */
export function readEachLine(read: (line: string) => LineCells): LineTakerMaker {
  return (put) => ({
    take: (line, number) => {
      if (line.trim() !== '') put(read(line.replace(/\r$/, '')), number);
    },
    end: () => undefined,
  });
}

/** Fills a table line by line. */
export class LineFiller implements FileReader {
  readonly columns: readonly ColumnInfo[];
  readonly timeColumn: string | null;
  readonly #filler: TableFiller;
  readonly #counter = new LineCounter();
  readonly #decoder = new TextDecoder();
  readonly #lines: LineTaker;
  #rest = '';
  #line = 0;
  /** The line at hand was too long: what is left of it is no line of its own. */
  #cut = false;

  constructor(
    sqlite: Sqlite,
    name: string,
    columns: readonly ColumnInfo[],
    timeTitle: string | null,
    make: LineTakerMaker,
  ) {
    this.columns = columns;
    this.timeColumn = columns.find(({ title }) => title === timeTitle)?.name ?? null;
    this.#lines = make((cells, line) => {
      this.#put(cells, line);
    });
    this.#filler = new TableFiller(sqlite, name, columns);
  }

  get rows(): number {
    return this.#filler.rows;
  }
  get broken(): BrokenLines {
    return this.#counter.broken;
  }

  push(bytes: Uint8Array, last: boolean): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: !last })).split('\n');
    this.#rest = last ? '' : (lines.pop() ?? '');
    this.#filler.begin();
    try {
      for (const line of lines) this.#take(line);
      if (last) this.#lines.end();
    } finally {
      this.#filler.commit();
    }
    if (this.#rest.length <= longestLine && !this.#cut) return;
    this.#counter.addLine(this.#line + 1);
    this.#cut = true;
    this.#rest = '';
  }

  #take(line: string): void {
    this.#line += 1;
    if (!this.#cut) this.#lines.take(line, this.#line);
    this.#cut = false;
  }

  #put(cells: LineCells, line: number): void {
    if (cells === 'skip') return;
    if (cells === 'broken' || !this.#add(cells)) this.#counter.addLine(line);
  }

  /** @returns false: the row is larger than the database takes one */
  #add(cells: readonly (string | null)[]): boolean {
    try {
      this.#filler.addTexts(cells);
      return true;
    } catch (error) {
      if (error instanceof RowTooLargeError) return false;
      throw error;
    }
  }

  close(): void {
    this.#filler.close();
  }
  drop(): void {
    this.#filler.drop();
  }
}
