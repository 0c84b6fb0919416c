import type { TextRule } from '../rule.ts';

/** Small words that never stand twice, and long ones; “had had” and “that that” may. */
const doubled =
  /(?<![\w’'-])(the|an?|of|to|and|or|for|with|from|at|by|it|was|were|be|has|have|are|not|this|you|we|they|your|our|but|(?!that|very|long)[a-z]{4}|[a-z]{5,})\s+\1(?![\w’'-])/gi;

export const doubledWord: TextRule = {
  name: 'doubled-word',
  severity: 'warning',
  reason: 'A word that stands twice stops whoever reads against the clock.',
  remedy: 'Take one of them away.',
  bad: `brief: You are on shift. A mail has come in from the the developer.`,
  good: `brief: You are on shift. A mail has come in from the developer.`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text }) =>
      [...text.matchAll(doubled)].map(([words]) => ({
        path,
        words,
        message: `The word "${words.split(/\s/)[0]}" stands twice here.`,
      })),
    ),
};
