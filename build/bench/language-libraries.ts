import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { readSentence } from '../../content/engine/star/answer-words.ts';
import { findDeeds } from '../../content/engine/star/deeds.ts';
import { splitAnswer } from '../../content/engine/star/split-answer.ts';
import { stillVerbs } from '../../content/engine/star/word-forms.ts';

/** What a way of reading English gives to the scorer. */
export interface LanguageReader {
  readonly name: string;
  readonly split: (text: string) => readonly string[];
  /** Whether a sentence tells a past act of the speaker's own. */
  readonly tellsOwnDeed: (sentence: string) => boolean;
  /** All of a text, as a scorer needs it. */
  readonly readAll: (text: string) => unknown;
}

interface Tag {
  readonly word: string;
  readonly past: boolean;
  readonly adverb: boolean;
}

/**
 * The same rule over the tags of each library: "I", adverbs or "have", then a past verb that is an act.
 * Verbs of being and thinking are told apart by our own list for all of them.
 */
function findOwnDeed(tags: readonly Tag[]): boolean {
  return tags.some((tag, at) => {
    if (tag.word !== 'i') return false;
    for (let next = at + 1; next < Math.min(tags.length, at + 5); next += 1) {
      const { word = '', past = false, adverb = false } = tags[next] ?? {};
      if (/^(?:have|had|did|then|also|both)$/.test(word) || adverb) continue;
      return past && !stillVerbs.has(word) && !/^(?:was|were|been|could|would|should)$/.test(word);
    }
    return false;
  });
}

const ours: LanguageReader = {
  name: 'own rules',
  split: (text) => splitAnswer(text).spans.map(([from, to]) => text.slice(from, to)),
  tellsOwnDeed: (sentence) =>
    findDeeds(readSentence(sentence, [0, sentence.length])).some(
      ({ who, kind }) => who === 'i' && kind === 'past',
    ),
  readAll: (text) => splitAnswer(text).spans.map((span) => findDeeds(readSentence(text, span))),
};

interface CompromiseSentence {
  readonly text: string;
  readonly terms: readonly { readonly normal: string; readonly tags: readonly string[] }[];
}

function readCompromise(text: string): readonly CompromiseSentence[] {
  return compromise(text).json() as readonly CompromiseSentence[];
}

const byCompromise: LanguageReader = {
  name: 'compromise',
  split: (text) => readCompromise(text).map((sentence) => sentence.text.trim()),
  tellsOwnDeed: (sentence) =>
    findOwnDeed(
      readCompromise(sentence)
        .flatMap(({ terms }) => terms)
        .map(({ normal, tags }) => ({
          word: normal,
          past: tags.includes('PastTense'),
          adverb: tags.includes('Adverb'),
        })),
    ),
  readAll: readCompromise,
};

const wink = winkNLP(model);
const { its } = wink;

/** It names no tenses: a verb that is not its lemma and ends in neither -s nor -ing is taken for a past one. */
function tagByWink(text: string): readonly Tag[] {
  const tokens = wink.readDoc(text).tokens();
  const read = (what: 'normal' | 'pos' | 'lemma'): readonly string[] =>
    tokens.out(its[what] as ItsFunction<string>);
  const [words, kinds, lemmas] = [read('normal'), read('pos'), read('lemma')];
  return words.map((word, at) => ({
    word,
    past: kinds[at] === 'VERB' && lemmas[at] !== word && !/(?:s|ing)$/.test(word),
    adverb: kinds[at] === 'ADV',
  }));
}

const byWink: LanguageReader = {
  name: 'wink-nlp',
  split: (text) => wink.readDoc(text).sentences().out(),
  tellsOwnDeed: (sentence) => findOwnDeed(tagByWink(sentence)),
  readAll: tagByWink,
};

export const languageReaders: readonly LanguageReader[] = [ours, byCompromise, byWink];
