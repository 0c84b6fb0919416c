import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CloudTrailFiller } from './cloudtrail-filler.ts';
import { openSqlite, type Sqlite } from './open-sqlite.ts';

let sqlite: Sqlite;

beforeEach(async () => {
  sqlite = await openSqlite(null);
});
afterEach(() => {
  sqlite.db.close();
});

/** Fills a table from a text, in pieces of so many bytes. */
function fill(text: string, piece = 1 << 20) {
  const bytes = new TextEncoder().encode(text);
  const filler = new CloudTrailFiller(sqlite, 'trail');
  for (let at = 0; at < bytes.length; at += piece) {
    filler.push(bytes.subarray(at, at + piece), false);
  }
  filler.push(new Uint8Array(0), true);
  filler.close();
  const ids = sqlite.db.selectValues('SELECT eventID FROM trail');
  const { broken } = filler.broken;
  sqlite.db.exec('DROP TABLE trail');
  return { ids, rows: filler.table.rows, broken };
}

const event = (id: string, more = ''): string => `{"eventVersion":"1.08","eventID":"${id}"${more}}`;

it.each([
  ['a document', `{"Records":[${event('a')},${event('b')}]}`],
  ['a document over many lines', `{\n "Records" : [\n${event('a')}\n,\n${event('b')}\n]\n}\n`],
  ['a list', `[${event('a')}, ${event('b')}]`],
  ['one event a line', `${event('a')}\n\n${event('b')}`],
  ['two documents', `{"Records":[${event('a')}]}\n{"Records":[${event('b')}]}`],
  [
    'a document with a mark of its order of bytes',
    `\uFEFF{"Records":[${event('a')},${event('b')}]}`,
  ],
])('reads %s, in whatever pieces it comes', (_, text) => {
  for (const piece of [1, 7, 64, 1 << 20]) {
    expect(fill(text, piece)).toEqual({
      ids: ['a', 'b'],
      rows: 2,
      broken: { count: 0, lines: [] },
    });
  }
});

it.each([
  ['a damaged line', `${event('a')}\n{"eventID":"x",}\n${event('b')}`, [2]],
  ['a line that is no JSON', `${event('a')}\nfree text\n${event('b')}`, [2]],
  ['two faults in one line', `${event('a')}\n{"x":}{"y":}\n${event('b')}`, [2]],
  ['a line that is cut off', `${event('a')}\n${event('b')}\n{"eventID":"c`, [3]],
  [
    'a record in a list on one line',
    `{"Records":[${event('a')},{"eventVersion":"1",},${event('b')}]}`,
    [1],
  ],
  [
    'control characters and NUL',
    `${event('a')}\n${event('\u0001')}\n${event('\0')}\n${event('b')}`,
    [2, 3],
  ],
  [
    'nesting without end',
    `${event('a')}\n${event('x', `,"a":${'['.repeat(5000)}`)}\n${event('b')}`,
    [2],
  ],
])('counts %s and reads on', (_, text, lines) => {
  for (const piece of [13, 1 << 20]) {
    expect(fill(text, piece)).toMatchObject({
      ids: ['a', 'b'],
      broken: { count: lines.length, lines },
    });
  }
});

it('gives each cell as the host’s parser would', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.constant(null));
  fc.assert(
    fc.property(
      value,
      value,
      fc.boolean(),
      fc.jsonValue({ maxDepth: 3 }),
      (name, agent, readOnly, json) => {
        const record = {
          eventName: name,
          userAgent: agent,
          readOnly,
          userIdentity: { sessionContext: { sessionIssuer: { userName: 'role' } }, userName: name },
          requestParameters: json,
        };
        const filler = new CloudTrailFiller(sqlite, 'one');
        filler.push(new TextEncoder().encode(JSON.stringify(record)), true);
        filler.close();
        // A lone surrogate has no UTF-8: what came in is what it became on the way.
        const whole = JSON.parse(
          sqlite.db.selectValue('SELECT raw FROM one') as string,
        ) as typeof record;
        const [row] = sqlite.db.selectArrays(
          'SELECT eventName, userAgent, readOnly, userIdentity_userName, requestParameters FROM one',
        );
        sqlite.db.exec('DROP TABLE one');
        expect(cut(row?.[0])).toEqual(cut(whole.eventName));
        expect(cut(row?.[1])).toEqual(cut(whole.userAgent));
        expect(row?.[2]).toBe(String(readOnly));
        expect(cut(row?.[3])).toEqual(cut(whole.eventName ?? 'role'));
        expect(JSON.parse(row?.[4] as string)).toEqual(whole.requestParameters);
      },
    ),
  );
});

/** The library hands a text out up to its first NUL. */
function cut(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return new TextDecoder().decode(new TextEncoder().encode(value)).split('\0')[0];
}
