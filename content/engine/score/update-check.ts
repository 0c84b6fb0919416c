import type { Update } from '../format/drill-schema.ts';
import { holdsPhrase, parsePhrase } from './phrases.ts';
import { findSentences, findWords, type Span, type Word } from './sentences.ts';

export interface FactCheck {
  readonly id: string;
  /** It could be known when the update was sent; otherwise it is not asked for. */
  readonly asked: boolean;
  readonly met: boolean;
  readonly spans: readonly Span[];
}

export interface ClaimCheck {
  readonly id: string;
  readonly spans: readonly Span[];
}

export interface UpdateCheck {
  readonly facts: readonly FactCheck[];
  /** Claims that were made and must not be. */
  readonly claims: readonly ClaimCheck[];
}

/**
 * Checks a written update against what could be known when it was sent. A fact is met by a
 * sentence that holds every word of one of its phrases (see `Phrases` in drill-schema.ts); spans
 * are the sentences that did it. Words are compared, nothing is understood: the screen says so.
 */
export function checkUpdate(
  update: Update,
  text: string,
  known: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): UpdateCheck {
  const sentences = findSentences(text).map((span) => ({ span, words: findWords(text, span) }));
  const spansOf = (holds: (words: readonly Word[]) => boolean): readonly Span[] =>
    sentences.filter(({ words }) => holds(words)).map(({ span }) => span);
  return {
    facts: update.facts.map((fact) => {
      const phrases = fact.any?.map(parsePhrase);
      const turned = fact.not.map(parsePhrase);
      const spans = spansOf((words) => {
        if (turned.some((phrase) => holdsPhrase(words, phrase))) return false;
        if (phrases) return phrases.some((phrase) => holdsPhrase(words, phrase));
        return fact.kind === 'next_update' ? promisesUpdate(words) : resembles(words, fact.text);
      });
      return { id: fact.id, asked: known.has(fact.id), met: spans.length > 0, spans };
    }),
    claims: update.forbidden
      .filter(({ id }) => !allowed.has(id))
      .map((claim) => {
        const phrases = claim.any.map(parsePhrase);
        const harmless = claim.not.map(parsePhrase);
        const spans = spansOf(
          (words) =>
            phrases.some((phrase) => holdsPhrase(words, phrase)) &&
            !harmless.some((phrase) => holdsPhrase(words, phrase)),
        );
        return { id: claim.id, spans };
      })
      .filter(({ spans }) => spans.length > 0),
  };
}

/** Says when one hears again: a word for telling and a time. "Soon" is not a time. */
function promisesUpdate(words: readonly Word[]): boolean {
  const telling = /^(?:updates?|write|report|news|again|next|back|hear|call|status)$/;
  const holds = (test: (word: string, next: string) => boolean): boolean =>
    words.some((word, index) => test(word.text, words[index + 1]?.text ?? ''));
  const time = holds(
    (word, next) =>
      /^(?:[01]?\d|2[0-3])[:.][0-5]\d/.test(word) ||
      /^t\+\d/.test(word) ||
      /^\d{1,3}(?:min|mins|h)$/.test(word) ||
      (/^\d{1,3}$/.test(word) && /^(?:min|mins|minutes?|hours?|h|am|pm)$/.test(next)) ||
      (word === 'top' && next === 'of') ||
      ((word === 'hourly' || word === 'hour') && next !== 'ago'),
  );
  return time && holds((word) => telling.test(word));
}

const common = new Set(
  'a an and are as at be been but by for from had has have in is it its of on or our that the their there they this to was we were which who will with'.split(
    ' ',
  ),
);

/** Without phrases a fact’s own words and numbers must do: every figure, and three in five words. */
function resembles(words: readonly Word[], fact: string): boolean {
  const said = new Set(words.map(({ text }) => text));
  const wanted = findWords(fact, [0, fact.length])
    .map(({ text }) => text)
    .filter((word) => !common.has(word));
  const figures = wanted.filter((word) => /\d/.test(word));
  if (!figures.every((figure) => said.has(figure))) return false;
  const met = wanted.filter((word) => said.has(word)).length;
  return wanted.length > 0 && met / wanted.length >= 0.6;
}
