import { findAbsolute } from '../find-absolute.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const loneAbsolute: LintRule = {
  name: 'lone-absolute',
  severity: 'warning',
  reason:
    'The one option that allows of no exception (“always”, “never”, “all”) gives itself away: it is crossed out unread, or known as a slogan.',
  remedy: 'Say what is done without the word, or let another option have one too.',
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: Never touch it until noon }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: Never touch it until noon }
      - { id: ask, text: Ask everybody about it first }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ id, options }, index): LintHit[] => {
      const telling = options.flatMap((option, at) => {
        const words = findAbsolute(option.text);
        return words.length === 0 ? [] : [{ option, at, words: [...new Set(words)] }];
      });
      const [one, other] = telling;
      if (!one || other) return [];
      const names = one.words.map((word) => `“${word}”`).join(', ');
      const message = `Of the options of "${id}", "${one.option.id}" alone has ${names}.`;
      return [{ path: ['decisions', index, 'options', one.at, 'text'], message }];
    }),
};
