import { describe, expect, it } from 'vitest';
import { moveInGrid } from './grid-moves.ts';

const size = { rows: 16, columns: 3 };

describe('moving in the grid', () => {
  it.each([
    ['ArrowUp', 0, 1, -1, 1],
    ['ArrowUp', -1, 1, -1, 1],
    ['ArrowDown', 15, 0, 15, 0],
    ['ArrowDown', -1, 0, 0, 0],
    ['ArrowRight', 4, 2, 4, 2],
    ['ArrowRight', 4, 1, 4, 2],
    ['ArrowLeft', 4, 0, 4, 0],
    ['Home', 4, 2, 4, 0],
    ['End', 4, 0, 4, 2],
  ])('%s from %d, %d', (key, row, column, toRow, toColumn) => {
    expect(moveInGrid(key, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
  });

  it('goes to the corners with Ctrl, and nowhere by other keys', () => {
    expect(moveInGrid('Home', { row: 7, column: 2 }, size, true)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid('End', { row: 7, column: 0 }, size, true)).toEqual({ row: 15, column: 2 });
    expect(moveInGrid('x', { row: 7, column: 0 }, size)).toBeNull();
  });
});
