import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  selectOverTime,
  selectSpan,
  selectValues,
} from '../../../content/engine/evidence/filter-sql.ts';
import { lastEdge } from '../../../content/engine/evidence/storyline-instant.ts';
import type { SqlCell } from '../../../content/engine/evidence/sql-terms.ts';
import { BenchTables } from './bench-tables.ts';
import { readEvidenceTable } from './evidence-table.ts';
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

function open(name: string, content: BlobPart) {
  return readOwnFile(tables, new File([content], name), {
    onProgress: () => undefined,
    isCancelled: () => false,
    breathe: () => Promise.resolve(),
  });
}

/** What a file comes to: its rows, and the lines that could not be read. */
async function read(name: string, content: BlobPart) {
  const end = await open(name, content);
  if (end.kind !== 'table') throw new Error(end.kind === 'refused' ? end.message : end.kind);
  const rows: (readonly SqlCell[])[] = [];
  const done = runQuery(tables.sqlite, {
    sql: `SELECT * FROM ${end.table.name}`,
    limit: 1_000_000,
    known: tables.known,
    citable: tables.citable,
    onPiece: (piece) => rows.push(...piece.rows),
    isStopped: () => false,
    now: () => 0,
  });
  expect(done).toEqual({ kind: 'done', capped: false });
  const { delimiter, broken, uneven, misfits, timeColumn, columns } = end.table;
  const names = columns.map(({ name }) => name);
  return {
    ...{ name: end.table.name, rows, names, delimiter, timeColumn },
    ...{ broken: broken.lines, uneven, misfits },
  };
}

