import type { LintHit, LintRule } from '../rule.ts';

const spread = 0.35;

export const unevenOptions: LintRule = {
  name: 'uneven-options',
  severity: 'warning',
  reason: 'An option that is much longer or shorter than the others gives itself away.',
  remedy: `Bring the options within ${spread * 100} % of their mean length.`,
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: Wait }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: Wait and watch until noon }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ options }, i) => {
      const mean = options.reduce((sum, { text }) => sum + text.length, 0) / options.length;
      return options.flatMap(({ id, text }, j): LintHit[] => {
        if (Math.abs(text.length - mean) <= spread * mean) return [];
        const message = `The option "${id}" has ${text.length} characters; the mean is ${Math.round(mean)}.`;
        return [{ path: ['decisions', i, 'options', j, 'text'], message }];
      });
    }),
};
