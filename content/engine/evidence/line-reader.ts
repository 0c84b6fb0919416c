import type { EvidenceColumn } from './evidence-column.ts';

/** Cells of a line; `header`: the line names the columns; `broken`: it cannot be read. */
export type ReadLine = readonly string[] | 'header' | 'broken';

/** Reads a log of which each line is one record. Lines come in order, without their line break. */
export interface LineReader {
  /** May change with a header line, which comes first. */
  readonly columns: readonly EvidenceColumn[];
  readonly timeColumn: string;
  /** Index of the column that is a record's own id; -1 where records have none. */
  readonly idColumn: number;
  read(line: string): ReadLine;
}

/** What a line does not say and its reader needs. */
export interface LineHints {
  /** For times that name no year; without it such times stay as they were written. */
  readonly year?: number | undefined;
}
