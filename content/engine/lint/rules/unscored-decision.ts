import { findRange } from '../../score/decision-points.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unscoredDecision: LintRule = {
  name: 'unscored-decision',
  severity: 'error',
  reason: 'A decision that earns nothing, or in which nothing is best, teaches nothing.',
  remedy: 'Give it a weight, and one option a rating above all others.',
  check: ({ drill }) =>
    drill.decisions.flatMap((decision, index): LintHit[] => {
      const path = ['decisions', index];
      const { worst, best } = findRange(decision);
      if (decision.weight === 0) {
        const message = `The decision "${decision.id}" has no weight.`;
        return [{ path: [...path, 'weight'], message, remedy: 'Give it a weight above 0.' }];
      }
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
