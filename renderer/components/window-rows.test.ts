import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDrawn, findWindow, moveInRows, scrollToRow } from './window-rows.ts';

it('draws every row that is seen, and never more than a screenful and its margin', () => {
  fc.assert(
    fc.property(
      fc.nat(3_000_000),
      fc.integer({ min: 26, max: 2000 }),
      fc.nat(100_000),
      (scroll, height, count) => {
        const { start, end } = findWindow(scroll, height, 26, count);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - start).toBeLessThanOrEqual(countDrawn(height, 26));
        for (const seen of [Math.ceil(scroll / 26), Math.floor((scroll + height - 26) / 26)]) {
          if (seen < count) expect(seen >= start && seen < end).toBe(true);
        }
      },
    ),
  );
});

it('keeps few rows beyond what is seen', () => {
  expect(countDrawn(260, 26)).toBe(23);
});

it('moves within the list, by line, page and end', () => {
  expect(moveInRows('ArrowDown', 9, 10, 5)).toBe(9);
  expect(moveInRows('PageUp', 3, 10, 5)).toBe(0);
  expect(moveInRows('End', 3, 10, 5)).toBe(9);
  expect(moveInRows('x', 3, 10, 5)).toBeNull();
  expect(moveInRows('Home', 0, 0, 5)).toBeNull();
});

it('scrolls no further than a row needs', () => {
  expect(scrollToRow(3, 0, 260, 26)).toBe(0);
  expect(scrollToRow(20, 0, 260, 26)).toBe(286);
  expect(scrollToRow(2, 286, 260, 26)).toBe(52);
});
