import type { BrokenLines, Misfits } from '../../../content/engine/evidence/broken-lines.ts';
import type { ColumnInfo } from '../../../content/engine/evidence/sql-terms.ts';

/** Fills a table out of a file’s bytes, piece by piece. */
export interface FileReader {
  /** One more where a row has more cells than the header. */
  readonly columns: readonly ColumnInfo[];
  readonly timeColumn: string | null;
  readonly rows: number;
  readonly broken: BrokenLines;
  readonly uneven?: BrokenLines;
  readonly misfits?: readonly Misfits[];
  push(bytes: Uint8Array, last: boolean): void;
  close(): void;
  drop(): void;
}

/** Makes rows of the lines of a file. */
export interface LineTaker {
  /** Takes a line without its line feed, and its number from 1. */
  take(line: string, number: number): void;
  /** There are no more. */
  end(): void;
}
