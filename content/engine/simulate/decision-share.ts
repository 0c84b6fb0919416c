import type { Score } from '../score/score.ts';

/** What was earned of the points for decisions alone; 0 where there are none. */
export function shareOfDecisions({ parts }: Score): number {
  const points = parts
    .flatMap((part) => part.points)
    .filter(({ rule }) => rule.startsWith('decision:'));
  const possible = points.reduce((sum, { weight }) => sum + weight, 0);
  return possible === 0 ? 0 : points.reduce((sum, { earned }) => sum + earned, 0) / possible;
}
