import {
  LineNumbers,
  type BrokenLines,
  type Misfits,
} from '../../../content/engine/evidence/broken-lines.ts';
import type { ColumnInfo } from '../../../content/engine/evidence/sql-terms.ts';
import type { FileReader, LineTaker } from './file-reader.ts';
import type { Sqlite } from './open-sqlite.ts';
import { RowTooLargeError, TableFiller } from './table-filler.ts';

/** A line longer than this (UTF-16 units) is counted as broken. */
const longestLine = 16 * 1024 * 1024;

type LineCells = readonly (string | null)[] | 'skip' | 'broken';

/**
 * Given where rows go: their cells, the line on which each begins, whether cells are missing or over; and
 * how a column becomes one of texts.
 */
type LineTakerMaker = (
  put: (cells: LineCells, line: number, uneven?: boolean) => void,
  makeText: (column: number) => void,
) => LineTaker;

/** For formats of one record a line. Empty lines are none. */
export function readEachLine(read: (line: string, number: number) => LineCells): LineTakerMaker {
  return (put) => ({
    take: (line, number) => {
      if (line.trim() !== '') put(read(line.replace(/\r$/, ''), number), number);
    },
    end: () => undefined,
  });
}

/** Fills a table line by line. */
export class LineFiller implements FileReader {
  readonly timeColumn: string | null;
  #columns: readonly ColumnInfo[];
  readonly #filler: TableFiller;
  readonly #broken = new LineNumbers();
  readonly #uneven = new LineNumbers();
  readonly #misfits: () => readonly Misfits[];
  /** What the cells of a row beyond its columns stand in, which most files have none of. */
  readonly #over: ColumnInfo | null;
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
    about: {
      readonly misfits?: () => readonly Misfits[];
      readonly over?: ColumnInfo | undefined;
    } = {},
  ) {
    this.#columns = columns;
    this.#misfits = about.misfits ?? (() => []);
    this.#over = about.over ?? null;
    this.timeColumn = columns.find(({ title }) => title === timeTitle)?.name ?? null;
    this.#lines = make(
      (cells, line, uneven = false) => {
        this.#put(cells, line, uneven);
      },
      (column) => {
        this.#makeText(column);
      },
    );
    this.#filler = new TableFiller(sqlite, name, columns);
  }

  get columns(): readonly ColumnInfo[] {
    return this.#columns;
  }
  get rows(): number {
    return this.#filler.rows;
  }
  get broken(): BrokenLines {
    return this.#broken.broken;
  }
  get uneven(): BrokenLines {
    return this.#uneven.broken;
  }
  get misfits(): readonly Misfits[] {
    return this.#misfits();
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
    this.#broken.add(this.#line + 1);
    this.#cut = true;
    this.#rest = '';
  }

  #take(line: string): void {
    this.#line += 1;
    if (!this.#cut) this.#lines.take(line, this.#line);
    this.#cut = false;
  }

  #put(cells: LineCells, line: number, uneven: boolean): void {
    if (cells === 'skip') return;
    if (cells === 'broken' || !this.#add(cells)) this.#broken.add(line);
    else if (uneven) this.#uneven.add(line);
  }

  /** @returns false: the row is larger than the database takes one */
  #add(cells: readonly (string | null)[]): boolean {
    if (cells.length > this.#columns.length && this.#over) {
      this.#filler.addColumn(this.#over);
      this.#columns = [...this.#columns, this.#over];
    }
    try {
      this.#filler.addTexts(cells);
      return true;
    } catch (error) {
      if (error instanceof RowTooLargeError) return false;
      throw error;
    }
  }

  #makeText(column: number): void {
    this.#filler.makeText(column);
    this.#columns = this.#columns.map((one, at) =>
      at === column ? { ...one, kind: 'text' } : one,
    );
  }

  close(): void {
    this.#filler.close();
  }
  drop(): void {
    this.#filler.drop();
  }
}
