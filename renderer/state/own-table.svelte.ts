import { findInstants, writeSqlName } from '../../content/engine/evidence/filter-sql.ts';
import {
  mostBuckets,
  mostValues,
  onlyValue,
  withoutPeriod,
  type FacetColumn,
  type FacetTable,
  type Grouping,
} from './facets.ts';
import {
  mostCreations,
  readProcessCreations,
  selectProcessCreations,
  type ProcessCreations,
} from './process-creations.ts';
import type { ProcessNode } from './process-tree.ts';
import { runStepsInSlices } from './slices.ts';
import type {
  Histogram,
  SourceRow,
  SqlBench,
  SqlCell,
  TableFilter,
  TableInfo,
} from './sql-bench.ts';
import { writeSelect } from './write-select.ts';

/** A row as it is shown; `place` leads back to the whole record. */
export interface OwnRow {
  readonly index: number;
  readonly cells: readonly SqlCell[];
  readonly place: SourceRow | null;
}

/** How a table is looked at. */
export type OwnTableView = 'filter' | 'sql' | 'tree';

const usualColumns = 7;

/**
 * How one person looks at a table too large to be in the window: conditions, counts, time and order
 * are asked of the database, and so many of its rows come over as can be read.
 */
export class OwnTable implements FacetTable {
  readonly info: TableInfo;
  readonly facetColumns: readonly FacetColumn[];
  readonly timeColumn: string | null;
  #conditions = $state.raw<TableFilter>([]);
  #histogram = $state.raw<Histogram | null>(null);
  #grouping = $state.raw<Grouping | null>(null);
  #sort = $state.raw<{ readonly column: number; readonly down: boolean } | null>(null);
  #shown = $state.raw<readonly number[]>([]);
  #rows = $state.raw<readonly OwnRow[]>([]);
  #matching = $state<number | null>(null);
  #isBegun = false;
  #working = $state(true);
  #timeShown = $state(false);
  #problem = $state<string | null>(null);
  #view = $state<OwnTableView>('filter');
  #processes = $state.raw<ProcessCreations | null>(null);
  #target = $state<number | null>(null);
  #starts: readonly (SourceRow | null)[] = [];
  opened = $state.raw<string | number | null>(null);
  #grouped: string | null = null;
  #wish = 0;
  readonly #bench: SqlBench;

  constructor(bench: SqlBench, info: TableInfo) {
    this.#bench = bench;
    this.info = info;
    this.facetColumns = info.columns
      .filter(({ kind }) => kind !== 'json')
      .map(({ name, title }) => ({ id: name, title }));
    this.timeColumn = info.span && info.timeColumn;
    const usual = info.columns
      .flatMap(({ kind }, index) => (kind === 'json' ? [] : [index]))
      .slice(0, usualColumns);
    const timeAt = info.columns.findIndex(({ name }) => name === this.timeColumn);
    // When it was is worth more than a seventh column.
    this.#shown =
      timeAt < 0 || usual.includes(timeAt) ? usual : [...usual.slice(0, usualColumns - 1), timeAt];
    this.#timeShown = this.timeColumn !== null;
  }

  /** Reads what is shown of it, once. Of two hundred files opened at once most are never looked at. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    void this.refresh();
    void this.#readProcesses();
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
  get sort(): { readonly column: number; readonly down: boolean } | null {
    return this.#sort;
  }
  /** Indexes of the columns shown. */
  get shown(): readonly number[] {
    return this.#shown;
  }
  get rows(): readonly OwnRow[] {
    return this.#rows;
  }
  /** Rows that match, shown or not; null until they are counted. */
  get matching(): number | null {
    return this.#matching;
  }
  get working(): boolean {
    return this.#working;
  }
  get problem(): string | null {
    return this.#problem;
  }
  get view(): OwnTableView {
    return this.#view;
  }
  set view(view: OwnTableView) {
    this.#view = view;
  }
  /** Starts of processes, as a tree; null where the table holds none. */
  get processes(): ProcessCreations | null {
    return this.#processes;
  }
  get timeShown(): boolean {
    return this.#timeShown;
  }
  set timeShown(shown: boolean) {
    this.#timeShown = shown;
    if (shown) void this.refresh();
  }

