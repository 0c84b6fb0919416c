import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainSqlError } from './query-fault.ts';
import { findSecondStatement, readSqlWords } from './sql-words.ts';

const tables = ['cloudtrail', 'vpc_flow'];

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

  it('means the only table there is', () => {
    const one = { tables: ['trail_eu'], columns: [] };
    expect(explainSqlError('SELECT 1 FROM logs', 'no such table: logs', -1, one)).toEqual({
      message: 'There is no table “logs”. Did you mean trail_eu?',
      place: { offset: 14, length: 4 },
      suggestion: 'trail_eu',
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
    ['no such table: logs_of_may', -1, /“logs_of_may”\. There are: cloudtrail, vpc_flow\.$/],
    ['string or blob too big', -1, /^String or blob too big\.$/],
  ])('explains %j', (said, offset, message) => {
    expect(explainSqlError(sql, said, offset, known).message).toMatch(message);
  });
});
