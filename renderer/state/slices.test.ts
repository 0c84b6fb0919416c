import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
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
  // Each look at the clock finds a slice used up, however fast the machine.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  onTestFinished(() => clock.mockRestore());
  const many = Array.from({ length: 10_000 }, (_, index) => ({ index }));
  const even = ({ index }: { index: number }): boolean => index % 2 === 0;
  const descending = (a: { index: number }, b: { index: number }): number => b.index - a.index;
  const always = (): boolean => true;
  expect(await filterInSlices(many, even, always)).toBeNull();
  expect(await sortInSlices(many, descending, always)).toBeNull();
  expect(await filterInSlices(many, even, never)).toHaveLength(5_000);
  expect(await sortInSlices(many, descending, never)).toHaveLength(10_000);
});