describe('a CSV file', () => {
  it('keeps the rows between two cells that hold an inch', async () => {
    const text = 'size,what\n5" disk,a\n2,b\n3,c\n6" disk,d\n7,e\n';
    expect(await read('disks.csv', text)).toMatchObject({
      rows: [['5" disk', 'a'], ['2', 'b'], ['3', 'c'], ['6" disk', 'd'], ['7', 'e']], // oxfmt-ignore
      broken: [],
    });
  });

  it('says which line opens a quote that nothing closes, and keeps those after it', async () => {
    expect(await read('open.csv', 'a,b\n1,2\n3,"x\n4,5\n\n6,7')).toMatchObject({
      rows: [[1, '2'], [4, '5'], [6, '7']], // oxfmt-ignore
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

  it.each(['\r\n', '\n', '\r'])(
    'takes the line that Excel reads above for no row, %j',
    async (end) => {
      const text = ['sep=;', 'a;b,c', '1;x', '2;y', ''].join(end);
      expect(await read('excel.csv', text)).toMatchObject({
        rows: [[1, 'x'], [2, 'y']], // oxfmt-ignore
        broken: [],
      });
    },
  );

  it('keeps rows of too few or too many cells, and what is over in `raw`', async () => {
    expect(await read('uneven.csv', 'who,what\na,1\nb\nc,2,EXTRA,"m,o"\nd,3\n')).toMatchObject({
      names: ['who', 'what', 'raw'],
      rows: [
        ['a', 1, null],
        ['b', null, null],
        ['c', 2, 'c,2,EXTRA,"m,o"'],
        ['d', 3, null],
      ],
      broken: [],
      uneven: { count: 2, lines: [3, 4] },
    });
    expect(await read('even.csv', 'who,what\na,1\n')).toMatchObject({
      names: ['who', 'what'],
      uneven: { count: 0 },
      misfits: [],
    });
  });

  it('keeps a column whole as text where a later whole number has leading zeros', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `${String(at + 1)},${String(at)},x`);
    const text = `id,n,what\n,0,x\n${lines.join('\n')}\n007,1,x\nn/a,2,y,EXTRA\n0042,3,z\n`;
    const { rows, misfits, names } = await read('ids.csv', text);
    expect(names).toEqual(['id', 'n', 'what', 'raw']);
    expect(rows.slice(0, 3)).toEqual([
      ['', 0, 'x', null],
      ['1', 0, 'x', null],
      ['2', 1, 'x', null],
    ]);
    expect(rows.slice(-4)).toEqual([
      ['60000', 59_999, 'x', null],
      ['007', 1, 'x', null],
      ['n/a', 2, 'y', 'n/a,2,y,EXTRA'],
      ['0042', 3, 'z', null],
    ]);
    expect(misfits).toEqual([]);
    const end = await open('again.csv', text);
    if (end.kind !== 'table') throw new Error(end.kind);
    expect(end.table.columns.map(({ kind }) => kind)).toEqual(['text', 'integer', 'text', 'text']);
  });

  it('with an open quote and many lines is read in one go over them', async () => {
    const text = `a,b\n1,"x\n${'2,yyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n'.repeat(60_000)}`;
    const { rows, broken } = await read('long.csv', text);
    expect(rows).toHaveLength(60_000);
    expect(broken).toEqual([2]);
  });
});

it.each([
  ['csv', (time: string) => `${time},x\n`, 'time,what\n', 39],
  ['jsonl', (time: string) => `{"time":"${time}","what":"x"}\n`, '', 38],
])('keeps the times of a column in which one is none: %s', async (ending, write, head, line) => {
  const times = Array.from(
    { length: 3_000 },
    (_, at) => `2026-03-10T08:${String(at % 60).padStart(2, '0')}:00Z`,
  );
  times[37] = 'garbage';
  const table = await read(`times.${ending}`, head + times.map(write).join(''));
  expect(table).toMatchObject({
    timeColumn: 'time',
    misfits: [{ column: 'time', kind: 'time', count: 1, lines: [line] }],
  });
  expect(table.rows[37]?.[0]).toBe('garbage');
});

it.each([
  ['without seconds', ['2026-03-04 09:12', '2026-03-04 10:12', '2026-03-05 08:00']],
  ['with offsets', ['2026-03-04T11:12:00+02:00', '2026-03-04T09:12:00-01:00', '2026-03-05T08:00Z']],
  ['as SQLite does not read them', ['2026-03-04 09:12:00,000', '2026-03-04T12:12:00+0200', '2026-03-05 08:00:00 UTC']], // oxfmt-ignore
])('takes times %s for times, and counts them as instants', async (_what, times) => {
  const end = await open(
    't.csv',
    `opened,n\n${times.map((time, n) => `"${time}",${String(n)}\n`).join('')}`,
  );
  if (end.kind !== 'table') throw new Error(end.kind);
  const { table } = end;
  expect(table).toMatchObject({
    timeColumn: 'opened',
    mixedTimes: true,
    span: ['2026-03-04T09:12:00Z', '2026-03-05T08:00:00Z'],
  });
  const ask = (sql: string) => tables.sqlite.db.selectArrays(sql);
  expect(ask(selectOverTime(table, 3600, []))).toEqual([
    [Date.UTC(2026, 2, 4, 9) / 1000, 1],
    [Date.UTC(2026, 2, 4, 10) / 1000, 1],
    [Date.UTC(2026, 2, 5, 8) / 1000, 1],
  ]);
  const filter = [
    { column: 'opened', test: 'from', value: '2026-03-04T10:00:00Z' },
    { column: 'opened', test: 'before', value: '2026-03-05T00:00:00Z' },
  ] as const;
  expect(ask(selectValues(table.name, 'n', filter, 10, 'opened'))).toEqual([[1, 1]]);
});

it.each([
  ['a leap second', '2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1) / 1000],
  ['a second of old', '1969-12-31T23:59:59Z', -1],
  ['no time at all', '0000-00-00T00:00:00Z', null],
  ['a day that is none', '2016-99-99T00:00:00Z', null],
  ['a day of no calendar', '2017-02-30T00:00:00Z', null],
  ['a day of no calendar, written otherwise', '2017-04-31 08:00:00,5 +0200', null],
  ['a leap day', '2016-02-29T00:00:00Z', Date.UTC(2016, 1, 29) / 1000],
])('keeps the other times of a column that holds %s', async (_what, time, at_s) => {
  const others = Array.from({ length: 40 }, () => '2017-03-04T09:12:00Z,x\n').join('');
  const end = await open('t.csv', `at,n\n${time},1\n${others}`);
  if (end.kind !== 'table') throw new Error(end.kind);
  const rest = Date.UTC(2017, 2, 4, 9, 12) / 1000;
  const day = (at: number): number => Math.floor(at / 86_400) * 86_400;
  expect(tables.sqlite.db.selectArrays(selectOverTime(end.table, 86_400, []))).toEqual([
    ...(at_s === null ? [] : [[day(at_s), 1]]),
    [day(rest), 40],
  ]);
  const [first, last] = tables.sqlite.db.selectArray(selectSpan(end.table, [])) ?? [];
  expect([first, last]).toEqual([at_s ?? rest, rest]);
});

it('counts a day of no calendar as no time, also where a format names the column', async () => {
  const rows = Array.from({ length: 40 }, () => '2017-03-04T09:12:00Z,x\n').join('');
  expect((await read('t.csv', `at,n\n2017-02-30T00:00:00Z,1\n${rows}`)).misfits).toEqual([
    { column: 'at', kind: 'time', count: 1, lines: [2] },
  ]);
  const line = (time: string) =>
    `{"eventVersion":"1.08","eventTime":"${time}","eventName":"X","eventSource":"s3.amazonaws.com"}\n`;
  const end = await open('trail.json', line('2017-02-30T00:00:00Z') + line('2017-02-01T00:00:00Z'));
  expect(end).toMatchObject({
    table: { format: 'cloudtrail', span: ['2017-02-01T00:00:00Z', '2017-02-01T00:00:00Z'] },
  });
});

it('takes a time that means “never” into a part up to the end of the years', async () => {
  const times = ['9999-12-31T23:59:59Z', '2026-03-04T11:12:00+02:00', '2026-03-04T09:12:00Z'];
  const end = await open('t.csv', `at,n\n${times.map((time, n) => `${time},${n}\n`).join('')}`);
  if (end.kind !== 'table') throw new Error(end.kind);
  const filter = [
    { column: 'at', test: 'from', value: '9000-01-01T00:00:00Z' },
    { column: 'at', test: 'before', value: lastEdge },
  ] as const;
  const sql = selectValues(end.table.name, 'n', filter, 10, 'at');
  expect(tables.sqlite.db.selectArrays(sql)).toEqual([[0, 1]]);
});

describe('a column of seconds or thousandths since 1970', () => {
  const lines = (times: readonly string[], write: (time: string, at: number) => string): string =>
    times.map(write).join('');
  const seconds = Array.from({ length: 60 }, (_, at) => String(1_773_132_660 + at));

  it.each([
    ['in CSV', 't.csv', `who,ts\n${lines(seconds, (time) => `ana,${time}\n`)}`],
    ['in JSON lines', 't.jsonl', lines(seconds, (time) => `{"who":"ana","ts":${time}}\n`)],
    ['in a document', 't.json', `{"of":1,"all":[${lines(seconds, (time, at) => `${at ? ',' : ''}{"who":"ana","ts":${time}}`)}]}`], // oxfmt-ignore
  ])('gives the instants, and stays as it is: %s', async (_what, name, text) => {
    const end = await open(name, text);
    if (end.kind !== 'table') throw new Error(end.kind);
    expect(end.table).toMatchObject({
      timeColumn: 'ts_UTC',
      span: ['2026-03-10T08:51:00Z', '2026-03-10T08:51:59Z'],
      misfits: [],
    });
    expect(end.table.columns[2]).toEqual({ name: 'ts_UTC', title: 'ts (UTC)', kind: 'time' });
    expect(end.table).not.toHaveProperty('mixedTimes');
    const ask = (sql: string) => tables.sqlite.db.selectArrays(sql);
    const read = `SELECT ts, ts_UTC FROM ${end.table.name} WHERE rowid = 10`;
    expect(ask(read)).toEqual([[1_773_132_669, '2026-03-10T08:51:09Z']]);
    expect(ask(selectOverTime(end.table, 30, []))).toEqual([
      [1_773_132_660, 30],
      [1_773_132_690, 30],
    ]);
  });

  it('may hold thousandths, fractions and names in any way', async () => {
    const times = seconds.map((time) => `${time}250,${time}.5,${time}\n`).join('');
    const { names, rows, timeColumn } = await read('t.csv', `at,eventTime,last_seen\n${times}`);
    expect(names.slice(3)).toEqual(['at_UTC', 'eventTime_UTC', 'last_seen_UTC']);
    expect(rows[9]?.slice(3)).toEqual([
      '2026-03-10T08:51:09.250Z',
      '2026-03-10T08:51:09.500Z',
      '2026-03-10T08:51:09Z',
    ]);
    expect(timeColumn).toBe('at_UTC');
  });

  it('counts what is none, also where the column turns to text, and with cells that are over', async () => {
    const many = lines(seconds, (time) => `${time},1\n`).repeat(500);
    const text = `ts,n\n${many}0,2\n007,3\n,4,OVER\n1773132669x,5\n`;
    const { names, rows, misfits } = await read('t.csv', text);
    expect(names).toEqual(['ts', 'n', 'ts_UTC', 'raw']);
    const lost = [30_002, 30_003, 30_005];
    expect(misfits).toEqual([{ column: 'ts', kind: 'time', count: 3, lines: lost }]);
    expect(rows[9]).toEqual(['1773132669', 1, '2026-03-10T08:51:09Z', null]);
    expect(rows.slice(30_000).map((cells) => cells[2])).toEqual([null, null, null, null]);
  });

  it.each([
    ['by its name', 'account,uptime\n1773132669,1773132669\n'],
    ['by its years', 'ts\n0773132669\n4133980800\n5000000000\n'],
    ['by its digits', 'ts\n177313266\n17731326691\n'],
  ])('is none %s', async (_what, text) => {
    expect((await read('t.csv', text)).timeColumn).toBe(null);
  });

  it('leads no column that says when', async () => {
    const text = `ts,opened\n${lines(seconds, (time) => `${time},2026-03-04 09:12\n`)}`;
    expect((await read('t.csv', text)).timeColumn).toBe('opened');
  });
});

it('takes a clock that names no day for no time', async () => {
  expect((await read('t.csv', 'at,n\n09:12,1\n10:12,2\n')).timeColumn).toBe(null);
});

describe('a table with other marks between its cells', () => {
  it.each([
    [
      'x.csv',
      'time;size;what\n2026-03-10T08:00:00Z;1,50;"a;b"\n2026-03-10T09:00:00Z;2;5" c\n',
      ';',
    ],
    [
      'x.tsv',
      'time\tsize\twhat\n2026-03-10T08:00:00Z\t1,50\t"a;b"\n2026-03-10T09:00:00Z\t2\t5" c\n',
      '\t',
    ],
  ])('has its columns, and says which mark was taken: %s', async (name, text, delimiter) => {
    expect(await read(name, text)).toMatchObject({
      rows: [
        ['2026-03-10T08:00:00Z', '1,50', 'a;b'],
        ['2026-03-10T09:00:00Z', '2', '5" c'],
      ],
      broken: [],
      delimiter,
    });
  });

  it('keeps lines within a quoted cell, and names the line of an open quote', async () => {
    const text = 'a;b\n1;"x;\n,y"\n2;"open\n3;z\n';
    expect(await read('x.csv', text)).toMatchObject({
      rows: [[1, 'x;\n,y'], [3, 'z']], // oxfmt-ignore
      broken: [4],
    });
  });
});

/** As Windows writes an export: a mark at the start, two bytes a unit. */
function writeUtf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 + at * 2, text.charCodeAt(at), little);
  }
  return bytes;
}

