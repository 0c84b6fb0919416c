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
      if (!second) return [];
      const names = tied.map((option) => `"${option.id}"`).join(', ');
      const message = `${tied.length} options of "${id}" are rated ${best}: ${names}.`;
      return [
        { path: ['decisions', index, 'options', options.indexOf(second), 'rating'], message },
      ];
    }),
};
