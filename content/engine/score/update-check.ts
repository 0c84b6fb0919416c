import type { Update } from '../format/drill-schema.ts';
import type { FactCheck } from './fact-check.ts';
import { holdsPhrase, parsePhrase, type Phrase } from './phrases.ts';
import { findWords, type Span, type Word } from './sentences.ts';
import { findConduct } from './update/conduct.ts';
import { creditFact } from './update/credit.ts';
import { prepareFacts } from './update/facts.ts';
import { isSameFigure } from './update/figures.ts';
import type { Finding } from './update/finding.ts';
import { matchClause } from './update/match.ts';
import { findNextUpdate } from './update/next-update.ts';
import { rateAllProse } from './update/prose.ts';
import { readText } from './update/reading.ts';
import { indexReading, type SaidSentence } from './update/said-sentence.ts';
import type { Statement } from './update/statement.ts';
import { findBrokenTlp, findSpreading } from './update/tlp.ts';
import { overlaps } from './update/finding.ts';
import { findHolding, findToldEarly } from './told-early.ts';
import { findUnprovenSafety } from './update/unproven.ts';
import type { Audience, GivenFact } from './update/update-request.ts';

export interface ClaimCheck {
  readonly id: string;
  readonly spans: readonly Span[];
}

export interface UpdateCheck {
  readonly facts: readonly FactCheck[];
  /** Claims that were made and must not be. */
  readonly claims: readonly ClaimCheck[];
  /** What spoils any update: what is told too early, secrets, guilt, jargon and the like; `cost` 0 is advice. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a written update against what could be known when it was sent. A fact is met by a sentence
 * that holds every word of one of its phrases (see `Phrases` in drill-schema.ts), that is language
 * and no list of words, and that does not say the opposite; without phrases its own words must do.
 * A claim does not count where its clause says that it is not known. Words, figures and the reach of
 * "not" are compared, nothing is understood: the screen says so.
 */
export function checkUpdate(
  update: Update,
  text: string,
  known: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): UpdateCheck {
  // Owners of a system know its trade; what they ask for is what a hand-over gives.
  const audience: Audience = update.audience === 'owner' ? 'handover' : update.audience;
  const said = indexReading(readText(text));
  const prose = rateAllProse(said);
  const given = update.facts.map((fact): GivenFact => ({
    id: fact.id,
    text: fact.text,
    known_from_min: known.has(fact.id) ? 0 : 1,
  }));
  const facts = prepareFacts(given, 0, audience);
  const read = said.map((sentence) => ({ sentence, words: findWords(text, sentence.span) }));
  const promised = findNextUpdate(said)
    .filter(({ strength }) => strength >= 0.8)
    .map(({ sentence }) => sentence);
  const claims = findClaims(update, allowed, text, read);
  const taken = claims.flatMap(({ spans }) => spans);
  const checked = update.facts.map((fact): FactCheck => {
    const asked = known.has(fact.id);
    const prepared = facts.find((other) => other.fact.id === fact.id);
    if (!prepared) return { id: fact.id, asked, met: false, spans: [] };
    const turned = fact.not.map(parsePhrase);
    const straight = read.filter(
      ({ sentence, words }) =>
        prose(sentence) >= 0.5 &&
        !turned.some((phrase) => holdsPhrase(words, phrase)) &&
        !isTurned(prepared.statement, sentence),
    );
    const spans = findFact(fact, straight, promised, () => {
      const { share, spans: own } = creditFact(prepared, said, prose);
      return share >= 0.6 && saysFigures(prepared.statement, said, own) ? own.slice(0, 1) : [];
    });
    return { id: fact.id, asked, met: spans.length > 0, spans };
  });
  const told = checked.filter(({ asked, met }) => asked && met).flatMap(({ spans }) => spans);
  const findings = [
    ...findToldEarly(update, checked, { facts, said }, text, taken),
    ...findUnprovenSafety({ facts, said }, taken),
    ...findBrokenTlp(
      text,
      audience,
      update.facts.map((fact) => fact.text),
    ),
    ...findSpreading(text, said),
    ...findConduct({
      text,
      audience,
      claims: { facts, said },
      prose,
      given: given.map((fact) => fact.text).join('\n'),
      asked: known.size,
      wordings: update.facts.flatMap(({ any = [] }) => any),
    }),
  ];
  return {
    facts: checked,
    claims,
    findings: findings
      .filter(({ rule, spans }) => rule !== 'blame' || !spans.some((span) => overlaps(span, taken)))
      .map((finding) => {
        const { rule, spans } = finding;
        const free =
          !counted.has(rule) ||
          (excusable.has(rule) && spans.every((span) => overlaps(span, told)));
        return free ? { ...finding, cost: 0 } : finding;
      }),
  };
}

/** What an author need not have thought of. The rest is advice: a drill says itself what it asks for. */
const counted = new Set([
  'secret',
  'broken-tlp',
  'empty-promise',
  'word-list',
  'not-yet-known',
  'blame',
  'jargon',
  'no-access-without-proof',
  'unproven-all-clear',
]);
/** What costs nothing where the author asks for the very sentence. */
const excusable = new Set(['jargon', 'no-access-without-proof', 'unproven-all-clear']);

interface Read {
  readonly sentence: SaidSentence;
  readonly words: readonly Word[];
}

function findFact(
  fact: Update['facts'][number],
  read: readonly Read[],
  promised: readonly SaidSentence[],
  compare: () => readonly Span[],
): readonly Span[] {
  const spansOf = (holds: (entry: Read) => boolean): readonly Span[] =>
    read.filter(holds).map(({ sentence }) => sentence.span);
  if (fact.any) {
    const phrases = fact.any.map(parsePhrase);
    return spansOf(({ words }) => phrases.some((phrase) => holdsPhrase(words, phrase)));
  }
  if (fact.kind === 'next_update') return spansOf(({ sentence }) => promised.includes(sentence));
  const spans = compare();
  return spansOf(({ sentence }) => overlaps(sentence.span, spans));
}

/** Without phrases every figure of the fact must be there. */
function saysFigures(
  { elements }: Statement,
  said: readonly SaidSentence[],
  spans: readonly Span[],
): boolean {
  const figures = said
    .filter(({ span }) => overlaps(span, spans))
    .flatMap((sentence) => sentence.figures.flatMap(({ figure }) => figure ?? []));
  return elements.every(
    ({ figure }) => figure === null || figures.some((other) => isSameFigure(other, figure)),
  );
}

/** "The key is not off" holds every word of "key off" and says the opposite. */
function isTurned(statement: Statement, sentence: SaidSentence): boolean {
  if (statement.mood === 'open') return false;
  const matches = Array.from({ length: Math.min(20, sentence.clauses) }, (_, clause) =>
    matchClause(statement, sentence, clause, false),
  );
  return (
    matches.some(
      ({ sense, coverage, mood }) => sense === 'opposite' && coverage >= 0.6 && mood === 'plain',
    ) && !matches.some(({ sense, coverage }) => sense === 'same' && coverage >= 0.5)
  );
}

function findClaims(
  update: Update,
  allowed: ReadonlySet<string>,
  text: string,
  read: readonly Read[],
): readonly ClaimCheck[] {
  return update.forbidden
    .filter(({ id }) => !allowed.has(id))
    .map((claim) => {
      const phrases = claim.any.map(parsePhrase);
      const harmless = claim.not.map(parsePhrase);
      const made = read.filter(
        ({ sentence, words }) =>
          !harmless.some((phrase) => holdsPhrase(words, phrase)) &&
          phrases.some(
            (phrase) =>
              holdsPhrase(words, phrase) &&
              (asksForSigns(phrase) || !isLeftOpen(phrase, sentence, text)),
          ),
      );
      return { id: claim.id, spans: made.map(({ sentence }) => sentence.span) };
    })
    .filter(({ spans }) => spans.length > 0);
}

const signs = new Set('evidence proof sign signs indication indications trace traces'.split(' '));

/**
 * Whether an author asks for "no evidence of …" itself. Elsewhere these words leave a claim open;
 * where they are the claim, they cannot excuse it.
 */
function asksForSigns(phrase: Phrase): boolean {
  return phrase.some((slot) => slot.every((run) => run.every((word) => signs.has(word))));
}

/** Whether the clause that holds a phrase says that it is not known. */
function isLeftOpen(phrase: Phrase, sentence: SaidSentence, text: string): boolean {
  const holding = findHolding(phrase, sentence, text);
  return (
    holding.length > 0 && holding.every((tokens) => tokens.every(({ mood }) => mood === 'open'))
  );
}
