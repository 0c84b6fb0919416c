import type { DecisionOption } from '../../format/drill-schema.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const tiedDecision: LintRule = {
  name: 'tied-decision',
  severity: 'warning',
  reason: 'Two answers of the highest rating leave open what a good responder does.',
  remedy: 'Rate one of them lower, with the reason that tells them apart.',
  bad: `decisions:
  - id: key
    options:
      - { id: delete, rating: 7 }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, rating: 3 }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ id, options }, index): LintHit[] => {
      const best = Math.max(...options.map(({ rating }) => rating));
      const tied = options.filter(({ rating }) => rating === best);
      const [, second] = tied;
      if (!second) return findTiedTwin(id, options, index);
      const names = tied.map((option) => `"${option.id}"`).join(', ');
      const message = `${tied.length} options of "${id}" are rated ${best}: ${names}.`;
      return [
        { path: ['decisions', index, 'options', options.indexOf(second), 'rating'], message },
      ];
    }),
};

/** Two best where a condition rates options anew, such as in a twin. */
function findTiedTwin(id: string, options: readonly DecisionOption[], index: number): LintHit[] {
  const conditions = new Set(
    options.flatMap(({ rerate }) => rerate.map(({ when }) => JSON.stringify(when))),
  );
  return [...conditions].flatMap((condition): LintHit[] => {
    const rated = options.map((option, at) => {
      const other = option.rerate.findIndex(({ when }) => JSON.stringify(when) === condition);
      return { option, at, other, rating: option.rerate[other]?.rating ?? option.rating };
    });
    const best = Math.max(...rated.map(({ rating }) => rating));
    const tied = rated.filter(({ rating }) => rating === best);
    const anew = tied.find(({ other }) => other >= 0);
    if (tied.length < 2 || !anew) return [];
    const names = tied.map(({ option }) => `"${option.id}"`).join(', ');
    const message = `${tied.length} options of "${id}" are rated ${best} where ${condition} holds: ${names}.`;
    const path = ['decisions', index, 'options', anew.at, 'rerate', anew.other, 'rating'];
    return [{ path, message }];
  });
}
