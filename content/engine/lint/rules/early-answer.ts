import { findWords } from '../../score/sentences.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** So many words in a row are no chance. */
const row = 6;

export const earlyAnswer: LintRule = {
  name: 'early-answer',
  severity: 'warning',
  reason:
    'Tiers of a hint go from a nudge to the answer. Where the first one says it already, the rest is paid for nothing, and so is the thinking.',
  remedy: 'Ask a question in the first tier, and leave what to do to the last.',
  bad: `hints:
  - id: where
    tiers:
      - { text: 'Look at who used the key: the first row is a stranger.', cost: 0.5 }
      - { text: Look at the first row of the trail., cost: 1 }
      - { text: The first row is a stranger., cost: 2 }`,
  good: `hints:
  - id: where
    tiers:
      - { text: Look at who used the key., cost: 0.5 }
      - { text: Look at the first row of the trail., cost: 1 }
      - { text: The first row is a stranger., cost: 2 }`,
  check: ({ drill }) => {
    const best = drill.decisions.flatMap(({ id, options }) => {
      const top = Math.max(...options.map(({ rating }) => rating));
      return options
        .filter(({ rating }) => rating === top)
        .map(({ text }) => ({ id, words: listWords(text) }));
    });
    return drill.hints.flatMap(({ id, tiers }, index): LintHit[] => {
      const [first, ...later] = tiers.map(({ text }) => listWords(text));
      const path = ['hints', index, 'tiers', 0, 'text'];
      if (!first || later.length === 0) return [];
      const same = later.findIndex((words) => holdsAll(first, words));
      if (same >= 0) {
        return [{ path, message: `Tier 1 of "${id}" says what tier ${same + 2} says.` }];
      }
      const answer = best.find(({ words }) => sharesRow(first, words));
      if (!answer) return [];
      return [
        { path, message: `Tier 1 of "${id}" has the words of the best option of "${answer.id}".` },
      ];
    });
  },
};

function listWords(text: string): readonly string[] {
  return findWords(text, [0, text.length]).map((word) => word.text);
}

/** Whether a text has all that a later one says, word for word, and that is more than a word or two. */
function holdsAll(words: readonly string[], later: readonly string[]): boolean {
  return later.length >= 3 && ` ${words.join(' ')} `.includes(` ${later.join(' ')} `);
}

function sharesRow(words: readonly string[], other: readonly string[]): boolean {
  const whole = ` ${other.join(' ')} `;
  return words.some((_, at) => {
    const part = words.slice(at, at + row);
    return part.length === row && whole.includes(` ${part.join(' ')} `);
  });
}
