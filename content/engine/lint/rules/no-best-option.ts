import { findRange } from '../../score/decision-points.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** What an expert would do, or nearly: below it there is nothing to learn from the best answer. */
const expert = 6;

export const noBestOption: LintRule = {
  name: 'no-best-option',
  severity: 'error',
  reason:
    'Where no option is what an expert would do, everybody who decides does wrong, whatever they choose.',
  remedy:
    'Give one option a rating above all others, and above doing nothing: 7 is what an expert would do.',
  bad: `decisions:
  - id: key
    none: { rating: 7, reason: It heals by itself. }
    options:
      - { id: deactivate, rating: 6 }`,
  good: `decisions:
  - id: key
    options:
      - { id: deactivate, rating: 7 }`,
  check: ({ drill }) => [
    ...drill.decisions.flatMap((decision, index): LintHit[] => {
      const path = ['decisions', index];
      const { worst, best } = findRange(decision);
      if (best === worst) {
        const message = `Every answer to "${decision.id}" is rated ${best}.`;
        return [{ path: [...path, 'options'], message, remedy: 'Rate the options apart.' }];
      }
      const highest = decision.options.filter(({ rating, rerate }) =>
        [rating, ...rerate.map((other) => other.rating)].includes(best),
      );
      if (highest.length === 0) {
        const message = `No option of "${decision.id}" is best: doing nothing is rated ${best}.`;
        return [{ path: [...path, 'none', 'rating'], message }];
      }
      if (best >= expert) return [];
      const message = `No option of "${decision.id}" is rated above ${best}.`;
      return [{ path: [...path, 'options'], message }];
    }),
    ...drill.feed.flatMap(({ id, replies }, index): LintHit[] => {
      const rated = replies.flatMap(({ rating }) => rating ?? []);
      const best = Math.max(...rated);
      if (rated.length === 0 || best >= expert) return [];
      const message = `No reply to "${id}" is rated above ${best}.`;
      return [{ path: ['feed', index, 'replies'], message }];
    }),
  ],
};
