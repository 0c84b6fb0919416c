import type { ColumnInfo } from '../../../content/engine/evidence/sql-terms.ts';
import { writeSqlName } from '../../../content/engine/evidence/filter-sql.ts';
import type { Sqlite } from './open-sqlite.ts';

/** A column of a new table; `computed` is an expression over the others that takes no room. */
export interface NewColumn extends ColumnInfo {
  readonly computed?: string;
}

/** The statement that makes a table of the stored columns. */
export function writeCreateTable(name: string, columns: readonly NewColumn[]): string {
  const stored = columns.filter(({ computed }) => computed === undefined);
  const written = stored.map(
    ({ name: column, kind }) => `${writeSqlName(column)} ${affinities[kind]}`,
  );
  return `CREATE TABLE ${writeSqlName(name)} (${written.join(', ')})`;
}

/**
 * The statements that add the computed columns, once the rows are there: SQLite computes them at every
 * insert otherwise, for nothing, which doubles the time of a load.
 */
export function writeComputedColumns(
  name: string,
  columns: readonly NewColumn[],
): readonly string[] {
  return columns.flatMap(({ name: column, kind, computed }) =>
    computed === undefined
      ? []
      : [
          `ALTER TABLE ${writeSqlName(name)} ADD COLUMN ${writeSqlName(column)} ${affinities[kind]} AS (${computed}) VIRTUAL`,
        ],
  );
}

const affinities = { text: 'TEXT', time: 'TEXT', json: 'TEXT', integer: 'INTEGER', real: 'REAL' };
const done = 101;
const tooBig = 18;

/** A row, or a cell of one, is larger than the database takes. */
export class RowTooLargeError extends Error {}

/** Makes a table and fills it, row by row, out of SQLite's own memory. */
export class TableFiller {
  readonly name: string;
  readonly #sqlite: Sqlite;
  #statement: { readonly pointer?: number | undefined; finalize(): unknown };
  #pointer: number;
  #stored: number;
  #columns: readonly NewColumn[];
  /** 1 for each parameter that holds a text from the row before. */
  #bound: Uint8Array;
  #arena = { pointer: 0, size: 0 };
  #rows = 0;
  readonly #encoder = new TextEncoder();

  constructor(sqlite: Sqlite, name: string, columns: readonly NewColumn[]) {
    this.name = name;
    this.#sqlite = sqlite;
    this.#columns = columns;
    sqlite.db.exec(writeCreateTable(name, columns));
    this.#statement = this.#prepare();
    this.#pointer = this.#statement.pointer ?? 0;
    this.#stored = columns.filter(({ computed }) => computed === undefined).length;
    this.#bound = new Uint8Array(this.#stored + 1);
  }

