import type { Span } from '../sentences.ts';
import {
  findContradictions,
  findForbidden,
  findSettledUnknowns,
  findStale,
  findTooEarly,
  findWithheld,
  type Claims,
} from './claims.ts';
import { creditFact } from './credit.ts';
import { listCorrections, spansOf } from './correction.ts';
import { prepareFacts, type PreparedFact } from './facts.ts';
import { findWrongFigures } from './figure-check.ts';
import type { Finding } from './finding.ts';
import { findBurdens, findWordLists } from './form.ts';
import { findJargon } from './jargon.ts';
import { matchBest } from './match.ts';
import { findNextUpdate } from './next-update.ts';
import { rateAllProse } from './prose.ts';
import { readText } from './reading.ts';
import { findSecrets } from './secrets.ts';
import { indexReading, type SaidSentence } from './statement.ts';
import { findStructure, type StructureKind } from './structure.ts';
import { findBrokenTlp } from './tlp.ts';
import { findBlame, findLoadedWords, findPromises } from './tone.ts';
import {
  findAllClear,
  findSpeculation,
  findUnprovenSafety,
  findUnsupported,
  overlaps,
} from './unproven.ts';
import type { Audience, UpdateRequest } from './update-request.ts';

export interface UpdatePoint {
  /** Stable, kebab-case; a fact is `fact:` and its id. */
  readonly rule: string;
  /** What could be earned; 0 for a deduction. */
  readonly weight: number;
  readonly earned: number;
  /** UTF-16, end exclusive, into the text. */
  readonly spans: readonly Span[];
  readonly why: string;
}

export interface UpdateVerdict {
  /** Earned over possible, 0..1. */
  readonly total: number;
  readonly points: readonly UpdatePoint[];
}

const factWeight = 55;
const correctionWeight = 7;
const structureWeights: Readonly<Record<Audience, Readonly<Record<StructureKind, number>>>> = {
  executive: {
    impact: 7,
    scope: 5,
    status: 6,
    actions: 6,
    owner: 6,
    unknowns: 6,
    'next-update': 9,
  },
  customers: {
    impact: 7,
    scope: 5,
    status: 6,
    actions: 7,
    owner: 4,
    unknowns: 6,
    'next-update': 9,
  },
  regulator: {
    impact: 7,
    scope: 7,
    status: 5,
    actions: 7,
    owner: 6,
    unknowns: 7,
    'next-update': 7,
  },
  engineers: {
    impact: 5,
    scope: 6,
    status: 7,
    actions: 7,
    owner: 6,
    unknowns: 6,
    'next-update': 8,
  },
  handover: { impact: 5, scope: 5, status: 7, actions: 7, owner: 8, unknowns: 7, 'next-update': 8 },
};

/**
 * Judges a written update by rules that can be read: points for what a reader needs, and for each
 * thing that must not be there a share of what is left. Nothing is understood; words, figures and
 * the reach of "not" are compared. Total over all strings, and the same every time.
 */
export function judgeUpdate(request: UpdateRequest): UpdateVerdict {
  const { audience, text } = request;
  const said = indexReading(readText(text));
  const prose = rateAllProse(said);
  const facts = prepareFacts(request.facts, request.at_min, audience);
  const claims: Claims = { facts, said };
  const findings = findAll(request, claims, prose);
  const flagged = findings.filter(({ rule }) => claimRules.has(rule)).flatMap(({ spans }) => spans);
  const parts = findStructure(said, audience, prose, (span) => overlaps(span, flagged));
  const earned = [
    ...scoreFacts(facts, said, prose),
    ...scoreCorrection(claims, prose),
    ...parts.map(({ kind, share, spans, why }): UpdatePoint => {
      const weight = structureWeights[audience][kind];
      return { rule: kind, weight, earned: weight * share, spans, why };
    }),
  ];
  const needed = parts.filter(({ kind }) =>
    /^(?:owner|unknowns|next-update|actions|scope)$/.test(kind),
  );
  const taken = [...needed, ...findings].flatMap(({ spans }) => spans);
  return sum(earned, [...findings, ...findUnsupported(claims, taken)]);
}

const claimRules = new Set([
  'forbidden-claim',
  'not-yet-known',
  'stale-fact',
  'contradicted-fact',
  'unknown-as-fact',
  'no-access-without-proof',
  'unproven-all-clear',
  'speculation',
  'broken-tlp',
  'personal-data',
  'secret',
  'blame',
]);

