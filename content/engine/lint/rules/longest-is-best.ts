import type { LintRule } from '../rule.ts';

export const longestIsBest: LintRule = {
  name: 'longest-is-best',
  severity: 'warning',
  reason: 'Where the best option is often the longest, length is learnt instead of judgement.',
  remedy: 'Make another option of some of these decisions the longest.',
  bad: `decisions:
  - id: key
    options:
      - { id: deactivate, text: Deactivate it and then tell its owner }`,
  good: `decisions:
  - id: key
    options:
      - { id: deactivate, text: Deactivate it and tell him }`,
  check: ({ drill }) => {
    const telling = drill.decisions.flatMap(({ id, options }, index) => {
      const best = [...options].sort((a, b) => b.rating - a.rating)[0];
      const longest = options.every(
        (option) => option === best || option.text.length < (best?.text.length ?? 0),
      );
      return longest ? [{ id, index }] : [];
    });
    const [first] = telling;
    if (!first || telling.length * 3 <= drill.decisions.length) return [];
    const names = telling.map(({ id }) => id).join(', ');
    const message = `The best option is the longest in ${telling.length} of ${drill.decisions.length} decisions: ${names}.`;
    return [{ path: ['decisions', first.index, 'options'], message }];
  },
};