  #prepare() {
    const stored = this.#columns.filter(({ computed }) => computed === undefined);
    const names = stored.map((column) => writeSqlName(column.name)).join(', ');
    const places = stored.map(() => '?').join(', ');
    return this.#sqlite.db.prepare(
      `INSERT INTO ${writeSqlName(this.name)} (${names}) VALUES (${places})`,
    );
  }

  /** One more column, of which the rows before have nothing. */
  addColumn(column: ColumnInfo): void {
    this.#statement.finalize();
    this.#sqlite.db.exec(
      `ALTER TABLE ${writeSqlName(this.name)} ADD COLUMN ${writeSqlName(column.name)} ${affinities[column.kind]}`,
    );
    this.#columns = [...this.#columns, column];
    this.#statement = this.#prepare();
    this.#pointer = this.#statement.pointer ?? 0;
    this.#stored += 1;
    this.#bound = new Uint8Array(this.#stored + 1);
  }

  /**
   * Makes a column of whole numbers one of texts, in place. They come out as they were written, since only
   * what a database would write so was taken for a number.
   */
  makeText(at: number): void {
    const column = this.#columns[at];
    if (!column) return;
    this.#statement.finalize();
    this.#columns = this.#columns.map((one, index) =>
      index === at ? { ...one, kind: 'text' } : one,
    );
    const { db } = this.#sqlite;
    // No statement changes what a column is; a copy of the table might not find room.
    db.exec('PRAGMA writable_schema = ON');
    try {
      db.exec({
        sql: "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?",
        bind: [writeCreateTable(this.name, this.#columns), this.name],
      });
    } finally {
      db.exec('PRAGMA writable_schema = RESET');
    }
    const written = writeSqlName(column.name);
    db.exec(
      `UPDATE ${writeSqlName(this.name)} SET ${written} = coalesce(CAST(${written} AS TEXT), '')`,
    );
    this.#statement = this.#prepare();
    this.#pointer = this.#statement.pointer ?? 0;
    this.#bound = new Uint8Array(this.#stored + 1);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Begins a stretch of rows; faster than each by itself. */
  begin(): void {
    this.#sqlite.db.exec('BEGIN');
  }
  commit(): void {
    this.#sqlite.db.exec('COMMIT');
  }

  /** Sets a column of the next row, from 0, to UTF-8 that stays where it is until `add`. */
  setText(column: number, pointer: number, bytes: number): void {
    const result = this.#sqlite.bare.sqlite3_bind_text(
      this.#pointer,
      column + 1,
      pointer,
      bytes,
      0,
    );
    if (result !== 0) throw new RowTooLargeError('A cell is too large.');
    this.#bound[column] = 1;
  }

  setNull(column: number): void {
    if (this.#bound[column] === 0) return;
    this.#sqlite.bare.sqlite3_bind_null(this.#pointer, column + 1);
    this.#bound[column] = 0;
  }

  /**
   * Adds the row.
   *
   * @throws RowTooLargeError, or what SQLite says, which can only be that memory is full
   */
  add(): void {
    const { bare, api, db } = this.#sqlite;
    const result = bare.sqlite3_step(this.#pointer);
    if (result !== done) {
      const message = api.capi.sqlite3_errmsg(db);
      bare.sqlite3_reset(this.#pointer);
      throw result === tooBig ? new RowTooLargeError(message) : new Error(message);
    }
    bare.sqlite3_reset(this.#pointer);
    this.#rows += 1;
  }

  /** Adds a row of texts; null and an empty text of a column that is no text are NULL. */
  addTexts(cells: readonly (string | null)[]): void {
    let length = 0;
    for (const cell of cells) length += cell === null ? 0 : cell.length * 3;
    const start = this.#reserve(length);
    const memory = this.#sqlite.memory();
    let at = start;
    for (let column = 0; column < this.#stored; column += 1) {
      const cell = cells[column] ?? null;
      if (cell === null) {
        this.setNull(column);
        continue;
      }
      const { written } = this.#encoder.encodeInto(cell, memory.subarray(at, start + length));
      this.setText(column, at, written);
      at += written;
    }
    this.add();
  }

  /** A place of at least so many bytes, which the next call may take again. */
  #reserve(bytes: number): number {
    if (bytes > this.#arena.size || this.#arena.pointer === 0) {
      const size = Math.max(65_536, bytes * 2);
      if (this.#arena.pointer !== 0) this.#sqlite.free(this.#arena.pointer);
      this.#arena = { pointer: 0, size: 0 };
      this.#arena = { pointer: this.#sqlite.allocate(size), size };
    }
    return this.#arena.pointer;
  }

  /** No more rows come. */
  close(): void {
    this.#end();
    for (const sql of writeComputedColumns(this.name, this.#columns)) this.#sqlite.db.exec(sql);
  }

  #end(): void {
    this.#statement.finalize();
    if (this.#arena.pointer !== 0) this.#sqlite.free(this.#arena.pointer);
    this.#arena = { pointer: 0, size: 0 };
  }

  /** No more rows come, and those that did go. */
  drop(): void {
    this.#end();
    this.#sqlite.db.exec(`DROP TABLE IF EXISTS ${writeSqlName(this.name)}`);
  }
}