describe.each([
  ['little end first', true],
  ['big end first', false],
])('a file in UTF-16, %s', (_order, little) => {
  it('is read as the same file in UTF-8 is, its broken lines by their numbers', async () => {
    const text = 'id;name\r\n1;Zoë 😀\r\n2;"open\r\n3;ü\r\n';
    const wanted = { rows: [[1, 'Zoë 😀'], [3, 'ü']], broken: [3] }; // oxfmt-ignore
    expect(await read('utf8.csv', text)).toMatchObject(wanted);
    expect(await read('export.csv', writeUtf16(text, little))).toMatchObject(wanted);
  });

  it('may be JSON lines of CloudTrail, or longer than a piece, cut within a letter', async () => {
    const line = (index: number) =>
      `{"eventVersion":"1.08","eventName":"X${String(index)}","eventSource":"s3.amazonaws.com"}`;
    const trail = `${line(1)}\n{"broken\n${line(2)}\n`;
    expect(await read('trail.json', writeUtf16(trail, little))).toMatchObject({
      rows: [{}, {}],
      broken: [2],
    });
    // Rows of an odd length, so that the end of a piece falls into a letter.
    const faces = '😀'.repeat(499);
    const long = `n,t\n${`1,${faces}\n`.repeat(3_000)}`;
    const { rows } = await read('long.csv', writeUtf16(long, little));
    expect(rows).toHaveLength(3_000);
    expect(rows.filter(([, cell]) => cell !== faces)).toEqual([]);
  });

  it('may be a text, and half a letter at its end breaks nothing', async () => {
    const bytes = writeUtf16('Dear all,\nplease read.\n', little);
    expect(await open('note.txt', bytes)).toMatchObject({
      kind: 'whole',
      text: 'Dear all,\nplease read.\n',
    });
    expect(await open('cut.txt', bytes.slice(0, -1))).toMatchObject({
      text: 'Dear all,\nplease read.\uFFFD',
    });
  });
});

