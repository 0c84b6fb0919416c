import type { LintHit, LintRule } from '../rule.ts';

export const repeatedReason: LintRule = {
  name: 'repeated-reason',
  severity: 'warning',
  reason:
    'The reason is what a learner takes home. One that stands at options of different ratings explains none of them.',
  remedy: 'Say at each option what it gains or costs that the other does not.',
  bad: `decisions:
  - id: key
    options:
      - { id: delete, reason: It stops the harm and can be undone. }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, reason: It stops the harm but cannot be undone. }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ id, options }, index) =>
      options.flatMap((option, at): LintHit[] => {
        const first = options
          .slice(0, at)
          .find(({ reason, rating }) => reason === option.reason && rating !== option.rating);
        if (!first) return [];
        const message = `"${option.id}" of "${id}" is rated ${option.rating} and "${first.id}" ${first.rating}, for the same reason.`;
        return [{ path: ['decisions', index, 'options', at, 'reason'], message }];
      }),
    ),
};
