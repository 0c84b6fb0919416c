import { expect, test } from 'vitest';
import { findRatio, isMet, type Measured } from './figure.ts';
import { findQuantile, interleave, readMedian, readOnce } from './readings.ts';

test('A quantile is one of the values, by nearest rank', () => {
  const values = [5, 1, 4, 2, 3];
  expect(findQuantile(values, 0.5)).toBe(3);
  expect(findQuantile(values, 0.95)).toBe(5);
  expect(findQuantile(values, 0)).toBe(1);
  expect(() => findQuantile([], 0.5)).toThrow('Nothing was measured');
  expect(readMedian([9, 1, 2], 'ms')).toEqual({ value: 2, least: 1, most: 9, unit: 'ms' });
});

test('Both run in turn, and the first turn does not count', async () => {
  const order: string[] = [];
  let next = 0;
  const work = (name: string) => () => {
    order.push(name);
    next += 1;
    return next;
  };
  expect(await interleave(2, work('a'), work('b'))).toEqual({ a: [3, 5], b: [4, 6] });
  expect(order.join('')).toBe('ababab');
});

test('A limit holds the value or its ratio, from above or from below', () => {
  const measured = (
    of: 'value' | 'ratio',
    kind: 'at_most' | 'at_least',
    bound: number,
  ): Measured => ({
    title: 'something',
    reading: readOnce(30, 'ms'),
    baseline: { name: 'something bare', reading: readOnce(20, 'ms') },
    limit: { of, kind, bound },
  });
  expect(findRatio(measured('ratio', 'at_most', 1))).toBe(1.5);
  expect(isMet(measured('ratio', 'at_most', 1.5))).toBe(true);
  expect(isMet(measured('ratio', 'at_most', 1.4))).toBe(false);
  expect(isMet(measured('ratio', 'at_least', 1.6))).toBe(false);
  expect(isMet(measured('value', 'at_most', 30))).toBe(true);
  expect(isMet(measured('value', 'at_least', 31))).toBe(false);
});
