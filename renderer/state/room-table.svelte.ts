import type { EvidenceContent, EvidenceRow } from '../../content/engine/evidence/read-evidence.ts';
import { findInstant } from './room-citations.ts';
import { filterInSlices, sortInSlices } from './slices.ts';
import { parseFilter, writeSearch } from './table-filter.ts';

export type TableRow = EvidenceRow;

export interface TableSort {
  readonly column: number;
  readonly down: boolean;
}

/** How many columns are shown where the drill does not say which. */
const usualColumns = 6;

/**
 * How one person looks at a table: filter, sort, columns, the open row. Filtering and sorting run
 * in slices; a newer wish stops an older one, and the rows shown stay until the new ones are there.
 */
export class RoomTable {
  readonly columns: readonly string[];
  readonly brokenLines: readonly number[];
  #typed = $state('');
  #sort = $state.raw<TableSort | null>(null);
  #shown = $state.raw<readonly number[]>([]);
  #rows = $state.raw<readonly TableRow[]>([]);
  #count = $state(0);
  #working = $state(false);
  opened = $state.raw<string | number | null>(null);
  #all: readonly TableRow[] = [];
  #sorted: readonly TableRow[] = [];
  /** By place in the file; written when a row is first searched. */
  readonly #searches: string[] = [];
  readonly #span: readonly [string, string] | null;
  #wish = 0;

  constructor(
    content: Extract<EvidenceContent, { kind: 'table' }>,
    columns: readonly string[] | undefined,
  ) {
    this.columns = content.columns;
    this.brokenLines = content.brokenLines;
    const named = (columns ?? []).map((name) => content.columns.indexOf(name));
    const wanted = named.filter((index) => index >= 0);
    this.#shown =
      wanted.length > 0 ? wanted : content.columns.slice(0, usualColumns).map((_, index) => index);
    this.#all = content.rows;
    this.#sorted = this.#all;
    this.#rows = this.#all;
    this.#count = this.#all.length;
    this.#span = findSpan(this.#all);
    // Before anybody types, so that the first keystroke is as fast as the others.
    void filterInSlices(
      this.#all,
      (row) => this.#searchOf(row) === '',
      () => false,
    );
  }

  get typed(): string {
    return this.#typed;
  }
  get sort(): TableSort | null {
    return this.#sort;
  }
  /** Indexes of the columns shown, in order. */
  get shown(): readonly number[] {
    return this.#shown;
  }
  get rows(): readonly TableRow[] {
    return this.#rows;
  }
  /** Rows of the whole table. */
  get count(): number {
    return this.#count;
  }
  get working(): boolean {
    return this.#working;
  }

  /** First and last instant of the table; null where no column holds times. */
  get span(): readonly [string, string] | null {
    return this.#span;
  }
  /** The one day on which everything happened, `2026-03-10`; null where there are several. */
  get day(): string | null {
    const [first, last] = this.#span ?? ['', ' '];
    return first.slice(0, 10) === last.slice(0, 10) ? first.slice(0, 10) : null;
  }

  filter(typed: string): Promise<void> {
    this.#typed = typed;
    return this.#refresh(false);
  }

  /** Sorts by a column; once more turns it round; a third time gives the file's own order. */
  sortBy(column: number): Promise<void> {
    const { column: before, down } = this.#sort ?? { column: -1, down: false };
    this.#sort = before !== column ? { column, down: false } : down ? null : { column, down: true };
    return this.#refresh(true);
  }

  /** Shows or hides a column; the last one stays. */
  toggleColumn(column: number): void {
    const without = this.#shown.filter((one) => one !== column);
    if (without.length === this.#shown.length) this.#shown = [...this.#shown, column];
    else if (without.length > 0) this.#shown = without;
  }

  /** The row with this record id, else the one at this place in the file; from all rows. */
  find(id: string | number): TableRow | null {
    return (
      this.#all.find((row) => (typeof id === 'string' ? row.id === id : row.index === id)) ?? null
    );
  }

  #searchOf({ index, cells }: TableRow): string {
    return (this.#searches[index] ??= writeSearch(cells));
  }

  async #refresh(resort: boolean): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const stale = (): boolean => wish !== this.#wish;
    this.#working = true;
    // Let the keystroke be painted before any row is looked at.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (stale()) return;
    if (resort) {
      const sort = this.#sort;
      const sorted = sort ? await sortInSlices(this.#all, compareBy(sort), stale) : this.#all;
      if (sorted === null || stale()) return;
      this.#sorted = sorted;
    }
    const test = parseFilter(this.#typed, this.columns);
    const rows = test
      ? await filterInSlices(this.#sorted, (row) => test(row.cells, this.#searchOf(row)), stale)
      : this.#sorted;
    if (rows === null || stale()) return;
    this.#rows = rows;
    this.#working = false;
  }
}

function findSpan(rows: readonly TableRow[]): readonly [string, string] | null {
  const column = rows[0]?.cells.findIndex((cell) => findInstant(cell) !== null) ?? -1;
  if (column < 0) return null;
  let first: string | null = null;
  let last: string | null = null;
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell.length < 19 || cell[4] !== '-' || cell[16] !== ':') continue;
    const at = `${cell.slice(0, 10)}T${cell.slice(11, 19)}Z`;
    if (first === null || at < first) first = at;
    if (last === null || at > last) last = at;
  }
  return first === null || last === null ? null : [first, last];
}

/** Numbers by size where both cells are numbers, other texts by code unit; empty cells last. */
function compareBy({ column, down }: TableSort): (a: TableRow, b: TableRow) => number {
  const sign = down ? -1 : 1;
  return (a, b) => {
    const x = a.cells[column] ?? '';
    const y = b.cells[column] ?? '';
    if (x === y) return 0;
    if (x === '') return 1;
    if (y === '') return -1;
    const difference = Number(x) - Number(y);
    if (Number.isFinite(difference) && difference !== 0) return sign * difference;
    return x < y ? -sign : sign;
  };
}
