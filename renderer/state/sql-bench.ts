/**
 * What the bench's screens may ask of evidence in SQL. The work is done in a worker; nothing here
 * ever holds up the window. `open-sql-bench.ts` makes the real one.
 */
import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { TableFilter } from '../../content/engine/evidence/filter-sql.ts';
import type {
  LoadProgress,
  QueryFault,
  SourceRow,
  SourceRows,
  SqlCell,
  TableInfo,
} from '../../content/engine/evidence/sql-terms.ts';
import type { LaidDocument } from '../../content/engine/evidence/laid-document.ts';
import type { LaidOwnDocument } from '../workers/sql-messages.ts';
import type { EvidenceFormat } from '../../content/engine/format/drill-schema.ts';

export type {
  LoadProgress,
  QueryFault,
  SourceRow,
  SourceRows,
  SqlCell,
  TableInfo,
} from '../../content/engine/evidence/sql-terms.ts';
export type { LaidDocument } from '../../content/engine/evidence/laid-document.ts';
export type { LaidOwnDocument } from '../workers/sql-messages.ts';
export type { FilterCondition, TableFilter } from '../../content/engine/evidence/filter-sql.ts';

/** What a query has given so far. Grows at its end only; each delivery is a new object. */
export interface QueryRows {
  /** As SQLite names them; two may have the same name. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  /** For each row the one record that it comes from; null where rows are made of several. */
  readonly records: readonly SourceRow[] | null;
  /**
   * For each row the records that it counts or puts together; null where each comes from one, and
   * where that cannot be told (a join, a union).
   */
  readonly groups: readonly SourceRows[] | null;
}

export type QueryOutcome =
  | ({
      readonly kind: 'done';
      /** There were more rows than `rowLimit`; those beyond are not here. */
      readonly capped: boolean;
      /** Milliseconds in the worker. */
      readonly elapsed_ms: number;
    } & QueryRows)
  | { readonly kind: 'fault'; readonly fault: QueryFault; readonly elapsed_ms: number }
  | { readonly kind: 'stopped'; readonly elapsed_ms: number };

/** Rows of a result that are kept, unless a query is run with another limit. */
export const rowLimit = 10_000;

export interface RunningQuery {
  /** Never rejects. */
  readonly outcome: Promise<QueryOutcome>;
  /**
   * Stops it within a fraction of a second. Where the runtime has no shared memory the tables are
   * then read in again behind the scenes; queries asked meanwhile wait for that.
   */
  stop(): void;
}

export interface RunOptions {
  /** Instead of `rowLimit`. */
  readonly limit?: number;
  /** Hears of the rows as they come, a few times a second. */
  readonly onRows?: (rows: QueryRows) => void;
}

/** One piece of the drill's evidence, as the attempt has it. */
export interface EvidenceText {
  readonly evidence: string;
  readonly title: string;
  readonly format: EvidenceFormat;
  /** The field that is a record's own id. */
  readonly key?: string | undefined;
  /** The year of the scenario, for times that name none (BSD syslog). */
  readonly year?: number | undefined;
  readonly text: string;
}

export interface TimeBucket {
  /** Start of it, ISO 8601 UTC; the next one's start is its end. */
  readonly from: string;
  readonly count: number;
}

export interface Histogram {
  readonly buckets: readonly TimeBucket[];
  /** Seconds that a bucket covers. */
  readonly step_s: number;
  /** End of the last bucket, ISO 8601 UTC. */
  readonly to: string;
}

export interface ValueCount {
  readonly value: SqlCell;
  readonly count: number;
}

export type OwnFileOutcome =
  | {
      readonly kind: 'table';
      readonly table: TableInfo;
      readonly document?: LaidOwnDocument | undefined;
      /** Why it is shown as a table only, where it looks like more. */
      readonly note?: string | undefined;
    }
  /** A file without rows, such as a mail: it is shown in its viewer. */
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly laid: LaidDocument;
      /** Why it is shown as text, where it looks like more. */
      readonly note?: string | undefined;
    }
  | { readonly kind: 'image'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'cancelled' }
  /** `message` says what happened, what is safe and what to do next. */
  | { readonly kind: 'refused'; readonly message: string };

export interface OwnFileOpening {
  /** The file's name; empty until one was chosen in the dialog. */
  readonly name: string;
  /** Never rejects. One for each file that was chosen or dropped is made. */
  readonly outcome: Promise<OwnFileOutcome>;
  /** Ends it and takes back what had been read so far. */
  cancel(): void;
}

export interface SqlBench {
  /** Every table there is now, evidence first, each kind in the order of loading. */
  readonly tables: readonly TableInfo[];
  /** Calls when `tables` changed; returns the way to stop hearing of it. */
  onTables(listener: () => void): () => void;

  /**
   * Makes a table of a piece of evidence; again for the same one gives what is there. null: its
   * format has no rows (a mail, a text), or no row could be read.
   */
  loadEvidence(evidence: EvidenceText): Promise<TableInfo | null>;
  /**
   * Reads a file from a drop or a file field, or, with null, asks for one in a dialog. It is read in
   * pieces, stays where it is, and goes nowhere else.
   */
  openOwnFile(file: File | null, onProgress: (progress: LoadProgress) => void): OwnFileOpening;
  /** Takes one of the person's own tables away again. */
  closeTable(name: string): Promise<void>;

  /** Runs one statement that reads; anything that would change or reach outside is a fault. */
  run(sql: string, options?: RunOptions): RunningQuery;

  /**
   * How many rows fall into each of at most `buckets` equal stretches of time, over the whole span of
   * the table unless the filter asks for a part of it by its time column. null: there are no times.
   */
  countOverTime(table: string, buckets: number, filter: TableFilter): Promise<Histogram | null>;
  /** The most frequent values of a column, most first. */
  countValues(
    table: string,
    column: string,
    filter: TableFilter,
    limit?: number,
  ): Promise<readonly ValueCount[]>;

  /**
   * How a row of evidence is cited: by its record's own id, or else by its lines in the file. null
   * for a row of an own file, which is no part of an attempt.
   */
  cite(row: SourceRow): Citation | null;
  /**
   * A row that is made of several records: as query and result, resting on those records where they
   * are known and few enough to be listed.
   */
  citeResult(sql: string, rows: QueryRows, group: SourceRows | null): Citation | null;

  /** Ends the worker and frees its memory. */
  dispose(): void;
}
