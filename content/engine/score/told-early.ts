import type { Update } from '../format/drill-schema.ts';
import type { FactCheck } from './fact-check.ts';
import { holdsPhrase, parsePhrase, type Phrase } from './phrases.ts';
import { findWords, type Span } from './sentences.ts';
import { findTooEarly } from './update/claims.ts';
import { overlaps, type Finding } from './update/finding.ts';
import type { SaidSentence } from './update/said-sentence.ts';
import type { Claims } from './update/support.ts';
import type { Token } from './update/token.ts';

/** The most that one fact can cost, as a share of its update: what `score-update` takes for it. */
const most = 0.28;

/**
 * Facts that an update tells although nobody could know them when it was sent, or that were not so: as
 * an author's phrase in a plain clause that denies nothing, in a sentence that tells nothing of what
 * was known; without phrases as `score-update` finds them. A sentence costs what telling the dearest of
 * them in time earns, once, and nothing where it is `taken`: its author forbids it already.
 */
export function findToldEarly(
  { facts }: Update,
  checked: readonly FactCheck[],
  claims: Claims,
  text: string,
  taken: readonly Span[],
): readonly Finding[] {
  const isAsked = (id: string): boolean => checked.some((check) => check.id === id && check.asked);
  const told = checked.filter(({ asked, met }) => asked && met).flatMap(({ spans }) => spans);
  const free = claims.said.filter(({ span }) => !overlaps(span, told) && !overlaps(span, taken));
  const weighed = facts
    .filter(({ id }) => isAsked(id))
    .reduce((sum, { weight }) => sum + weight, 0);
  const unknown = facts
    .filter(({ id }) => !isAsked(id))
    .sort((a, b) => b.weight - a.weight)
    .map((fact) => ({ fact, phrases: fact.any?.map(parsePhrase) ?? [] }));
  const early = free.flatMap((sentence): Finding[] => {
    const found = unknown.find(
      ({ fact, phrases }) =>
        checked.some(({ id, spans }) => id === fact.id && overlaps(sentence.span, spans)) &&
        phrases.some((phrase) => isStated(phrase, sentence, text)),
    );
    if (!found) return [];
    const cost = Math.min(most, weighed === 0 ? most : found.fact.weight / weighed);
    const why = `When this was sent it could not be known, or was not so: ${found.fact.text.replace(/\.$/, '')}. Say what is known, and when you will know more.`;
    return [{ rule: 'not-yet-known', cost, spans: [sentence.span], why }];
  });
  const phrased = new Set(facts.flatMap(({ id, any }) => (any ? [id] : [])));
  const others = claims.facts.filter(
    ({ state, fact }) => state !== 'future' || !phrased.has(fact.id),
  );
  return [...early, ...findTooEarly({ ...claims, facts: others })];
}

function isStated(phrase: Phrase, sentence: SaidSentence, text: string): boolean {
  return findHolding(phrase, sentence, text).some(
    (tokens) =>
      tokens.every(({ mood, negated }) => mood === 'plain' && !negated) &&
      // "Next I deny the session": a plan in the present tense.
      !/^(?:next|then|afterwards|later|first)$/.test(tokens[0]?.text ?? ''),
  );
}

/** The clauses of a sentence that hold every word of a phrase. */
export function findHolding(
  phrase: Phrase,
  sentence: SaidSentence,
  text: string,
): readonly (readonly Token[])[] {
  return Array.from(
    { length: Math.min(20, sentence.clauses) },
    (_, clause) => sentence.byClause[clause] ?? [],
  ).filter((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last && holdsPhrase(findWords(text, [first.span[0], last.span[1]]), phrase);
  });
}
