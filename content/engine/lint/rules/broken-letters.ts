import type { LintHit, TextRule } from '../rule.ts';

export const brokenLetters: TextRule = {
  name: 'broken-letters',
  severity: 'error',
  reason:
    'A file that was not saved as UTF-8 loses every letter with an accent, and a pack with it is refused.',
  remedy: 'Save the file again from your editor, with UTF-8 as its encoding.',
  bad: 'brief: You are on shift at the caf\ufffd of Ines Holm.',
  good: 'brief: You are on shift at the café of Ines Holm.',
  check: ({ texts }) =>
    texts.flatMap(({ path, text }): LintHit[] => {
      const words = /\S*\ufffd\S*/.exec(text)?.[0];
      return words === undefined
        ? []
        : [{ path, words, message: `A letter of "${words}" could not be read.` }];
    }),
};
