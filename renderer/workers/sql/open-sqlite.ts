/**
 * The one place that knows SQLite's own WebAssembly build: the program, and the few of its calls that
 * are made with bare pointers, since what they do happens twenty million times in one load.
 */
import startSqlite, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** SQLite's functions as the module exports them: numbers only, pointers into its memory among them. */
export interface BareCalls {
  sqlite3_bind_text(
    statement: number,
    index: number,
    text: number,
    bytes: number,
    destructor: number,
  ): number;
  sqlite3_bind_null(statement: number, index: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_int64(statement: number, column: number): bigint;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_blob(statement: number, column: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
}

export interface Sqlite {
  readonly api: Sqlite3Static;
  readonly db: Database;
  readonly bare: BareCalls;
  /** All of SQLite's memory. Ask again after anything that may have made it grow. */
  memory(): Uint8Array;
  /** @throws where there is no more memory */
  allocate(bytes: number): number;
  free(pointer: number): void;
}

/** A value's length in bytes, and a statement's too; a hostile one would ask for a gigabyte. */
const longestValue = 64 * 1024 * 1024;

/**
 * Starts SQLite with an empty database in memory.
 *
 * @param wasm the program's bytes; null where the runtime finds them by itself (in Node, for tests)
 */
export async function openSqlite(wasm: Uint8Array<ArrayBuffer> | null): Promise<Sqlite> {
  // No storage but memory: what is opened here leaves nothing on the disk, and nothing is fetched.
  const off = { opfs: true, 'opfs-vfs': true, 'opfs-sahpool': true, 'opfs-wl': true, kvvfs: true };
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs: off } } });
  // What its module can be given is not in its types.
  const start: (module?: object) => Promise<Sqlite3Static> = startSqlite;
  const quiet = { print: () => undefined, printErr: () => undefined };
  const api = await start(
    wasm === null
      ? quiet
      : {
          ...quiet,
          instantiateWasm: (
            imports: WebAssembly.Imports,
            done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
          ) => {
            void WebAssembly.instantiate(wasm, imports).then(({ instance, module }) => {
              done(instance, module);
            });
            return {};
          },
        },
  );
  const { capi, wasm: heap } = api;
  const db = new api.oo1.DB(':memory:', 'c');
  // Nothing of it outlives the worker: no journal, large pages, few of them to look up.
  db.exec(
    'PRAGMA page_size = 65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF',
  );
  capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, longestValue);
  capi.sqlite3_limit(db, capi.SQLITE_LIMIT_ATTACHED, 0);
  return {
    api,
    db,
    bare: heap.exports as unknown as BareCalls,
    memory: () => heap.heap8u(),
    allocate: (bytes) => heap.alloc(bytes),
    free: (pointer) => {
      heap.dealloc(pointer);
    },
  };
}
