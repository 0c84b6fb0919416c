import { expect, it } from 'vitest';
import { chooseStep, selectRows, selectValues, writeSqlValue, writeWhere } from './filter-sql.ts';

it('writes values that cannot leave their quotes', () => {
  expect(writeSqlValue("it's\0; DROP")).toBe("'it''s; DROP'");
  expect(writeSqlValue(null)).toBe('NULL');
  expect(writeSqlValue(Number.NaN)).toBe('NULL');
  expect(writeSqlValue(1.5)).toBe('1.5');
});

it('writes every condition', () => {
  const where = writeWhere([
    { column: 'a', test: 'is', value: null },
    { column: 'a', test: 'is_not', value: 3 },
    { column: 'b c', test: 'contains', value: '50%_\\' },
    { column: 'b', test: 'contains_not', value: 'x' },
    { column: 'b', test: 'empty', value: null },
    { column: 'b', test: 'filled', value: null },
    { column: 't', test: 'from', value: '2026' },
    { column: 't', test: 'before', value: '2027' },
  ]);
  expect(where).toBe(
    String.raw` WHERE a IS NULL AND a IS NOT 3 AND "b c" LIKE '%50\%\_\\%' ESCAPE '\' AND (b IS NULL OR b NOT LIKE '%x%' ESCAPE '\') AND (b IS NULL OR b = '') AND b <> '' AND t >= '2026' AND t < '2027'`,
  );
  expect(writeWhere([])).toBe('');
});

it('writes queries as a person would', () => {
  expect(selectRows('t', [], { column: 'a', down: true })).toBe('SELECT * FROM t ORDER BY a DESC');
  expect(selectValues('t', 'a', [{ column: 'b', test: 'is', value: 'x' }], 5)).toBe(
    "SELECT a, count(*) AS rows FROM t WHERE b IS 'x' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5",
  );
});

it.each([
  [0, 59, 60, 1],
  [0, 3600, 60, 120],
  [0, 86_400 * 30 - 1, 60, 43_200],
  [5, 5, 1, 1],
  [0, 1e11, 10, 11_111_111_112],
])('from %d to %d in %d stretches takes %d seconds each', (from, to, buckets, step) => {
  expect(chooseStep(from, to, buckets)).toBe(step);
});
