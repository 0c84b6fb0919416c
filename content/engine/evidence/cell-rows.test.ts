import { expect, it } from 'vitest';
import { CellRows, layRows } from './cell-rows.ts';

it('reads the cells that were laid out', () => {
  const rows = new CellRows(
    layRows(
      [
        ['a', '', 'two\nlines'],
        ['b', 'é', ''],
      ],
      3,
    ),
  );
  expect(rows.length).toBe(2);
  expect([0, 1].map((row) => rows.slice(row, 0))).toEqual([
    ['a', '', 'two\nlines'],
    ['b', 'é', ''],
  ]);
  expect(rows.slice(1, 1)).toEqual(['é', '']);
  expect(rows.read(0, 2)).toBe('two\nlines');
  expect(rows.join(1, 1)).toBe('é\n');
  expect(new CellRows(layRows([], 3)).length).toBe(0);
});
