import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainSqlError } from './query-fault.ts';
import { addRowId, findSecondStatement, readSqlWords } from './sql-words.ts';

const tables = ['cloudtrail', 'vpc_flow'];

describe('addRowId', () => {
  it.each([
    ['SELECT * FROM cloudtrail', 'SELECT * , rowid FROM cloudtrail', 'cloudtrail'],
    [
      "select eventName -- from\n, 'from' x from CloudTrail c where a in (select max(b) from vpc_flow) order by 1",
      "select eventName -- from\n, 'from' x , rowid from CloudTrail c where a in (select max(b) from vpc_flow) order by 1",
      'cloudtrail',
    ],
    ['SELECT a FROM "vpc_flow" LIMIT 3;', 'SELECT a , rowid FROM "vpc_flow" LIMIT 3;', 'vpc_flow'],
  ])('adds it to %j', (sql, expected, table) => {
    expect(addRowId(sql, tables)).toEqual({ sql: expected, table });
  });

  it.each([
    'SELECT count(*) FROM cloudtrail',
    'SELECT upper(max(a)) FROM cloudtrail',
    'SELECT DISTINCT a FROM cloudtrail',
    'SELECT a FROM cloudtrail GROUP BY a',
    'SELECT a FROM cloudtrail UNION SELECT b FROM vpc_flow',
    'SELECT a FROM cloudtrail JOIN vpc_flow ON 1',
    'SELECT a FROM cloudtrail, vpc_flow',
    'SELECT a FROM (SELECT * FROM cloudtrail)',
    'SELECT a FROM elsewhere',
    'SELECT a FROM main.cloudtrail',
    'WITH x AS (SELECT 1) SELECT * FROM cloudtrail',
    'SELECT 1',
    '',
    'DELETE FROM cloudtrail',
  ])('leaves %j alone', (sql) => {
    expect(addRowId(sql, tables)).toBeNull();
  });
});

it('finds a second statement, and none in what looks like one', () => {
  const find = (sql: string) => findSecondStatement(readSqlWords(sql))?.start ?? null;
  expect(find("SELECT ';' -- ; x\n;")).toBeNull();
  expect(find('SELECT 1; ; DROP TABLE x')).toBe(12);
  expect(find('SELECT /* ; */ ";"')).toBeNull();
});

it('reads any text to its end, and each word where it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aZ9\'"`[]();.,-/*\n é–\ud83d'.split('')) }),
      (sql) => {
        let last = 0;
        for (const { start, end } of readSqlWords(sql)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(sql.length);
      },
    ),
  );
});

describe('explainSqlError', () => {
  const known = { tables, columns: ['eventName', 'eventTime', 'userIdentity_userName'] };
  const sql = 'SELECT evenName FROM cloudtrail c WHERE c.usrName = "x"';

  it('points at the word and says what was meant', () => {
    expect(explainSqlError(sql, 'no such column: evenName', 7, known)).toEqual({
      message: 'There is no column “evenName”. Did you mean eventName?',
      place: { offset: 7, length: 8 },
      suggestion: 'eventName',
    });
  });

  it('finds the word of a name with its table', () => {
    const fault = explainSqlError(sql, 'no such column: c.usrName', 40, known);
    expect(fault.place).toEqual({ offset: 42, length: 7 });
  });

  it.each([
    [
      'no such column: "x" - should this be a string literal in single-quotes?',
      52,
      /single quotes/,
    ],
    ['near "FRM": syntax error', -1, /cannot be read at “FRM”/],
    ['incomplete input', -1, /ends in the middle/],
    ['not authorized', -1, /only read/],
    ['no such table: clodtrail', -1, /Did you mean cloudtrail\?/],
    ['string or blob too big', -1, /^String or blob too big\.$/],
  ])('explains %j', (said, offset, message) => {
    expect(explainSqlError(sql, said, offset, known).message).toMatch(message);
  });
});
