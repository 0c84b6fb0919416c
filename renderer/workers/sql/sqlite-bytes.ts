import packed from '@sqlite.org/sqlite-wasm/sqlite3.wasm?inline';

/**
 * SQLite's program. It is part of the worker's own file, since nothing may be fetched
 * (`connect-src 'none'`).
 */
export function readSqliteBytes(): Uint8Array<ArrayBuffer> {
  const text = atob(packed.slice(packed.indexOf(',') + 1));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
