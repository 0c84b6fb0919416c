import { isTimeTitle, readEpochTime } from '../../content/engine/evidence/epoch-times.ts';
import { readWholeTime } from '../../content/engine/evidence/find-times.ts';

/** Rows that tell which columns hold times. */
const sampled = 300;
/** Such a column holds how long something took, not when it was. */
const duration = /dur|elapsed|length|took|uptime|hours|minutes|seconds|_ms$|_s$/i;

/** A time of a row, and the columns that say it. */
export interface RowTime {
  readonly columns: readonly number[];
  readonly at_s: number;
}

type Reading = (cell: string) => number | null;

/** The times in the rows of a table, of every column that holds some. */
export class TableTimes {
  readonly #columns = new Map<number, Reading>();
  readonly #near_s: number;

  /** @param near_s when the scenario begins: a clock that names no day is of the nearest */
  constructor(
    titles: readonly string[],
    rows: readonly { readonly cells: readonly string[] }[],
    near_s: number,
  ) {
    this.#near_s = near_s;
    const sample = rows.slice(0, sampled);
    for (const [column, title] of titles.entries()) {
      const cells = sample.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
      const read = this.#chooseReading(title, cells);
      if (read) this.#columns.set(column, read);
    }
  }

  /** Columns that hold times, as far as they are known. */
  get columns(): { readonly size: number; has(column: number): boolean } {
    return this.#columns;
  }

  /** The times of a row, in the order of its columns; columns that say the same instant are one. */
  read(cells: readonly string[]): readonly RowTime[] {
    const found: { readonly columns: number[]; readonly at_s: number }[] = [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? '';
      const read = this.#columns.get(column);
      // A column may hold its first time behind the rows that were looked at.
      const at_s = read ? read(cell) : looksDated(cell) ? this.#readDated(cell) : null;
      if (at_s === null) continue;
      if (!read) this.#columns.set(column, this.#readDated);
      const same = found.find((one) => one.at_s === at_s);
      if (same) same.columns.push(column);
      else found.push({ columns: [column], at_s });
    }
    return found;
  }

  readonly #readDated: Reading = (cell) => readWholeTime(cell, this.#near_s);

  #chooseReading(title: string, cells: readonly string[]): Reading | null {
    if (cells.some((cell) => readWholeTime(cell, null) !== null)) return this.#readDated;
    if (cells.length === 0) return null;
    if (isTimeTitle(title) && cells.every((cell) => readEpoch(cell) !== null)) return readEpoch;
    const isClock = cells.every((cell) => readWholeTime(cell, this.#near_s) !== null);
    return isClock && !duration.test(title) ? this.#readDated : null;
  }
}

function looksDated(cell: string): boolean {
  return cell.length >= 16 && cell.charCodeAt(4) === 0x2d && cell.charCodeAt(13) === 0x3a;
}

function readEpoch(cell: string): number | null {
  const at_s = readEpochTime(cell);
  return at_s === null ? null : Math.floor(at_s);
}
