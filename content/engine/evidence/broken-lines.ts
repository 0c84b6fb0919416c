import type { ColumnKind } from './evidence-column.ts';
import { fitsKind } from './infer-kinds.ts';

/** Numbers of lines, from 1. */
export interface BrokenLines {
  readonly count: number;
  /** The first hundred of them. */
  readonly lines: readonly number[];
}

/** Cells of a column that are not what nearly all of its cells are. */
export interface Misfits extends BrokenLines {
  /** As the file names it. */
  readonly column: string;
  readonly kind: ColumnKind;
}

const mostLines = 100;
const zero = 0x30;

/** By its first signs: this is asked of every whole number of a file. */
function hasLeadingZero(cell: string): boolean {
  return cell.charCodeAt(0) === zero && /^0\d+$/.test(cell);
}

/** Counts lines that come in order, and what stands on none. */
export class LineNumbers {
  #count = 0;
  #last = 0;
  readonly #lines: number[] = [];

  /** Two faults in one line are one broken line. */
  add(line: number | null): void {
    if (line !== null && this.#last === line) return;
    this.#count += 1;
    if (line === null) return;
    this.#last = line;
    if (this.#lines.length < mostLines) this.#lines.push(line);
  }

  get broken(): BrokenLines {
    return { count: this.#count, lines: [...this.#lines] };
  }
}

/** Counts, by column, the cells that are not of its kind: they stand as they were written. */
export class MisfitCounter {
  readonly #kinds: ColumnKind[];
  readonly #titles: readonly string[];
  readonly #lines: LineNumbers[];

  constructor(titles: readonly string[], kinds: readonly ColumnKind[]) {
    this.#titles = titles;
    this.#kinds = [...kinds];
    this.#lines = kinds.map(() => new LineNumbers());
  }

  /** @param line on which the cells stand, from 1; null where the file does not go by lines */
  look(cells: readonly string[], line: number | null): void {
    for (let at = 0; at < this.#kinds.length; at += 1) {
      const kind = this.#kinds[at] ?? 'text';
      const cell = cells[at] ?? '';
      if (kind !== 'text' && cell !== '' && !fitsKind(kind, cell)) this.#lines[at]?.add(line);
    }
  }

  /**
   * A column of whole numbers in which a cell has leading zeros (`007`): it holds names, not numbers. From
   * now on it is one of texts, in which nothing is a misfit. Call before `look` of the same cells.
   *
   * @returns its place; -1: there is none
   */
  turnToText(cells: readonly string[]): number {
    for (let at = 0; at < this.#kinds.length; at += 1) {
      if (this.#kinds[at] !== 'integer' || !hasLeadingZero(cells[at] ?? '')) continue;
      this.#kinds[at] = 'text';
      this.#lines[at] = new LineNumbers();
      return at;
    }
    return -1;
  }

  get misfits(): readonly Misfits[] {
    return this.#lines.flatMap(({ broken }, at) => {
      const kind = this.#kinds[at] ?? 'text';
      return broken.count === 0 ? [] : [{ ...broken, column: this.#titles[at] ?? '', kind }];
    });
  }
}