it.each(['dbstat.csv', 'tables_used.csv', 'sqlite-log.csv', '_sqlite_sqlite_x.csv', 'sqlite_.csv'])(
  'a file may have a name of SQLite’s own: %s',
  async (name) => {
    expect((await read(name, 'a,b\n1,2\n')).rows).toEqual([[1, 2]]);
  },
);

it.each([
  ['lists', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['one of several records', `{"events":[{"a":1},{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}]}`],
])('shows JSON that is nested too deeply as text, and says so: %s', async (_what, text) => {
  expect(await open('deep.json', text)).toEqual({
    kind: 'whole',
    format: 'text',
    text,
    note: expect.stringMatching(/nested more than 1,000 levels deep/) as string,
  });
});

const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [{ 'bom-ref': 'a', name: 'parse', version: '1.2.0' }],
};
const diff = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n';

describe('what is no log', () => {
  it.each([
    ['a bill of materials', 'bom.json', bill, 'sbom', true],
    ['one without its own ending', 'bom.txt', bill, 'sbom', true],
    ['settings', 'app.json', { port: 80, rules: [{ a: 1 }, { a: 2 }] }, 'json', true],
    ['a list of what happened', 'app.json', { of: 'x', all: [{ time: '2026-03-10T08:00:00Z', a: 1 }, { time: '2026-03-10T08:00:01Z', a: 2 }] }, 'json', false], // oxfmt-ignore
  ])('is kept as a document beside its rows: %s', async (_what, name, value, format, leads) => {
    const text = JSON.stringify(value, null, 2);
    expect(await open(name, text)).toMatchObject({
      kind: 'table',
      document: { format, text, leads },
    });
  });

  it('is rows alone where it is a list of records', async () => {
    for (const text of ['[{"a":1},{"a":2}]', '{"a":1}\n{"a":2}\n']) {
      expect(await open('rows.json', text)).not.toHaveProperty('document');
    }
    expect(await open('one.jsonl', '{"a":1}')).not.toHaveProperty('document');
  });

  it.each([
    ['by its ending', 'change.patch', 'From 0 Mon\nSubject: x\n', 'diff'],
    ['by its first lines', 'change.txt', diff, 'diff'],
    ['by Git’s own first line', 'mail.log', `diff --git a/x b/x\n${diff}`, 'diff'],
    ['settings in YAML', 'app.yaml', 'Date: 1\nto: [a, b]\nc: d, e\n', 'config'],
    ['settings in sections', 'app.ini', '[server]\nport = 80\n', 'config'],
    ['settings in TOML', 'app.toml', '[[a]]\nb = 1\n', 'config'],
    ['a bomb of anchors', 'b.yml', `a: &a [x]\n${'b: &b [*a,*a,*a]\n'.repeat(90)}`, 'config'],
    ['an empty bill of materials', 'b.json', '{"bomFormat":"CycloneDX"}', 'sbom'],
    ['numbers', 'n.json', '[1,2]', 'json'],
  ])('is shown as what it is: %s', async (_what, name, text, format) => {
    const end = await open(name, text);
    if (end.kind === 'table') expect(end.document).toMatchObject({ format, leads: true });
    else expect(end).toEqual({ kind: 'whole', format, text });
  });

  it('is a log all the same where it is one', async () => {
    expect(await open('a.conf', 'Mar 10 08:51:09 host sshd[1]: x\n')).toMatchObject({
      kind: 'table',
    });
    expect(await open('rules.txt', '--- a\n+++ b\nno change\n')).toMatchObject({ format: 'text' });
  });

  it.each([
    ['a drawing', 'x.svg', '<svg><script>alert(1)</script></svg>', /SVG drawing can hold programs/],
    ['a drawing by its text', 'x.xml', '<?xml version="1.0"?>\n<svg onload="x"/>', /SVG drawing/],
    ['JSON that breaks off', 'x.json', '{"bomFormat":"CycloneDX","components":[', /no whole JSON/],
    [
      'a change that is too long',
      'x.diff',
      `${diff}${'-x\n'.repeat(1_500_000)}`,
      /longer than the 4 MB/,
    ],
  ])('is text where it cannot be shown, and says why: %s', async (_what, name, text, why) => {
    expect(await open(name, text)).toEqual({
      ...{ kind: 'whole', format: 'text', text },
      note: expect.stringMatching(why) as string,
    });
  });

  it('makes no rows of a drill’s evidence that is nested too deeply to be written again', () => {
    const deep = `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    for (const format of ['json', 'sbom'] as const) {
      expect(readEvidenceTable({ format }, deep)).toBe(null);
    }
  });

  it('is refused where it is larger than can be read', async () => {
    const end = await open('x.diff', 'x'.repeat(70 * 1024 * 1024));
    expect(end).toEqual({ kind: 'refused', message: expect.stringMatching(/larger than the 64 MB/) as string }); // oxfmt-ignore
  });
});

describe('a picture', () => {
  /** A JPEG of 9 × 9 pixels, with empty segments behind its frame header. */
  const inPieces = (count: number): Uint8Array<ArrayBuffer> =>
    Uint8Array.from([
      ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0],
      ...Array.from({ length: count }, () => [0xff, 0xe1, 0, 2]).flat(),
      ...[0xff, 0xda],
    ]);
  const head = (width: number, height: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(60);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    new DataView(bytes.buffer).setUint32(16, width);
    new DataView(bytes.buffer).setUint32(20, height);
    return bytes;
  };

  it('is told by its first bytes, and handed over as it is', async () => {
    const bytes = head(640, 480);
    expect(await open('log.txt', bytes)).toEqual({ kind: 'image', bytes });
  });

  it.each([
    ['too large to be drawn', head(60_000, 60_000), /60000 × 60000 pixels/],
    ['without a size', head(0, 9), /says no size/],
    ['cut within its head', head(9, 9).subarray(0, 20), /says no size/],
    ['in too many pieces', inPieces(10_000), /more than 10,000 pieces/],
  ])('is text where it is %s, and says why', async (_what, bytes, why) => {
    expect(await open('x.png', bytes)).toMatchObject({
      ...{ kind: 'whole', format: 'text' },
      note: expect.stringMatching(why) as string,
    });
  });
});

it('shows a name that would turn itself round with its marks written out', async () => {
  const end = await open('logs\u202Evsc.csv', 'a,b\n1,2\n');
  expect(end).toMatchObject({ table: { title: 'logs[U+202E]vsc.csv', name: 'logs_vsc' } });
  expect(await open('logs\u202Evsc.csv', ' ')).toMatchObject({
    message: expect.stringMatching(/^“logs\[U\+202E\]vsc\.csv” is empty/) as string,
  });
});

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
