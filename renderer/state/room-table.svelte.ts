import { MisfitCounter, type Misfits } from '../../content/engine/evidence/broken-lines.ts';
import { inferKinds } from '../../content/engine/evidence/infer-kinds.ts';
import type { EvidenceContent, EvidenceRow } from '../../content/engine/evidence/read-evidence.ts';
import {
  findPeriod,
  mostBuckets,
  mostValues,
  withoutPeriod,
  type FacetColumn,
  type FacetTable,
  type Grouping,
} from './facets.ts';
import { findInstant } from './room-citations.ts';
import { filterInSlices, sortInSlices } from './slices.ts';
import type { Histogram, TableFilter } from './sql-bench.ts';
import { parseFilter, writeSearch } from './table-filter.ts';
import { testConditions } from './test-conditions.ts';
import { TimeBuckets } from './time-buckets.ts';
import { chooseUsualColumns } from './usual-columns.ts';

export type TableRow = EvidenceRow;

export interface TableSort {
  readonly column: number;
  readonly down: boolean;
}

/**
 * How one person looks at a table: filter, conditions, counts, sort, columns, the open row. Filtering and sorting run
 * in slices; a newer wish stops an older one, and the rows shown stay until the new ones are there.
 */
export class RoomTable implements FacetTable {
  readonly columns: readonly string[];
  readonly facetColumns: readonly FacetColumn[];
  readonly timeColumn: string | null;
  readonly brokenLines: readonly number[];
  readonly unevenLines: readonly number[];
  /** Rows whose time is none, where the column of times follows from its cells. */
  readonly misfits: readonly Misfits[];
  #typed = $state('');
  #sort = $state.raw<TableSort | null>(null);
  #shown = $state.raw<readonly number[]>([]);
  #rows = $state.raw<readonly TableRow[]>([]);
  #count = $state(0);
  #working = $state(false);
  #conditions = $state.raw<TableFilter>([]);
  #histogram = $state.raw<Histogram | null>(null);
  #grouped = $state.raw<string | null>(null);
  #grouping = $state.raw<Grouping | null>(null);
  opened = $state.raw<string | number | null>(null);
  /** The rows over time stand above them. */
  timeShown = $state(false);
  #all: readonly TableRow[] = [];
  #sorted: readonly TableRow[] = [];
  /** By place in the file; written when a row is first searched. */
  readonly #searches: string[] = [];
  readonly #span: readonly [string, string] | null;
  /** Seconds since 1970 of each row by its place in the file; NaN: it does not say. */
  readonly #instants: number[] = [];
  readonly #timeAt: number;
  #wish = 0;

