import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { QueryBook } from './query-book.svelte.ts';
import type {
  RunningQuery,
  RunOptions,
  SourceRow,
  SourceRows,
  SqlBench,
  TableInfo,
} from './sql-bench.ts';
import { SqlQuery, type QueryResult } from './sql-query.svelte.ts';

interface RoomSqlParts {
  readonly attempt: Attempt;
  readonly open: () => Promise<SqlBench>;
  readonly book: QueryBook;
  readonly now_ms: () => number;
}

/**
 * SQL over the evidence that has been opened in an attempt: what was not opened, and may cost time,
 * is no table. The engine is started when SQL is first asked for.
 */
export class RoomSql {
  #tables = $state.raw<readonly TableInfo[]>([]);
  #preparing = $state(0);
  #opening: Promise<SqlBench> | null = null;
  #bench: SqlBench | null = null;
  #stopListening: () => void = () => undefined;
  #gone = false;
  /** Evidence → whether its box of SQL is shown instead of the filter. */
  #shown = $state.raw<Readonly<Record<string, boolean>>>({});
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- each query says by itself what changed
  readonly #queries = new Map<string, SqlQuery>();
  readonly #parts: RoomSqlParts;

  constructor(parts: RoomSqlParts) {
    this.#parts = parts;
  }

  /** The engine is being started, or tables are being made. */
  get preparing(): boolean {
    return this.#preparing > 0;
  }
  get tables(): readonly TableInfo[] {
    return this.#tables;
  }
  tableOf(evidence: string): TableInfo | null {
    return (
      this.#tables.find(
        ({ source }) => source.kind === 'evidence' && source.evidence === evidence,
      ) ?? null
    );
  }

  isShown(evidence: string): boolean {
    return this.#shown[evidence] ?? false;
  }
  show(evidence: string, shown: boolean): void {
    this.#shown = { ...this.#shown, [evidence]: shown };
    // What fails here is said when a query is run.
    if (shown) void this.#prepare().catch(() => undefined);
  }

  /** The box of SQL that stands over a piece of evidence. */
  queryOf(evidence: string): SqlQuery {
    const found = this.#queries.get(evidence);
    if (found) return found;
    const { book, now_ms } = this.#parts;
    const query = new SqlQuery(
      evidence,
      book,
      { run: (sql, options) => this.#run(sql, options) },
      now_ms,
    );
    this.#queries.set(evidence, query);
    return query;
  }

  /** The table of a piece of evidence, once it is there; null where it has no rows. */
  async tableFor(evidence: string): Promise<TableInfo | null> {
    await this.#prepare();
    return this.tableOf(evidence);
  }

  cite(row: SourceRow): Citation | null {
    return this.#bench?.cite(row) ?? null;
  }
  citeResult({ sql, rows }: QueryResult, group: SourceRows | null): Citation | null {
    return this.#bench?.citeResult(sql, rows, group) ?? null;
  }

  dispose(): void {
    this.#gone = true;
    this.#stopListening();
    this.#bench?.dispose();
    this.#bench = null;
  }

  async #run(sql: string, options: RunOptions): Promise<RunningQuery> {
    const bench = await this.#prepare();
    return bench.run(sql, options);
  }

  /** Starts the engine where needed, and makes tables of everything opened since. */
  async #prepare(): Promise<SqlBench> {
    this.#preparing += 1;
    try {
      return await this.#loadOpened();
    } finally {
      this.#preparing -= 1;
    }
  }

  async #loadOpened(): Promise<SqlBench> {
    this.#opening ??= this.#open();
    let bench: SqlBench;
    try {
      bench = await this.#opening;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
    const { state, prepared } = this.#parts.attempt;
    for (const [id, opened_s] of state.evidence) {
      const item = prepared.byId.evidence.get(id);
      if (opened_s === null || !item) continue;
      const { title, format, key } = item;
      const text = prepared.evidence.get(id) ?? '';
      await bench.loadEvidence({ evidence: id, title, format, key, text });
    }
    return bench;
  }

  async #open(): Promise<SqlBench> {
    const bench = await this.#parts.open();
    if (this.#gone) {
      bench.dispose();
      throw new Error('The room was left.');
    }
    this.#bench = bench;
    this.#tables = bench.tables;
    this.#stopListening = bench.onTables(() => {
      this.#tables = bench.tables;
    });
    return bench;
  }
}
