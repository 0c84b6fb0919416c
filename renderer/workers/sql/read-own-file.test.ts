import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqlCell } from '../../../content/engine/evidence/sql-terms.ts';
import { BenchTables } from './bench-tables.ts';
import { openSqlite } from './open-sqlite.ts';
import { readOwnFile } from './read-own-file.ts';
import { runQuery } from './run-query.ts';

let tables: BenchTables;

beforeEach(async () => {
  tables = new BenchTables(await openSqlite(null));
});
afterEach(() => {
  tables.sqlite.db.close();
});

function open(name: string, text: string) {
  return readOwnFile(tables, new File([text], name), {
    onProgress: () => undefined,
    isCancelled: () => false,
    breathe: () => Promise.resolve(),
  });
}

/** What a file comes to: its rows, and the lines that could not be read. */
async function read(name: string, text: string) {
  const end = await open(name, text);
  if (end.kind !== 'table') throw new Error(end.kind === 'refused' ? end.message : end.kind);
  const rows: (readonly SqlCell[])[] = [];
  const done = runQuery(tables.sqlite, {
    sql: `SELECT * FROM ${end.table.name}`,
    limit: 1_000_000,
    known: tables.known,
    onPiece: (piece) => rows.push(...piece.rows),
    isStopped: () => false,
    now: () => 0,
  });
  expect(done).toEqual({ kind: 'done', capped: false });
  return { name: end.table.name, rows, broken: end.table.broken.lines };
}

describe('a CSV file', () => {
  it('keeps the rows between two cells that hold an inch', async () => {
    const text = 'size,what\n5" disk,a\n2,b\n3,c\n6" disk,d\n7,e\n';
    expect(await read('disks.csv', text)).toMatchObject({
      rows: [['5" disk', 'a'], ['2', 'b'], ['3', 'c'], ['6" disk', 'd'], ['7', 'e']], // prettier-ignore
      broken: [],
    });
  });

  it('says which line opens a quote that nothing closes, and keeps those after it', async () => {
    expect(await read('open.csv', 'a,b\n1,2\n3,"x\n4,5\n\n6,7')).toMatchObject({
      rows: [[1, '2'], [4, '5'], [6, '7']], // prettier-ignore
      broken: [3],
    });
  });

  it('keeps empty lines and line ends within a quoted cell', async () => {
    const text = 'a,b\r\n1,"x\r\n\r\n""y"""\r\n\r\n2,z\r\n';
    const { rows, broken } = await read('cells.csv', text);
    expect(rows).toEqual([
      [1, 'x\r\n\r\n"y"'],
      [2, 'z'],
    ]);
    expect(broken).toEqual([]);
  });

  it('may end its lines by carriage returns alone', async () => {
    expect((await read('mac.csv', 'a,b\r1,2\r3,"4\r5"\r')).rows).toEqual([
      [1, '2'],
      [3, '4\r5'],
    ]);
  });

  it('with an open quote and many lines is read in one go over them', async () => {
    const text = `a,b\n1,"x\n${'2,yyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n'.repeat(60_000)}`;
    const { rows, broken } = await read('long.csv', text);
    expect(rows).toHaveLength(60_000);
    expect(broken).toEqual([2]);
  });
});

it.each(['dbstat.csv', 'tables_used.csv', 'sqlite-log.csv', '_sqlite_sqlite_x.csv', 'sqlite_.csv'])(
  'a file may have a name of SQLite’s own: %s',
  async (name) => {
    expect((await read(name, 'a,b\n1,2\n')).rows).toEqual([[1, 2]]);
  },
);

it('leaves out a line that is larger than a row may be, and what is left of it', async () => {
  const line = `{"b":"${'€'.repeat(16_000_000)}"}`;
  expect((await read('large.jsonl', `{"b":"1"}\n${line}\n{"b":"3"}\n`)).broken).toEqual([2]);
  const csv = `a,b\n1,2\n3,${'x'.repeat(40_000_000)},5\n6,7\n`;
  const { rows, broken } = await read('large.csv', csv);
  expect({ rows, broken }).toEqual({
    rows: [
      [1, 2],
      [6, 7],
    ],
    broken: [3],
  });
});

it('opens the next file after a document whose record is larger than a row may be', async () => {
  const { capi } = tables.sqlite.api;
  const most = capi.sqlite3_limit(tables.sqlite.db, capi.SQLITE_LIMIT_LENGTH, 2_000);
  const refused = await open(
    'doc.json',
    JSON.stringify({ items: [{ a: 1 }, { a: 'x'.repeat(3_000) }] }),
  );
  capi.sqlite3_limit(tables.sqlite.db, capi.SQLITE_LIMIT_LENGTH, most);
  expect(refused).toMatchObject({ kind: 'refused' });
  expect((await read('doc.csv', 'a,b\n1,2\n')).rows).toEqual([[1, 2]]);
});
