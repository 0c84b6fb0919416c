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
    ["x;=cmd|'/c calc'!A1", "x;'=cmd|'/c calc'!A1"],
    [';=1', ";'=1"],
    ['x; =1', "x; '=1"],
    ['x;+cmd|1', "x;'+cmd|1"],
    ['x\t@SUM(A1)', "x\t'@SUM(A1)"],
    ['Bot/2.1 (a; +https://b.example)', 'Bot/2.1 (a; +https://b.example)'],
    ['a; - b; -5; -1.5;c', 'a; - b; -5; -1.5;c'],
  ])('writes %j as %s', async (cell, written) => {
    expect(await writeCsv(['column'], [[cell]])).toBe(`column\r\n${written}\r\n`);
  });

  it.each([['\t'.repeat(3_000)], [' '.repeat(60_000)], ['; +'.repeat(60_000)]])(
    'goes over a hostile cell once',
    async (cell) => {
      const begun = performance.now();
      await writeCsv(['column'], [[`${cell}=1`]]);
      expect(performance.now() - begun).toBeLessThan(2_000);
    },
  );

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
