import { explainSqlError, type KnownNames } from '../../../content/engine/evidence/query-fault.ts';
import { mostSourceRows } from '../../../content/engine/drill/attempt-terms.ts';
import {
  addSourceRows,
  type WithSourceRows,
} from '../../../content/engine/evidence/source-rows.ts';
import { findSecondStatement, readSqlWords } from '../../../content/engine/evidence/sql-words.ts';
import type {
  QueryFault,
  SourceRow,
  SourceRows,
  SqlCell,
} from '../../../content/engine/evidence/sql-terms.ts';
import type { Sqlite } from './open-sqlite.ts';

/** A stretch of a result. */
export interface RowPiece {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  readonly records: readonly SourceRow[] | null;
  readonly groups: readonly SourceRows[] | null;
}

export interface QueryRun {
  readonly sql: string;
  /** Rows that are handed out at most. */
  readonly limit: number;
  readonly known: KnownNames;
  /** Tables of evidence: the records of a group of theirs are listed. */
  readonly citable: readonly string[];
  readonly onPiece: (piece: RowPiece) => void;
  /** Asked often; true ends the query. */
  readonly isStopped: () => boolean;
  /** Milliseconds of any clock. */
  readonly now: () => number;
}

export type QueryEnd =
  | { readonly kind: 'done'; readonly capped: boolean }
  | { readonly kind: 'fault'; readonly fault: QueryFault }
  | { readonly kind: 'stopped' };

/** Between two looks at whether the query was stopped: about a millisecond. */
const operations = 10_000;
/** A piece goes out after so many rows, or so many milliseconds. */
const pieceRows = 500;
const piece_ms = 100;
/** UTF-16 units of one cell, and of all cells of a result, that are handed out. */
const longestCell = 1_000_000;
const longestResult = 64_000_000;

const row = 100;
const done = 101;
/** Of what SQLite asks an authorizer for: select, read, call a function, recurse. */
const allowed: ReadonlySet<number> = new Set([21, 20, 31, 33]);
/** Tables of SQLite's own that give more than the evidence. */
const forbiddenTable = /^(?:sqlite_(?!schema$|master$|sequence$)|dbstat$|bytecode$|tables_used$)/i;

/** Runs one statement that reads. Never throws for what the statement is or does. */
export function runQuery(sqlite: Sqlite, run: QueryRun): QueryEnd {
  const { sql, known } = run;
  const words = readSqlWords(sql);
  if (words.length === 0) {
    return { kind: 'fault', fault: plainFault('There is no query yet. Begin with SELECT.') };
  }
  const second = findSecondStatement(words);
  if (second) {
    return {
      kind: 'fault',
      fault: {
        message: 'Only one statement runs at a time. Take away what follows the semicolon.',
        place: { offset: second.start, length: second.end - second.start },
        suggestion: null,
      },
    };
  }
  const { capi } = sqlite.api;
  capi.sqlite3_set_authorizer(
    sqlite.db,
    (_, action, first) =>
      allowed.has(action) &&
      !(action === 20 && typeof first === 'string' && forbiddenTable.test(first))
        ? 0
        : capi.SQLITE_DENY,
    0,
  );
  let stopped = false;
  capi.sqlite3_progress_handler(
    sqlite.db,
    operations,
    () => {
      stopped ||= run.isStopped();
      return stopped ? 1 : 0;
    },
    0,
  );
  try {
    const cited = addSourceRows(sql, known.tables, run.citable);
    const found = (cited && prepare(sqlite, cited.sql)) ?? prepare(sqlite, sql);
    if (!found) return { kind: 'fault', fault: explain(sqlite, sql, known) };
    // A name may be text to SQLite only because one more column was asked for; it never is: DQS is off.
    const source = cited && found.sql === cited.sql ? cited : null;
    try {
      const end = readRows(sqlite, found.pointer, source, run, () => stopped);
      if (end === null) return { kind: 'fault', fault: explain(sqlite, sql, known) };
      return end;
    } finally {
      capi.sqlite3_finalize(found.pointer);
    }
  } finally {
    capi.sqlite3_progress_handler(sqlite.db, 0, 0, 0);
    capi.sqlite3_set_authorizer(sqlite.db, 0 as never, 0);
  }
}

function prepare(sqlite: Sqlite, sql: string): { pointer: number; sql: string } | null {
  const { capi, wasm } = sqlite.api;
  const stack = wasm.pstack.pointer;
  try {
    const place = wasm.pstack.alloc(8);
    const result = capi.sqlite3_prepare_v2(sqlite.db, sql, -1, place, 0);
    const pointer = wasm.peekPtr(place) as number;
    return result === 0 && pointer !== 0 ? { pointer, sql } : null;
  } finally {
    wasm.pstack.restore(stack);
  }
}

