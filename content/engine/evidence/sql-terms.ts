import type { EvidenceFormat } from '../format/drill-schema.ts';
import type { BrokenLines, Misfits } from './broken-lines.ts';
import type { Delimiter } from './csv.ts';
import type { ColumnKind } from './evidence-column.ts';

/** What page, worker and command line mean when they speak of evidence as tables of a database. */

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

export interface TableInfo {
  /** As it is written in SQL; never needs quotes. */
  readonly name: string;
  /** For a person to read: the evidence's title, or the file's name. */
  readonly title: string;
  readonly source: TableSource;
  readonly format: EvidenceFormat;
  /** What was taken for it, of a person's own CSV. */
  readonly delimiter?: Delimiter;
  readonly columns: readonly ColumnInfo[];
  /** The column that says when each row happened; null where none does. */
  readonly timeColumn: string | null;
  /**
   * The times of that column are not all in UTC and in one form, so that they stand in order as they are
   * written: they are compared as instants.
   */
  readonly mixedTimes?: boolean;
  readonly rows: number;
  /** First and last instant; null without a time. */
  readonly span: readonly [first: string, last: string] | null;
  /** Lines that could not be read; the rest is whole. */
  readonly broken: BrokenLines;
  /** Lines of a CSV file with more or fewer cells than its header; their rows are kept. */
  readonly uneven?: BrokenLines;
  /** Cells that are not what their column was taken to hold; they stand as they were written. */
  readonly misfits?: readonly Misfits[];
}

/** Whole numbers beyond 2^53 and blobs (`x'00ff'`) come as text. */
export type SqlCell = string | number | null;

/** A row of evidence that one row of a result comes from. */
export interface SourceRow {
  readonly table: string;
  /** Place in the table, from 1: SQLite's rowid. */
  readonly row: number;
}

/** Rows of evidence that one row of a result counts or puts together. */
export interface SourceRows {
  readonly table: string;
  /** Places in the table, from 1, in ascending order; empty where they are more than are listed. */
  readonly rows: readonly number[];
  /** How many they are. */
  readonly total: number;
}

export interface QueryFault {
  /** A sentence that can be shown: what happened, and what was meant if that is near. */
  readonly message: string;
  /** The words that it is about, UTF-16 into the SQL; null where it is about no single place. */
  readonly place: { readonly offset: number; readonly length: number } | null;
  /** A name that exists and looks like the one that does not: `eventName` for `evenName`. */
  readonly suggestion: string | null;
}

/** What a file without rows is shown as. */
export type WholeFormat = 'mail' | 'text' | 'diff' | 'config' | 'sbom' | 'json';

/** The document that a table was made of: it can be looked at as a whole, too. */
export interface OwnDocument {
  readonly format: 'sbom' | 'json';
  readonly text: string;
  /** It is what one wants to see first. */
  readonly leads: boolean;
}

export interface LoadProgress {
  /** Bytes of the file; what is packed counts packed. */
  readonly read: number;
  readonly size: number;
  readonly rows: number;
}