/** Each deduction takes its share of what is left, so that a second one still counts and 0 is the floor. */
function sum(earned: readonly UpdatePoint[], findings: readonly Finding[]): UpdateVerdict {
  const possible = earned.reduce((all, { weight }) => all + weight, 0);
  let left = earned.reduce((all, point) => all + point.earned, 0);
  const deductions = findings.map(({ rule, cost, spans, why }): UpdatePoint => {
    const lost = left * Math.max(0, Math.min(1, cost));
    left -= lost;
    return { rule, weight: 0, earned: -lost, spans, why };
  });
  const total = possible === 0 ? 0 : Math.max(0, Math.min(1, left / possible));
  return { total, points: [...earned, ...deductions] };
}

function scoreFacts(
  facts: readonly PreparedFact[],
  said: readonly SaidSentence[],
  prose: (sentence: SaidSentence) => number,
): readonly UpdatePoint[] {
  const asked = facts.filter(({ state }) => state === 'asked');
  const weight = factWeight / Math.max(1, asked.length);
  return asked.map((prepared): UpdatePoint => {
    const { share, spans, why } = creditFact(prepared, said, prose);
    return { rule: `fact:${prepared.fact.id}`, weight, earned: weight * share, spans, why };
  });
}

/** Where something said before is no longer so, a reader is told that it changed, not only the new state. */
function scoreCorrection(
  { facts, said }: Claims,
  prose: (sentence: SaidSentence) => number,
): readonly UpdatePoint[] {
  const changed = facts.filter(({ state }) => state === 'superseded');
  if (changed.length === 0) return [];
  const corrections = listCorrections(said);
  const best = changed.map(({ successor, statement }) =>
    corrections.reduce((most, sentence) => {
      const around = said.slice(Math.max(0, sentence.index - 1), sentence.index + 2);
      const fits = (asked: typeof statement): boolean =>
        matchBest(asked, around, true).some((match) => match.coverage >= 0.4);
      const share = (successor && fits(successor)) || fits(statement) ? 1 : 0.4;
      return Math.max(most, share * prose(sentence));
    }, 0),
  );
  const share = best.reduce((all, own) => all + own, 0) / best.length;
  const why =
    share >= 0.9
      ? 'Says openly what changed since the last update.'
      : 'Something that was said before is no longer so. Say so openly: “we said …, it is …”. A silent change costs trust.';
  return [
    {
      rule: 'open-correction',
      weight: correctionWeight,
      earned: correctionWeight * share,
      spans: share > 0 ? spansOf(corrections).slice(0, 6) : [],
      why,
    },
  ];
}

function findAll(
  { audience, text, forbidden, facts: given }: UpdateRequest,
  claims: Claims,
  prose: (sentence: SaidSentence) => number,
): readonly Finding[] {
  const { facts, said } = claims;
  const stated = [
    ...findForbidden(claims, forbidden),
    ...findTooEarly(claims),
    ...findStale(claims),
    ...findContradictions(claims),
    ...findSettledUnknowns(claims),
  ];
  const taken = stated.flatMap(({ spans }) => spans);
  const outside = audience === 'customers' || audience === 'regulator';
  const marked = findBrokenTlp(text, audience);
  const told = findWithheld(claims, outside);
  const next = new Set(findNextUpdate(said).map(({ sentence }) => sentence.index));
  const allFacts = given.map((fact) => fact.text).join('\n');
  return [
    ...stated,
    ...findUnprovenSafety(claims, taken),
    ...findAllClear(claims, taken),
    ...findSpeculation(claims, taken),
    ...(marked.length > 0 ? marked : told),
    ...findSecrets(text, audience),
    ...findBlame(said),
    ...findPromises(text, (span) => isBorne(claims, span)),
    ...findWrongFigures(claims, next),
    ...findLoadedWords(text, allFacts, audience),
    ...findJargon(said, text, audience),
    ...findBurdens(said, text, audience, facts.filter(({ state }) => state === 'asked').length),
    ...findWordLists(said, prose),
  ];
}

/** Whether a fact says what the words here promise. */
function isBorne({ facts, said }: Claims, [start, end]: Span): boolean {
  const sentence = said.find(({ span }) => span[0] <= start && end <= span[1] + 1);
  if (!sentence) return false;
  return facts.some(
    ({ state, statement }) =>
      state === 'asked' &&
      statement.mood === 'planned' &&
      matchBest(statement, [sentence], false).some((match) => match.agreed >= 0.6),
  );
}