function plainFault(message: string): QueryFault {
  return { message, place: null, suggestion: null };
}

function explain(sqlite: Sqlite, sql: string, known: KnownNames): QueryFault {
  const { capi } = sqlite.api;
  const said = capi.sqlite3_errmsg(sqlite.db);
  const bytes = capi.sqlite3_error_offset(sqlite.db) as number;
  return explainSqlError(sql, said, bytes < 0 ? -1 : countUnits(sql, bytes), known);
}

/** UTF-16 units that lie before a place in UTF-8 bytes. */
function countUnits(text: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).length;
}

/** null: SQLite gave up, and knows why. */
function readRows(
  sqlite: Sqlite,
  statement: number,
  source: Pick<WithSourceRows, 'table' | 'made'> | null,
  run: QueryRun,
  wasStopped: () => boolean,
): QueryEnd | null {
  const { bare } = sqlite;
  const all = bare.sqlite3_column_count(statement);
  const shown = source === null ? all : all - 1;
  const { capi } = sqlite.api;
  const columns = Array.from({ length: shown }, (_, column) =>
    capi.sqlite3_column_name(statement, column),
  );
  const reader = new CellReader(sqlite, statement);
  let rows: (readonly SqlCell[])[] = [];
  let records: SourceRow[] = [];
  let groups: SourceRows[] = [];
  let given = 0;
  let sent = run.now();
  const send = (): void => {
    run.onPiece({
      columns,
      rows,
      records: source?.made === 'one' ? records : null,
      groups: source?.made === 'several' ? groups : null,
    });
    rows = [];
    records = [];
    groups = [];
    sent = run.now();
  };
  for (;;) {
    const result = bare.sqlite3_step(statement);
    if (result !== row) {
      if (wasStopped()) return { kind: 'stopped' };
      if (result !== done) return null;
      send();
      return { kind: 'done', capped: false };
    }
    if (given === run.limit || reader.units > longestResult) {
      send();
      return { kind: 'done', capped: true };
    }
    rows.push(Array.from({ length: shown }, (_, column) => reader.read(column)));
    if (source?.made === 'one') {
      const { table } = source;
      records.push({ table, row: Number(bare.sqlite3_column_int64(statement, shown)) });
    } else if (source) groups.push(reader.readGroup(source.table, shown));
    given += 1;
    if (rows.length >= pieceRows || run.now() - sent > piece_ms) {
      if (run.isStopped()) return { kind: 'stopped' };
      send();
    }
  }
}

class CellReader {
  /** UTF-16 units read so far. */
  units = 0;
  readonly #sqlite: Sqlite;
  readonly #statement: number;
  readonly #decoder = new TextDecoder();

  constructor(sqlite: Sqlite, statement: number) {
    this.#sqlite = sqlite;
    this.#statement = statement;
  }

  read(column: number): SqlCell {
    const { bare } = this.#sqlite;
    switch (bare.sqlite3_column_type(this.#statement, column)) {
      case 1: {
        const value = bare.sqlite3_column_int64(this.#statement, column);
        const plain = Number(value);
        return Number.isSafeInteger(plain) ? plain : String(value);
      }
      case 2: {
        const value = bare.sqlite3_column_double(this.#statement, column);
        return Number.isFinite(value) ? value : String(value);
      }
      case 3:
        return this.#count(
          this.#decoder.decode(
            this.#readBytes(bare.sqlite3_column_text(this.#statement, column), column, longestCell),
          ),
        );
      case 4: {
        const pointer = bare.sqlite3_column_blob(this.#statement, column);
        const bytes = this.#readBytes(pointer, column, longestCell / 2);
        const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
        return this.#count(`x'${hex}'`);
      }
      default:
        return null;
    }
  }

  /** The rowids that `group_concat` put together; it gives null for a group without records. */
  readGroup(table: string, column: number): SourceRows {
    const { bare } = this.#sqlite;
    if (bare.sqlite3_column_type(this.#statement, column) === 5) {
      return { table, rows: [], total: 0 };
    }
    const pointer = bare.sqlite3_column_text(this.#statement, column);
    const ids = this.#decoder.decode(this.#readBytes(pointer, column, Infinity)).split(',');
    const rows = ids.length > mostSourceRows ? [] : ids.map(Number).sort((a, b) => a - b);
    return { table, rows, total: ids.length };
  }

  /** Cut after so many bytes: a result is for reading, and one cell must not fill the window. */
  #readBytes(pointer: number, column: number, most: number): Uint8Array {
    const length = this.#sqlite.bare.sqlite3_column_bytes(this.#statement, column);
    return this.#sqlite.memory().subarray(pointer, pointer + Math.min(length, most));
  }

  #count(text: string): string {
    this.units += text.length;
    return text.length >= longestCell ? `${text}…` : text;
  }
}
