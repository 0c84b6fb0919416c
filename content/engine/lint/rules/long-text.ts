import { countWords } from '../reading-level.ts';
import type { LintHit, TextRule } from '../rule.ts';

/** Words that a text may have, by the field it stands in; the clock runs while most are read. */
const most: Readonly<Record<string, number>> = {
  summary: 80,
  brief: 500,
  body: 250,
  prompt: 120,
  answer: 250,
  asked: 120,
  says: 150,
  reason: 60,
  why: 60,
  text: 900,
  debrief: 900,
  story: 700,
  private: 300,
  about: 200,
  again: 60,
};

export const longText: TextRule = {
  name: 'long-text',
  severity: 'warning',
  reason:
    'The clock runs while people read: a text that is too long is skimmed, and its clue lost.',
  remedy: 'Cut it, or put what can be looked up into a piece of evidence.',
  bad: `decisions:
  - id: key
    prompt: >-
      ${'The key is still on and somebody uses it while you read this sentence. '.repeat(9).trim()}`,
  good: `decisions:
  - id: key
    prompt: The key is still on, and somebody uses it. What do you do?`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text }): LintHit[] => {
      const field = String(path.at(-1));
      const bound = most[field];
      const words = countWords(text);
      if (bound === undefined || words <= bound) return [];
      return [
        { path, message: `This text has ${words} words; ${bound} should do for "${field}".` },
      ];
    }),
};
