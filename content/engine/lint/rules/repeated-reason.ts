import type { LintHit, LintRule } from '../rule.ts';

export const repeatedReason: LintRule = {
  name: 'repeated-reason',
  severity: 'warning',
  reason:
    'The reason is what a learner takes home. One that stands at options of different ratings, or of two decisions, explains none of them.',
  remedy: 'Say at each option what it gains or costs that the other does not.',
  bad: `decisions:
  - id: key
    options:
      - { id: delete, reason: It stops the harm and can be undone. }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, reason: It stops the harm but cannot be undone. }`,
  check: ({ drill }) => {
    const told = drill.decisions.flatMap(({ id, options }, index) =>
      options.map((option, at) => ({ id, index, option, at })),
    );
    return told.flatMap(({ id, index, option, at }, place): LintHit[] => {
      const path = ['decisions', index, 'options', at, 'reason'];
      const alike = told.slice(0, place).filter((one) => one.option.reason === option.reason);
      const beside = alike.find((one) => one.id === id && one.option.rating !== option.rating);
      if (beside) {
        const message = `"${option.id}" of "${id}" is rated ${option.rating} and "${beside.option.id}" ${beside.option.rating}, for the same reason.`;
        return [{ path, message }];
      }
      const elsewhere = alike.find((one) => one.id !== id && one.option.text !== option.text);
      if (!elsewhere) return [];
      const message = `"${option.id}" of "${id}" has the reason of "${elsewhere.option.id}" of "${elsewhere.id}".`;
      return [{ path, message }];
    });
  },
};
