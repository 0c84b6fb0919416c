import { expect, it } from 'vitest';
import type { Lift } from '../../../../content/engine/star/lift-by-one.ts';
import { starDimensions } from '../../../../content/engine/star/star-rule.ts';
import { findLargestGap, findSharedAdvice } from './shared-advice.ts';

const lift = (place: number, ...rules: string[]): Lift => ({
  dimension: starDimensions[place] ?? 'specificity',
  from: 3,
  steps: rules.map((rule) => ({ rule, gain: 0.5, advice: `Mind ${rule}.` })),
});

it('finds what stands first in three parts or more, and counts them', () => {
  const lifts = [lift(0, 'order', 'when'), lift(1, 'order'), lift(2, 'order'), lift(3, 'lesson')];
  expect(findSharedAdvice(lifts)).toEqual([{ rule: 'order', advice: 'Mind order.', parts: 3 }]);
});

it('leaves what fewer parts share, or what stands second, to the parts', () => {
  const lifts = [lift(0, 'order'), lift(1, 'order'), lift(2, 'when', 'order'), lift(3)];
  expect(findSharedAdvice(lifts)).toEqual([]);
});

it('names the lowest part, whatever several others share', () => {
  const lifts = [
    { ...lift(0, 'order'), from: 4.3 },
    { ...lift(1, 'order'), from: 4.3 },
    { ...lift(2, 'order'), from: 4.2 },
    { ...lift(4, 'order', 'lesson'), from: 2.8 },
  ];
  expect(findLargestGap(lifts, findSharedAdvice(lifts))).toEqual({
    dimension: 'reflection',
    from: 2.8,
    advice: 'Mind lesson.',
  });
  expect(findLargestGap(lifts.slice(0, 3), findSharedAdvice(lifts))?.advice).toBeNull();
  expect(findLargestGap([], [])).toBeNull();
});