  constructor(
    content: Extract<EvidenceContent, { kind: 'table' }>,
    columns: readonly string[] | undefined,
  ) {
    this.columns = content.columns;
    this.brokenLines = content.brokenLines;
    this.unevenLines = content.unevenLines ?? [];
    const named = (columns ?? []).map((name) => content.columns.indexOf(name));
    const wanted = named.filter((index) => index >= 0);
    this.#shown = wanted.length > 0 ? wanted : chooseUsualColumns(content.columns, content.rows);
    this.#all = content.rows;
    this.#sorted = this.#all;
    this.#rows = this.#all;
    this.#count = this.#all.length;
    this.facetColumns = content.columns.map((name) => ({ id: name, title: name }));
    const inferred = inferTimeColumn(content);
    this.#timeAt = inferred >= 0 ? inferred : findTimeColumn(content);
    this.misfits =
      inferred < 0 ? [] : countMisfits(content.columns[inferred] ?? '', this.#all, inferred);
    this.#span = findSpan(this.#all, this.#timeAt);
    this.timeColumn = this.#span && (content.columns[this.#timeAt] ?? null);
    // Before anybody types, so that the first keystroke is as fast as the others.
    void filterInSlices(
      this.#all,
      (row) => this.#searchOf(row) === '',
      () => false,
    );
    void this.#refresh(false);
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
  /** Every row, in the file's order. */
  get all(): readonly TableRow[] {
    return this.#all;
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

  get conditions(): TableFilter {
    return this.#conditions;
  }
  get histogram(): Histogram | null {
    return this.#histogram;
  }
  get grouping(): Grouping | null {
    return this.#grouping;
  }

  setConditions(conditions: TableFilter): void {
    this.#conditions = conditions;
    void this.#refresh(false);
  }
  /** Shows everything again: nothing typed, no condition. */
  clear(): Promise<void> {
    this.#conditions = [];
    return this.filter('');
  }
  groupBy(column: string | null): void {
    this.#grouped = column;
    if (column === null) this.#grouping = null;
    void this.#refresh(false);
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
    await this.#filterRows(stale);
  }

  /** One way through the rows: which are shown, how they lie in time, how many have which value. */
  async #filterRows(stale: () => boolean): Promise<void> {
    const words = parseFilter(this.#typed, this.columns);
    const others = testConditions(withoutPeriod(this.#conditions, this.timeColumn), this.columns);
    const period = findPeriod(this.#conditions, this.timeColumn);
    const from_s = period ? Date.parse(period.from) / 1000 : -Infinity;
    const to_s = period ? Date.parse(period.to) / 1000 : Infinity;
    const buckets = this.#span ? new TimeBuckets(this.#span, mostBuckets) : null;
    const groupAt = this.#grouped === null ? -1 : this.columns.indexOf(this.#grouped);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const counts = new Map<string, number>();
    const rows = await filterInSlices(
      this.#sorted,
      (row) => {
        if (words && !words(row.cells, this.#searchOf(row))) return false;
        if (!others(row.cells)) return false;
        if (buckets) {
          const at_s = this.#instantOf(row);
          buckets.add(at_s);
          if (period && !(at_s >= from_s && at_s < to_s)) return false;
        }
        if (groupAt >= 0) {
          const value = row.cells[groupAt] ?? '';
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return true;
      },
      stale,
    );
    if (rows === null || stale()) return;
    // All rows in their order are the same list, so that nothing is drawn anew.
    this.#rows = rows.length === this.#sorted.length ? this.#sorted : rows;
    this.#histogram = buckets?.write() ?? null;
    this.#grouping =
      this.#grouped === null || groupAt < 0 ? null : writeGrouping(this.#grouped, counts);
    this.#working = false;
  }

  #instantOf(row: TableRow): number {
    return (this.#instants[row.index] ??=
      Date.parse(findInstant(row.cells[this.#timeAt] ?? '') ?? '') / 1000);
  }
}

function writeGrouping(column: string, counts: ReadonlyMap<string, number>): Grouping {
  const sorted = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { column, counts: sorted.slice(0, mostValues), more: sorted.length > mostValues };
}

/** Rows that tell which column holds times. */
const sampled = 1_000;

/** The column whose cells are times, where the format does not say; -1: there is none. */
function inferTimeColumn({
  columns,
  rows,
  timeColumn,
}: Extract<EvidenceContent, { kind: 'table' }>): number {
  if (timeColumn !== undefined) return -1;
  const sample = rows.slice(0, sampled).map(({ cells }) => cells);
  return inferKinds(columns.length, sample).indexOf('time');
}

function countMisfits(name: string, rows: readonly TableRow[], at: number): readonly Misfits[] {
  const counter = new MisfitCounter([name], ['time']);
  for (const { cells, line } of rows) counter.look([cells[at] ?? ''], line ?? null);
  return counter.misfits;
}

/** The column that says when a row happened; -1 where none does. */
function findTimeColumn({
  columns,
  rows,
  timeColumn,
}: Extract<EvidenceContent, { kind: 'table' }>): number {
  const named = timeColumn === undefined ? -1 : columns.indexOf(timeColumn);
  if (named >= 0) return named;
  return (
    rows[0]?.cells.findIndex(
      (cell) => /\d{4}-\d\d-\d\d/.test(cell) && findInstant(cell) !== null,
    ) ?? -1
  );
}

function findSpan(rows: readonly TableRow[], column: number): readonly [string, string] | null {
  if (column < 0) return null;
  let first: string | null = null;
  let last: string | null = null;
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell.length < 16 || cell[4] !== '-') continue;
    const at = findInstant(cell);
    if (at === null) continue;
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
