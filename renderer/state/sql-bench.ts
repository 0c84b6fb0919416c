/**
 * What the bench's screens may ask of evidence in SQL. The work is done in a worker; nothing here
 * ever holds up the window. `open-sql-bench.ts` makes the real one.
 */
import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { EvidenceFormat } from '../../content/engine/format/drill-schema.ts';

/**
 * `time` is an instant as text, ISO 8601 in UTC (`2026-03-10T08:51:09Z`), so that it sorts as text;
 * `json` is JSON as text, for `->>` and `json_extract`.
 */
export type ColumnKind = 'text' | 'integer' | 'real' | 'time' | 'json';

export interface ColumnInfo {
  /** As it is written in SQL: letters, digits and `_` only, so that it never needs quotes. */
  readonly name: string;
  /** As the file names it: `userIdentity.userName`. */
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Evidence of the drill, by its id; or a file of the person's own, by its name. */
export type TableSource =
  | { readonly kind: 'evidence'; readonly evidence: string }
  | { readonly kind: 'own'; readonly file: string };

export interface BrokenLines {
  readonly count: number;
  /** Numbers from 1, the first hundred of them. */
  readonly lines: readonly number[];
}

export interface TableInfo {
  /** As it is written in SQL; never needs quotes. */
  readonly name: string;
  /** For a person to read: the evidence's title, or the file's name. */
  readonly title: string;
  readonly source: TableSource;
  readonly format: EvidenceFormat;
  readonly columns: readonly ColumnInfo[];
  /** The column that says when each row happened; null where none does. */
  readonly timeColumn: string | null;
  readonly rows: number;
  /** First and last instant; null without a time. */
  readonly span: readonly [first: string, last: string] | null;
  /** Lines that could not be read; the rest is whole. */
  readonly broken: BrokenLines;
}

/** Whole numbers beyond 2^53 and blobs (`x'00ff'`) come as text. */
export type SqlCell = string | number | null;

/** A row of evidence that one row of a result comes from. */
export interface SourceRow {
  readonly table: string;
  /** Place in the table, from 1: SQLite's rowid. */
  readonly row: number;
}

/** What a query has given so far. Grows at its end only; each delivery is a new object. */
export interface QueryRows {
  /** As SQLite names them; two may have the same name. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  /**
   * For each row the one record that it comes from; null for the whole result where rows are made
   * of several (a count, a join), which is then cited as query and result.
   */
  readonly records: readonly SourceRow[] | null;
}

export interface QueryFault {
  /** A sentence that can be shown: what happened, and what was meant if that is near. */
  readonly message: string;
  /** The words that it is about, UTF-16 into the SQL; null where it is about no single place. */
  readonly place: { readonly offset: number; readonly length: number } | null;
  /** A name that exists and looks like the one that does not: `eventName` for `evenName`. */
  readonly suggestion: string | null;
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
  readonly text: string;
}

/** One condition of a filter made of chips. All of a filter must hold. */
export interface FilterCondition {
  readonly column: string;
  /** `from` and `before` compare as text or number: first included, last excluded. */
  readonly test:
    'is' | 'is_not' | 'contains' | 'contains_not' | 'empty' | 'filled' | 'from' | 'before';
  /** Without meaning for `empty` and `filled`. */
  readonly value: SqlCell;
}
export type TableFilter = readonly FilterCondition[];

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

export interface LoadProgress {
  /** Bytes of the file; what is packed counts packed. */
  readonly read: number;
  readonly size: number;
  readonly rows: number;
}

export type OwnFileOutcome =
  | { readonly kind: 'table'; readonly table: TableInfo }
  /** A file without rows, such as a mail: it is shown in its viewer. */
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly format: 'mail' | 'text';
      readonly text: string;
    }
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

  /** How many rows fall into each of at most `buckets` equal stretches of time. */
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
  /** A result as a whole, for rows that are made of several records. */
  citeResult(sql: string, rows: QueryRows): Citation | null;

  /** Ends the worker and frees its memory. */
  dispose(): void;
}