  setConditions(conditions: TableFilter): void {
    this.#conditions = conditions;
    void this.refresh();
  }
  groupBy(column: string | null): void {
    this.#grouped = column;
    if (column === null) this.#grouping = null;
    else void this.refresh();
  }
  /** By the place among the columns shown; once more turns it round; a third time the file's order. */
  sortBy(place: number): void {
    const column = this.#shown[place];
    if (column === undefined) return;
    const before = this.#sort;
    this.#sort =
      before?.column !== column
        ? { column, down: false }
        : before.down
          ? null
          : { column, down: true };
    void this.refresh();
  }
  /** Shows or hides a column; the last one stays. */
  toggleColumn(column: number): void {
    const without = this.#shown.filter((one) => one !== column);
    if (without.length === this.#shown.length) this.#shown = [...this.#shown, column];
    else if (without.length > 0) this.#shown = without;
    void this.refresh();
  }

  /** The query that all this stands for. */
  writeSql(): string {
    const name = this.#sort && this.info.columns[this.#sort.column]?.name;
    return writeSelect({
      table: this.info.name,
      columns: this.#shown.flatMap((column) => this.info.columns[column]?.name ?? []),
      filter: this.#conditions,
      sort: name ? { column: name, down: this.#sort?.down ?? false } : null,
      group: this.#grouping?.column ?? null,
      instants: findInstants(this.info),
    });
  }

  /** Leaves only the rows that say the same in a column as this one, and opens it. */
  async showRow(row: number, column: string): Promise<void> {
    this.#view = 'filter';
    this.#sort = null;
    const sql = `SELECT ${writeSqlName(column)} FROM ${this.info.name} WHERE rowid = ${String(row)}`;
    const outcome = await this.#bench.run(sql).outcome;
    const [[value = null] = []] = outcome.kind === 'done' ? outcome.rows : [];
    this.#conditions = [onlyValue(column, value)];
    await this.refresh();
    this.#target = this.#rows.find(({ place }) => place?.row === row)?.index ?? null;
  }
  /** The row that was asked for, until it is in sight. */
  get target(): number | null {
    return this.#target;
  }
  reached(): void {
    this.#target = null;
  }

  /** Every field of the record that starts a process. */
  readStart({ row }: ProcessNode): Promise<string> {
    return this.readRecord({ place: this.#starts[row.index] ?? null });
  }

  /** Every field of one record. */
  async readRecord({ place }: Pick<OwnRow, 'place'>): Promise<string> {
    if (!place) return '';
    const sql = `SELECT * FROM ${this.info.name} WHERE rowid = ${String(place.row)}`;
    const outcome = await this.#bench.run(sql).outcome;
    if (outcome.kind !== 'done') return 'The record could not be read again.';
    const [cells = []] = outcome.rows;
    return outcome.columns
      .map((column, index) => `${column}: ${cells[index] === null ? '' : String(cells[index])}`)
      .join('\n');
  }

  async #readProcesses(): Promise<void> {
    const sql = selectProcessCreations(this.info);
    if (sql === null) return;
    const outcome = await this.#bench.run(sql, { limit: mostCreations }).outcome;
    if (outcome.kind !== 'done' || outcome.rows.length === 0) return;
    this.#starts = outcome.records ?? [];
    this.#processes = await runStepsInSlices(
      readProcessCreations(outcome.rows, outcome.capped),
      () => false,
    );
  }

  async refresh(): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const stale = (): boolean => wish !== this.#wish;
    // An older query is let finish: stopping may cost reading a large file in again.
    this.#working = true;
    this.#problem = null;
    // Several wishes within one event, such as both ends of a period, are one.
    await Promise.resolve();
    if (stale()) return;
    await this.#readRows(stale);
    if (stale()) return;
    const filter = this.#conditions;
    if (this.#timeShown && this.timeColumn !== null) {
      const others = withoutPeriod(filter, this.timeColumn);
      const histogram = await this.#bench.countOverTime(this.info.name, mostBuckets, others);
      if (stale()) return;
      this.#histogram = histogram;
    }
    const column = this.#grouped;
    if (column !== null) {
      const counts = await this.#bench.countValues(this.info.name, column, filter, mostValues);
      if (stale()) return;
      // It may have been closed while it was counted.
      if (column === this.#grouped) {
        this.#grouping = { column, counts, more: counts.length >= mostValues };
      }
    }
    this.#working = false;
  }

  async #readRows(stale: () => boolean): Promise<void> {
    const name = this.#sort && this.info.columns[this.#sort.column]?.name;
    const select = {
      table: this.info.name,
      columns: this.#shown.flatMap((column) => this.info.columns[column]?.name ?? []),
      filter: this.#conditions,
      instants: findInstants(this.info),
    };
    const sort = name ? { column: name, down: this.#sort?.down ?? false } : null;
    const outcome = await this.#bench.run(writeSelect({ ...select, sort })).outcome;
    if (stale()) return;
    if (outcome.kind === 'fault') {
      this.#problem = outcome.fault.message;
      return;
    }
    if (outcome.kind === 'stopped') return;
    const { rows, records, capped } = outcome;
    this.opened = null;
    this.#rows = rows.map((cells, index) => ({ index, cells, place: records?.[index] ?? null }));
    if (!capped) {
      this.#matching = rows.length;
      return;
    }
    this.#matching = null;
    const counted = await this.#bench.run(writeSelect({ ...select, columns: ['count(*)'] }))
      .outcome;
    const [[count = null] = []] = counted.kind === 'done' ? counted.rows : [];
    if (!stale() && typeof count === 'number') this.#matching = count;
  }
}
