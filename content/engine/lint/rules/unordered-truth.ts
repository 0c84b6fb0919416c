import { readInstant } from '../../score/timeline-points.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unorderedTruth: LintRule = {
  name: 'unordered-truth',
  severity: 'warning',
  reason:
    'The debrief tells what was true from first to last. An entry before an earlier one is often a wrong time.',
  remedy: 'Correct its time, or put it where it belongs.',
  bad: `truth:
  - { id: use, at: '2026-03-10T08:51:09Z' }
  - { id: pushed, at: '2026-03-10T08:46:00Z', title: The key is pushed, clues: [public-since] }`,
  good: `truth:
  - { id: use, at: '2026-03-10T08:51:09Z' }
  - { id: read, at: '2026-03-10T08:52:00Z', title: Buckets are listed, clues: [first-use] }`,
  check: ({ drill: { truth } }) =>
    truth.flatMap(({ id, at, when }, index): LintHit[] => {
      // Each of two variants has its own order.
      const before = truth.slice(0, index).findLast((one) => areAlike(one.when, when));
      if (!before || readInstant(before.at) <= readInstant(at)) return [];
      const message = `"${id}" is at ${at}, before "${before.id}" at ${before.at}.`;
      return [{ path: ['truth', index, 'at'], message }];
    }),
};

function areAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
