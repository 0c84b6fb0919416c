import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRuns } from '../testing/count-runs.ts';
import { matchHeaviest } from './plan-loop-matching.ts';

type Table = readonly (readonly (number | null)[])[];

function weigh(weights: Table, matched: readonly (number | null)[]): number {
  return matched.reduce<number>(
    (sum, column, row) => sum + (column === null ? 0 : (weights[row]?.[column] ?? Number.NaN)),
    0,
  );
}

/** Every matching there is. */
function findHeaviest(weights: Table, row = 0, taken: ReadonlySet<number> = new Set()): number {
  const cells = weights[row];
  if (!cells) return 0;
  return cells.reduce<number>(
    (best, weight, column) =>
      weight === null || taken.has(column)
        ? best
        : Math.max(best, weight + findHeaviest(weights, row + 1, new Set([...taken, column]))),
    findHeaviest(weights, row + 1, taken),
  );
}

const tables = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 3 }), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('the heaviest matching', () => {
  it.each<[string, Table, (number | null)[]]>([
    ['nothing', [], []],
    ['no column', [[], []], [null, null]],
    ['no possible pair', [[null, null]], [null]],
    [
      'a row that gives way to another',
      [
        [9, 8],
        [9, null],
      ],
      [1, 0],
    ],
    ['more rows than columns', [[3], [5], [4]], [null, 0, null]],
    ['equal columns: the left one', [[7, 7, 7]], [0]],
    [
      'a chain of three',
      [
        [10, 9, null],
        [10, null, null],
        [null, 9, 1],
      ],
      [1, 0, 2],
    ],
  ])('of %s', (_name, weights, expected) => {
    expect(matchHeaviest(weights)).toEqual(expected);
  });

  it('weighs as much as the heaviest of all that there are, each column once', () => {
    fc.assert(
      fc.property(tables, (weights) => {
        const matched = matchHeaviest(weights);
        const used = matched.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(weigh(weights, matched)).toBe(findHeaviest(weights));
      }),
      countRuns(5_000),
    );
  });

  it('stays quick at twenty-four questions and two thousand stories', () => {
    const weights = Array.from({ length: 24 }, (_, row) =>
      Array.from({ length: 2_000 }, (__, column) => (row * 7 + column * 13) % 101),
    );
    expect(weigh(weights, matchHeaviest(weights))).toBe(24 * 100);
  });
});
