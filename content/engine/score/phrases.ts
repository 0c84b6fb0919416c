import type { Word } from './sentences.ts';

/** See `Phrases` in drill-schema.ts. Slots that must all be filled; each is a list of alternatives, each of one or more words. */
export type Phrase = readonly (readonly (readonly string[])[])[];

export function parsePhrase(phrase: string): Phrase {
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .filter((slot) => slot !== '')
    .map((slot) => slot.split('|').map((alternative) => alternative.split('_')));
}

export function holdsPhrase(words: readonly Word[], phrase: Phrase): boolean {
  return phrase.every((slot) => slot.some((run) => holdsRun(words, run)));
}

function holdsRun(words: readonly Word[], run: readonly string[]): boolean {
  return words.some((_, start) =>
    run.every((wanted, offset) => {
      const word = words[start + offset]?.text;
      if (word === undefined) return false;
      return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
    }),
  );
}
