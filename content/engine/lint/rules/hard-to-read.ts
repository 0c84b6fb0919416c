import { countWords, findReadingLevel, listSentences } from '../reading-level.ts';
import type { LintHit, TextRule } from '../rule.ts';

/** Years of school; a newspaper asks for about 11. */
const hardest = 14;
/** Below this many words one long name decides. */
const leastWords = 40;
/** A single paragraph may be shorter and ask for more than a whole text, but not for so much more. */
const paragraphs = { leastWords: 25, hardest: 22 } as const;
/** Words that one sentence may have. */
const longest = 60;

export const hardToRead: TextRule = {
  name: 'hard-to-read',
  severity: 'warning',
  reason:
    'Texts are read against the clock, often by people whose first language is another: long sentences test reading, not judgement.',
  remedy: 'Cut sentences in two, and take the plain word for the long one.',
  bad: `brief: >-
    Notwithstanding the preliminary characterisation of the aforementioned circumstances by the
    responsible organisational representatives, participants are nevertheless anticipated to
    independently substantiate their individual determinations regarding appropriate
    countermeasures, prioritisation considerations and communicative responsibilities throughout
    the entirety of the simulated operational investigation, including documentation thereof.`,
  good: `brief: >-
    You are on shift. A mail has just come in: a stranger writes that one of your keys can be read
    by anybody. The duty manager wants to know what happened, whom it hurts and what you will do.
    Look at the trail first. Then decide, and write down what your decision rests on.`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text }): LintHit[] => {
      if (countWords(text) < leastWords) return [];
      const endless = listSentences(text).find((sentence) => countWords(sentence) > longest);
      if (endless !== undefined) {
        const message = `This sentence has ${countWords(endless)} words; ${longest} are too many to hold in mind.`;
        return [{ path, words: startOf(endless), message }];
      }
      const dense = text
        .split(/\n\s*\n/)
        .filter((paragraph) => countWords(paragraph) >= paragraphs.leastWords)
        .find((paragraph) => findReadingLevel(paragraph) > paragraphs.hardest);
      if (dense !== undefined) {
        const message = `This paragraph asks for ${Math.round(findReadingLevel(dense))} years of school; ${hardest} should do.`;
        return [{ path, words: startOf(dense), message }];
      }
      const level = findReadingLevel(text);
      if (level <= hardest) return [];
      const message = `This text asks for ${Math.round(level)} years of school; ${hardest} should do.`;
      return [{ path, message }];
    }),
};

/** A few words, by which a sentence is found in its text; marks were taken out of it. */
function startOf(sentence: string): string {
  return sentence.trim().split(/\s+/, 4).join(' ');
}
