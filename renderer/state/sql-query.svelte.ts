import { sortInSlices } from './slices.ts';
import type { QueryBook } from './query-book.svelte.ts';
import type {
  QueryFault,
  QueryRows,
  RunningQuery,
  RunOptions,
  SourceRow,
  SourceRows,
  SqlCell,
} from './sql-bench.ts';

/** A row of a result, with its place in it: from 0, for showing only. */
export interface ResultRow {
  readonly index: number;
  readonly cells: readonly SqlCell[];
  /** The one record it comes from; null where it is made of several. */
  readonly record: SourceRow | null;
  /** The records it is made of, where they are several and known. */
  readonly group: SourceRows | null;
}

/** A result as it stands: while it comes in, and when it is whole. */
export interface QueryResult {
  readonly sql: string;
  readonly rows: QueryRows;
  /** More rows matched than are shown. */
  readonly capped: boolean;
  /** null: rows are still coming in. */
  readonly elapsed_ms: number | null;
}

export interface SqlRunner {
  /** Makes ready what queries may ask, then runs. Rejects where SQL cannot be started at all. */
  run(sql: string, options: RunOptions): Promise<RunningQuery>;
}

const tick_ms = 200;

/** One box of SQL: what stands in it, what runs, and what the last run gave. */
export class SqlQuery {
  readonly box: string;
  readonly book: QueryBook;
  #result = $state.raw<QueryResult | null>(null);
  #fault = $state.raw<{ readonly sql: string; readonly fault: QueryFault } | null>(null);
  #phase = $state<'idle' | 'starting' | 'running' | 'stopping'>('idle');
  #stopped = $state(false);
  #elapsed_ms = $state(0);
  #sort = $state.raw<{ readonly column: number; readonly down: boolean } | null>(null);
  #rows = $state.raw<readonly ResultRow[]>([]);
  opened = $state.raw<string | number | null>(null);
  #running: RunningQuery | null = null;
  #wish = 0;
  /** Place in the history that is shown; -1: what was typed. */
  #past = -1;
  #before = '';
  readonly #runner: SqlRunner;
  readonly #now_ms: () => number;

  constructor(box: string, book: QueryBook, runner: SqlRunner, now_ms: () => number) {
    this.box = box;
    this.book = book;
    this.#runner = runner;
    this.#now_ms = now_ms;
  }

  get typed(): string {
    return this.book.typedIn(this.box);
  }
  /** The last result; stays while another query runs, or has a fault. */
  get result(): QueryResult | null {
    return this.#result;
  }
  /** What was said of the query that stands in the box; null once it was changed. */
  get fault(): QueryFault | null {
    return this.#fault?.sql === this.typed ? this.#fault.fault : null;
  }
  get busy(): boolean {
    return this.#phase !== 'idle';
  }
  get stopping(): boolean {
    return this.#phase === 'stopping';
  }
  /** The last query was stopped by the person. */
  get stopped(): boolean {
    return this.#stopped;
  }
  /** How long the query at hand has run, a few times a second. */
  get elapsed_ms(): number {
    return this.#elapsed_ms;
  }
  get sort(): { readonly column: number; readonly down: boolean } | null {
    return this.#sort;
  }
  /** Rows in the order they are shown. */
  get rows(): readonly ResultRow[] {
    return this.#rows;
  }

  type(sql: string): void {
    this.#past = -1;
    this.book.type(this.box, sql);
  }

  /** Older (+1) or newer (-1) in the history; false where there is nothing further. */
  recall(step: 1 | -1): boolean {
    const to = this.#past + step;
    if (to < -1 || to >= this.book.history.length) return false;
    if (this.#past === -1) this.#before = this.typed;
    this.book.type(this.box, to === -1 ? this.#before : (this.book.history[to] ?? ''));
    this.#past = to;
    return true;
  }

  async run(sql: string = this.typed): Promise<void> {
    if (sql.trim() === '' || this.busy) return;
    if (sql !== this.typed) this.type(sql);
    this.#past = -1;
    this.book.add(sql);
    this.#phase = 'starting';
    this.#fault = null;
    this.#stopped = false;
    const started_ms = this.#now_ms();
    this.#elapsed_ms = 0;
    const timer = setInterval(() => {
      this.#elapsed_ms = this.#now_ms() - started_ms;
    }, tick_ms);
    try {
      await this.#follow(sql);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `SQL could not be started: ${why} The evidence is unchanged; the filter works without it. Try again.`;
      this.#fault = { sql, fault: { message, place: null, suggestion: null } };
    } finally {
      clearInterval(timer);
      this.#running = null;
      this.#phase = 'idle';
    }
  }

  async #follow(sql: string): Promise<void> {
    let come = false;
    const show = (rows: QueryRows, capped: boolean, elapsed_ms: number | null): void => {
      if (!come) {
        come = true;
        this.#sort = null;
        this.opened = null;
      }
      this.#result = { sql, rows, capped, elapsed_ms };
      this.#number(rows);
    };
    const running = await this.#runner.run(sql, {
      onRows: (rows) => {
        if (this.#phase === 'running') show(rows, false, null);
      },
    });
    this.#running = running;
    // Somebody pressed stop while the engine was still being started.
    if (this.stopping) running.stop();
    else this.#phase = 'running';
    const outcome = await running.outcome;
    switch (outcome.kind) {
      case 'done':
        show(outcome, outcome.capped, outcome.elapsed_ms);
        return;
      case 'fault':
        this.#fault = { sql, fault: outcome.fault };
        return;
      case 'stopped':
        this.#stopped = true;
        // Rows that had come stay, as a result that was stopped.
        if (come && this.#result)
          this.#result = { ...this.#result, elapsed_ms: outcome.elapsed_ms };
        return;
    }
  }

  stop(): void {
    if (!this.busy) return;
    this.#phase = 'stopping';
    this.#running?.stop();
  }

  /** Sorts what is shown; once more turns it round; a third time gives the query's own order. */
  async sortBy(column: number): Promise<void> {
    const before = this.#sort;
    this.#sort =
      before?.column !== column
        ? { column, down: false }
        : before.down
          ? null
          : { column, down: true };
    const { rows } = this.#result ?? {};
    if (rows) await this.#arrange(rows);
  }

  #number(rows: QueryRows): void {
    if (this.#sort) void this.#arrange(rows);
    else this.#rows = numberRows(rows);
  }

  async #arrange(rows: QueryRows): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const numbered = numberRows(rows);
    const sort = this.#sort;
    const sorted = sort
      ? await sortInSlices(numbered, compareBy(sort), () => wish !== this.#wish)
      : numbered;
    if (sorted !== null && wish === this.#wish) this.#rows = sorted;
  }
}

function numberRows({ rows, records, groups }: QueryRows): ResultRow[] {
  return rows.map((cells, index) => ({
    index,
    cells,
    record: records?.[index] ?? null,
    group: groups?.[index] ?? null,
  }));
}

/** As SQLite sorts: numbers before texts, texts by code unit; NULL last either way. */
function compareBy({ column, down }: { readonly column: number; readonly down: boolean }) {
  const sign = down ? -1 : 1;
  return (a: ResultRow, b: ResultRow): number => {
    const x = a.cells[column] ?? null;
    const y = b.cells[column] ?? null;
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    if (typeof x !== typeof y) return typeof x === 'number' ? -sign : sign;
    return x < y ? -sign : sign;
  };
}
