import { findRange } from '../../score/decision-points.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const noBestOption: LintRule = {
  name: 'no-best-option',
  severity: 'error',
  reason: 'Where no option is best, everybody who decides loses points, whatever they choose.',
  remedy: 'Give one option a rating above all others, and above doing nothing.',
  bad: `decisions:
  - id: key
    none: { rating: 7, reason: It heals by itself. }
    options:
      - { id: deactivate, rating: 6 }`,
  good: `decisions:
  - id: key
    options:
      - { id: deactivate, rating: 7 }`,
  check: ({ drill }) =>
    drill.decisions.flatMap((decision, index): LintHit[] => {
      const path = ['decisions', index];
      const { worst, best } = findRange(decision);
      if (best === worst) {
        const message = `Every answer to "${decision.id}" is rated ${best}.`;
        return [{ path: [...path, 'options'], message, remedy: 'Rate the options apart.' }];
      }
      const highest = decision.options.filter(({ rating, rerate }) =>
        [rating, ...rerate.map((other) => other.rating)].includes(best),
      );
      if (highest.length > 0) return [];
      const message = `No option of "${decision.id}" is best: doing nothing is rated ${best}.`;
      return [{ path: [...path, 'none', 'rating'], message }];
    }),
};
