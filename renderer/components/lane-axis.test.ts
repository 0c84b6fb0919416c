import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitLabels, growLabels, layAxis, placeOnAxis, placeTicks } from './lane-axis.ts';

it('folds a quiet stretch and keeps the order of everything else', () => {
  const axis = layAxis([0, 60, 4000, 4100], 600);
  expect(axis.map(({ folded }) => folded)).toEqual([false, true, false]);
  expect(axis.at(-1)?.end).toBeCloseTo(1);
});

it('never puts a later time before an earlier one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }), (times) => {
      const axis = layAxis(times, 600);
      const places = [...times].sort((a, b) => a - b).map((time) => placeOnAxis(axis, time));
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(index === 0 ? 0 : (places[index - 1] ?? 0));
        expect(place).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it('has nothing to show for no times', () => {
  expect(layAxis([], 600)).toEqual([]);
});

it('names whole steps of a clock on the axis, and after a fold where time goes on', () => {
  const minutes = (...all: number[]): number[] => all.map((minute) => minute * 60);
  const times = (axis: ReturnType<typeof layAxis>, apart: number): readonly number[] =>
    placeTicks(axis, apart).map(({ time }) => time / 60);
  const morning = layAxis(minutes(526, 531, 535, 538, 552, 556, 562, 567), 600);
  expect(times(morning, 0.08)).toEqual([530, 535, 555, 560, 565]);
  expect(times(morning, 0.2)).toEqual([530, 560]);
  // Between folds no five minutes are whole.
  expect(times(layAxis(minutes(1, 61, 123), 600), 0.2)).toEqual([1, 61, 123]);
  expect(placeTicks([], 0.1)).toEqual([]);
});

it('never names two times closer than asked, nor one inside a fold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(100_000), { minLength: 1, maxLength: 15 }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      (times, apart) => {
        const axis = layAxis(times, 600);
        const ticks = placeTicks(axis, apart);
        for (const [index, { time, place }] of ticks.entries()) {
          expect(time % 60).toBe(0);
          expect(place - (ticks[index - 1]?.place ?? -1)).toBeGreaterThanOrEqual(apart);
          expect(axis.some(({ from, to, folded }) => !folded && from <= time && time <= to)).toBe(
            true,
          );
        }
      },
    ),
  );
});

const labelsAt = (places: readonly number[], lengths: readonly number[], lines: number) =>
  fitLabels(
    places.length,
    (index, letters) => ({ at: places[index] ?? 0, width: letters + 2 }),
    lengths,
    lines,
  ).map(({ line, letters }) => [line, letters]);

it('stacks labels that would run into each other, and comes back to the first line', () => {
  expect(labelsAt([0, 4, 8, 12, 40], [8, 1], 4)).toEqual([
    [0, 8],
    [1, 8],
    [2, 8],
    [0, 8],
    [0, 8],
  ]);
});

it('shortens the widest of those that find no room, and no other', () => {
  expect(labelsAt([0, 10, 20, 60], [30, 12, 0], 2)).toEqual([
    [0, 12],
    [1, 30],
    [0, 30],
    [0, 30],
  ]);
  // None is ever free for the third: it lies over another, and all three are short.
  expect(labelsAt([0, 0, 0, 60], [20, 4], 2)).toEqual([
    [0, 4],
    [1, 4],
    [0, 4],
    [0, 20],
  ]);
});

it('gives a label all its letters where those on its line leave room, and no other', () => {
  const texts = [10, 60, 60, 60];
  const places = [0, 20, 70, 140];
  const measure = (index: number, letters: number) => ({
    at: places[index] ?? 0,
    width: Math.min(letters, texts[index] ?? 0),
  });
  const placed = [30, 30, 30, 30].map((letters) => ({ line: 0, letters }));
  expect(growLabels(placed, measure, [Infinity, 45, 30]).map(({ letters }) => letters)).toEqual([Infinity, 45, Infinity, Infinity]); // oxfmt-ignore
  const apart = placed.map((one, index) => ({ ...one, line: index % 2 }));
  expect(growLabels(apart, measure, [Infinity]).every(({ letters }) => letters === Infinity)).toBe(
    true,
  );
});
