import type { LintRule } from '../rule.ts';

export const unscoredDecision: LintRule = {
  name: 'unscored-decision',
  severity: 'error',
  reason: 'A decision that earns nothing teaches nothing: nobody learns whether it was right.',
  remedy: 'Give it a weight above 0.',
  bad: `decisions:
  - { id: key, weight: 0 }`,
  good: `decisions:
  - { id: key, weight: 10 }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ id, weight }, index) =>
      weight > 0
        ? []
        : [
            {
              path: ['decisions', index, 'weight'],
              message: `The decision "${id}" has no weight.`,
            },
          ],
    ),
};
