import type { Span } from '../score/sentences.ts';
import { locate, type ReadSentence } from '../star/answer-words.ts';
import { isPast, stillVerbs } from '../star/word-forms.ts';

export const wordingKinds = ['i', 'we', 'passive', 'hedge', 'filler'] as const;
export type WordingKind = (typeof wordingKinds)[number];

/** How a text is worded: counts to look at, none of them a fault by itself. */
export interface WordingCounts {
  /** Where each kind stands, UTF-16, end exclusive. Its length is the count. */
  readonly found: Readonly<Record<WordingKind, readonly Span[]>>;
  /** The sentence with the most words; null where there is none. */
  readonly longest: { readonly words: number; readonly span: Span } | null;
}

const patterns: Readonly<Record<Exclude<WordingKind, 'passive'>, RegExp>> = {
  i: / i (?=\S)/g,
  we: / (?:we|us|our|ours|ourselves)(?= )/g,
  hedge:
    / (?:maybe|perhaps|probably|possibly|somewhat|kind of|sort of|i (?:think|guess|suppose|believe)|it seems|it seemed|more or less|a bit|a little bit|fairly|in a way|to some (?:extent|degree))(?= )/g,
  filler:
    / (?:basically|actually|literally|honestly|obviously|simply|just|really|you know|i mean|and so on|et cetera|etc|stuff|at the end of the day)(?= )/g,
};

/** A form of "be", at most two words, a past form: the nearest that word forms alone can tell. */
const passive =
  / (?:am|is|are|was|were|be|been|being) (?:(?:not|\w+ly|then|also) ){0,2}(\S+)(?= )/g;

/** Of each kind: more than that is no text to be counted in. */
const most = 999;

/** Counts over the sentences of a text, as the scorer reads them. Linear in their length. */
export function countWording(sentences: readonly ReadSentence[]): WordingCounts {
  const found: Record<WordingKind, Span[]> = { i: [], we: [], passive: [], hedge: [], filler: [] };
  let longest: WordingCounts['longest'] = null;
  for (const sentence of sentences) {
    if (sentence.length > (longest?.words ?? 0)) {
      longest = { words: sentence.length, span: sentence.span };
    }
    const add = (kind: WordingKind, { index, 0: { length } }: RegExpExecArray): void => {
      if (found[kind].length < most) found[kind].push(locate(sentence, index + 1, length - 1));
    };
    for (const kind of ['i', 'we', 'hedge', 'filler'] as const) {
      for (const match of sentence.line.matchAll(patterns[kind])) add(kind, match);
    }
    for (const match of sentence.line.matchAll(passive)) {
      const [, word = ''] = match;
      if (isPast(word) && !stillVerbs.has(word)) add('passive', match);
    }
  }
  return { found, longest };
}
