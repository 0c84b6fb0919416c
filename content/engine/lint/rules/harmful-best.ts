import type { LintHit, LintRule } from '../rule.ts';

/** From here up an option is what an expert would do, or nearly. */
const good = 6;

export const harmfulBest: LintRule = {
  name: 'harmful-best',
  severity: 'error',
  reason:
    'An option that an expert would choose and that caps the score for its harm gives with one hand and takes with the other; one of the two was meant for another option.',
  remedy: 'Give the rating to the option that it is for, or take `harm` away.',
  bad: `decisions:
  - id: key
    options:
      - { id: deactivate, harm: { caps: 0.5, why: The history is gone. } }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, harm: { caps: 0.5, why: The history is gone. } }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ id, options }, index) =>
      options.flatMap((option, at): LintHit[] => {
        // A twin in which it is right may rate it anew; what it does is done in every play.
        if (!option.harm || option.rating < good) return [];
        const message = `"${option.id}" of "${id}" is rated ${option.rating}, and does harm: ${option.harm.why}`;
        return [{ path: ['decisions', index, 'options', at, 'rating'], message }];
      }),
    ),
};
