import { describe, expect, it } from 'vitest';
import { writeCsv } from './write-csv.ts';

describe('CSV of a result', () => {
  it.each([
    ['plain', 'plain'],
    [null, ''],
    ['', ''],
    [-5, '-5'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =cmd|calc', "' =cmd|calc"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['a=b', 'a=b'],
  ])('writes %j as %s', async (cell, written) => {
    expect(await writeCsv(['column'], [[cell]])).toBe(`column\r\n${written}\r\n`);
  });

  it('guards the names of columns as well, and keeps the order', async () => {
    expect(
      await writeCsv(
        ['=a', 'b'],
        [
          [1, 'x'],
          [2, null],
        ],
      ),
    ).toBe("'=a,b\r\n1,x\r\n2,\r\n");
  });
});
