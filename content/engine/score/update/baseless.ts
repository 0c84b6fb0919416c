import type { Span } from '../sentences.ts';
import { isRetracted } from './correction.ts';
import { overlaps, type Finding } from './finding.ts';
import { spanOf, type Match } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import { keyOf, signOf } from './statement.ts';
import { findSupport, type Claims } from './support.ts';
import type { Token } from './token.ts';
import { isOrder } from './undone.ts';

const none: ReadonlySet<never> = new Set();

/** A clause as a match of nothing, to ask what bears it out. */
function asMatch(sentence: SaidSentence, clause: number): Match {
  return {
    coverage: 0,
    agreed: 0,
    sense: 'absent',
    mood: 'plain',
    met: none,
    turned: none,
    near: none,
    tokens: [],
    span: spanOf(sentence, clause),
    sentence,
    clause,
  };
}

/** What a rule finds in each clause, as a match of nothing to ask what bears it out. */
export function eachClause(
  { said }: Claims,
  see: (tokens: readonly Token[], match: Match) => Finding | null,
): readonly Finding[] {
  return said.flatMap((sentence) =>
    Array.from({ length: Math.min(50, sentence.clauses) }, (_, clause) => {
      const tokens = sentence.byClause[clause] ?? [];
      return tokens.length === 0 ? null : see(tokens, asMatch(sentence, clause));
    }).filter((finding) => finding !== null),
  );
}

/** Whether a word is one of the facts that could be known. */
export function isOfFacts(claims: Claims, token: Token): boolean {
  return isInFacts(claims, keyOf(token));
}

export function isInFacts({ facts }: Claims, key: string): boolean {
  let keys = keysOf.get(facts);
  if (!keys) {
    keys = new Set(
      facts
        .filter(({ state }) => state !== 'future')
        .flatMap(({ statement }) => statement.elements.map((element) => element.key)),
    );
    keysOf.set(facts, keys);
  }
  return keys.has(key);
}

const keysOf = new WeakMap<Claims['facts'], ReadonlySet<string>>();

/** How many of the words that tell something are words of the facts, 0..1. */
export function shareInFacts(claims: Claims, tokens: readonly Token[]): number {
  const told = tokens.filter(({ hollow, figure }) => !hollow && !figure);
  const known = told.filter((token) => isInFacts(claims, keyOf(token)));
  return told.length === 0 ? 1 : known.length / told.length;
}

/** Whether nothing in the facts bears a clause out. */
export function isBaseless(claims: Claims, sentence: SaidSentence, clause: number): boolean {
  return (
    shareInFacts(claims, sentence.byClause[clause] ?? []) < 0.4 &&
    findSupport(claims, asMatch(sentence, clause)) < 0.35
  );
}

/** "We always take reports seriously", "none of this would be possible": so on every day, or on none. */
export function isHabit(claims: Claims, sentence: SaidSentence, clause: number): boolean {
  const tokens = sentence.byClause[clause] ?? [];
  const words = tokens.map(({ text }) => text).join(' ');
  if (
    tokens.some(({ figure }) => figure) ||
    !/\b(?:we|our|us|everyone|everybody|none|nothing)\b/.test(words) ||
    /\b(?:was|were|had|until|since)\b/.test(words)
  )
    return false;
  return (
    /\bwould (?:not )?(?:be|exist) (?:possible|here|anything)\b/.test(words) ||
    (/\b(?:always|(?:every|each) (?:single )?day|day after day|as ever)\b/.test(words) &&
      shareInFacts(claims, tokens) < 0.5)
  );
}

/** "Staff data is not affected": that something did not happen, told as certain. */
export function isDenial(sentence: SaidSentence, clause: number): boolean {
  return (sentence.byClause[clause] ?? []).some(
    (token) => token.concept?.act === true && token.mood === 'plain' && signOf(token) === -1,
  );
}

/** Statements that no fact bears out and no reader needs: not a fault that is named, but no news either. */
export function findUnsupported(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  const found = eachClause(claims, (tokens, match) => {
    const told = tokens.filter(({ hollow }) => !hollow);
    if (isHeading(match.sentence)) return null;
    if (told.length < 3 || overlaps(match.span, taken) || isRetracted(match.sentence, match.clause))
      return null;
    if (tokens.some(({ mood }) => mood === 'open' || mood === 'planned')) return null;
    const idle = isHabit(claims, match.sentence, match.clause);
    if (!idle && tokens.some(({ text }) => courtesy.test(text))) return null;
    if (!idle && (shareInFacts(claims, tokens) >= 0.4 || findSupport(claims, match) >= 0.35))
      return null;
    const why = 'Nothing in the facts bears this out. Say what it rests on, or leave it out.';
    return { rule: 'unsupported-statement', cost: 0, spans: [match.span], why };
  });
  const [first] = found;
  if (!first) return [];
  const spans = found.flatMap(({ spans: own }) => own);
  return [{ ...first, cost: Math.min(0.08, 0.015 * spans.length), spans: spans.slice(0, 12) }];
}

/** "For the editor-in-chief, 17:10". */
function isHeading({ index, tokens }: SaidSentence): boolean {
  return index === 0 && tokens.length <= 8;
}

const courtesy =
  /^(?:sorry|apologise|apologize|apologies|thank|thanks|please|you|your|regret|dear|hello|regards|questions?|contact|call|write|help|we|i)$/;

/** A text that for a good part speaks of something else: what matters is there, and is not found. */
export function findDigressions(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  let words = 0;
  let idle = 0;
  const spans: Span[] = [];
  eachClause(claims, (tokens, match) => {
    words += tokens.length;
    if (isHeading(match.sentence) || isOrder(tokens)) return null;
    const bears =
      !isHabit(claims, match.sentence, match.clause) &&
      (shareInFacts(claims, tokens) >= 0.34 ||
        tokens.some(({ figure }) => figure) ||
        overlaps(match.span, taken));
    if (!bears) {
      idle += tokens.length;
      spans.push(match.span);
    }
    return null;
  });
  const share = idle / Math.max(1, words);
  if (words < 60 || share < 0.35) return [];
  const why = 'A good part of this speaks of something else. What the reader needs is lost in it.';
  return [
    {
      rule: 'digression',
      cost: Math.min(0.35, 0.02 + (share - 0.35) * 0.8),
      spans: spans.slice(0, 12),
      why,
    },
  ];
}
