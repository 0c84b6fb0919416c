import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterInSlices, sortInSlices } from './slices.ts';

const never = (): boolean => false;

it('sorts and filters as the built-in ones do, stable', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 9_000, size: 'max' }), async (numbers) => {
      const items = numbers.map((value, index) => ({ value, index }));
      const compare = (a: { value: number }, b: { value: number }): number => a.value - b.value;
      expect(await sortInSlices(items, compare, never)).toEqual([...items].sort(compare));
      const odd = ({ value }: { value: number }): boolean => value % 2 === 1;
      expect(await filterInSlices(items, odd, never)).toEqual(items.filter(odd));
    }),
    { numRuns: 10 },
  );
});

it('stops when something newer is wanted', async () => {
  const many = Array.from({ length: 400_000 }, (_, index) => ({ index }));
  const slow = ({ index }: { index: number }): boolean => String(index).endsWith('7');
  expect(await filterInSlices(many, slow, () => true)).toBeNull();
  expect(
    await sortInSlices(
      many,
      (a, b) => b.index - a.index,
      () => true,
    ),
  ).toBeNull();
});
