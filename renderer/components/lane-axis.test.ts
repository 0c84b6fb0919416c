import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layAxis, placeOnAxis, stackLabels } from './lane-axis.ts';

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

it('stacks labels that would run into each other, and comes back to the first line', () => {
  const at = (place: number) => ({ at: place, width: 10 });
  expect(stackLabels([at(0), at(4), at(8), at(12), at(40)], 4)).toEqual([0, 1, 2, 0, 0]);
  expect(stackLabels([at(0), at(1), at(2)], 2)).toEqual([0, 1, 0]);
});
