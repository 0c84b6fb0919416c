import type { Span } from '../sentences.ts';
import { findUndone } from './undone.ts';
import { findAllClear } from './all-clear.ts';
import {
  findDigressions,
  findUnsupported,
  isBaseless,
  isDenial,
  isHabit,
  isOfFacts,
  shareInFacts,
} from './baseless.ts';
import { findStale, findTooEarly, findWithheld } from './claims.ts';
import { findConduct } from './conduct.ts';
import { creditFact } from './credit.ts';
import { creditPart } from './credit-part.ts';
import { findContradictions } from './contradiction.ts';
import { findBaselessLimits, findComfort } from './comfort.ts';
import { listCorrections, spansOf } from './correction.ts';
import { isRequest } from './no-claim.ts';
import { prepareFacts, type PreparedFact } from './facts.ts';
import { findWrongFigures } from './figure-check.ts';
import { overlaps, type Finding } from './finding.ts';
import { findForbidden } from './forbidden.ts';
import { matchBest, spanOf } from './match.ts';
import { findNextUpdate } from './next-update.ts';
import { rateAllProse } from './prose.ts';
import { readText } from './reading.ts';
import { indexReading, type SaidSentence } from './said-sentence.ts';
import { findSpeculation } from './speculation.ts';
import { findSoothing } from './soothing-preface.ts';
import type { StructureKind } from './structure-kinds.ts';
import { findStructure } from './structure.ts';
import type { Claims } from './support.ts';
import { findBrokenTlp, findSpreading } from './tlp.ts';
import { findUnprovenSafety } from './unproven.ts';
import { findSettledUnknowns } from './unknowns.ts';
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
  const facts = prepareFacts(request.facts, request.at_min, audience, request.forbidden);
  const claims: Claims = { facts, said };
  const findings = findAll(request, claims, prose);
  const flagged = findings.filter(({ rule }) => claimRules.has(rule)).flatMap(({ spans }) => spans);
  const invented = findings
    .filter(({ rule }) => rule === 'invented-figure')
    .flatMap(({ spans }) => spans);
  // What no fact bears out earns less, and a denial without proof nothing.
  const parts = findStructure(said, audience, prose, (sentence, clause, kind) => {
    const span = spanOf(sentence, clause);
    if (overlaps(span, flagged) || isHabit(claims, sentence, clause)) return 0;
    if (!/^(?:impact|scope|status)$/.test(kind)) return 1;
    if (overlaps(span, invented)) return 0.6;
    const denies = isDenial(sentence, clause);
    // What stands beside it in the sentence bears out no denial.
    const tokens = sentence.byClause[clause] ?? [];
    if (denies && !isRequest(tokens) && shareInFacts(claims, tokens) === 0) return 0;
    if (!isBaseless(claims, sentence, clause)) return 1;
    return denies ? 0 : 0.8;
  });
  const earned = [
    ...scoreFacts(claims, audience, prose),
    ...scoreCorrection(claims, prose),
    ...parts.map(({ kind, share, spans, why }): UpdatePoint => {
      const weight = structureWeights[audience][kind];
      return { rule: kind, weight, earned: weight * share, spans, why };
    }),
  ];
  const needed = parts.filter(({ kind }) =>
    /^(?:impact|owner|unknowns|next-update|actions|scope)$/.test(kind),
  );
  const taken = [...needed, ...findings].flatMap(({ spans }) => spans);
  // "Next update: 9:45, even if nothing has changed" is one thing to say.
  const next = findNextUpdate(said).map(({ sentence }) => sentence.span);
  const idle = [...findUnsupported(claims, [...taken, ...next]), ...findDigressions(claims, taken)];
  return sum(earned, [...findings, ...idle], rateRelevance(claims, prose));
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
  'wrong-figure',
]);

const harmlessWeight = 25;

/**
 * Each deduction takes its share of what is left, so that a second one still counts and 0 is the
 * floor. Of what a text earns by doing no harm it takes the larger part: there a bad claim costs a
 * short update as much as a long one.
 */
function sum(
  earned: readonly UpdatePoint[],
  findings: readonly Finding[],
  harmless: number,
): UpdateVerdict {
  const possible = earned.reduce((all, { weight }) => all + weight, harmlessWeight);
  let left = earned.reduce((all, point) => all + point.earned, 0);
  let kept = harmlessWeight * harmless;
  const why =
    harmless > 0.9
      ? 'For what a text must not do; each finding below takes its part of this and of the rest.'
      : 'Too little is said about the incident to count as an update.';
  const first: UpdatePoint = {
    rule: 'no-harm',
    weight: harmlessWeight,
    earned: kept,
    spans: [],
    why,
  };
  const deductions = findings.map((finding): UpdatePoint => {
    const cost = Math.max(0, Math.min(1, finding.cost));
    // A blemish is no harm: only what a text must not do takes the larger part of that.
    const harmed = (1 - cost) ** (cost < 0.05 ? 1 : 3);
    const lost = left * cost + kept * (1 - harmed);
    left -= left * cost;
    kept *= harmed;
    return { rule: finding.rule, weight: 0, earned: -lost, spans: finding.spans, why: finding.why };
  });
  const total = Math.max(0, Math.min(1, (left + kept) / possible));
  return { total, points: [...earned, first, ...deductions] };
}

/** Whether a text speaks of the matter at all: words of the facts or of any incident, in prose. */
function rateRelevance(claims: Claims, prose: (sentence: SaidSentence) => number): number {
  let relevant = 0;
  for (const sentence of claims.said) {
    const told = sentence.tokens.filter(({ hollow }) => !hollow);
    relevant +=
      prose(sentence) *
      told.filter(
        (token) => token.concept !== null || token.figure !== null || isOfFacts(claims, token),
      ).length;
  }
  const told = claims.said.reduce(
    (all, { tokens }) => all + tokens.filter(({ hollow }) => !hollow).length,
    0,
  );
  return Math.min(1, told / 7) * Math.min(1, relevant / Math.max(1, told) / 0.25);
}

function scoreFacts(
  { facts, said }: Claims,
  audience: Audience,
  prose: (sentence: SaidSentence) => number,
): readonly UpdatePoint[] {
  const asked = facts.filter(({ state }) => state === 'asked');
  const weight = factWeight / Math.max(1, asked.length);
  return asked.map((prepared): UpdatePoint => {
    const { share, spans, why } =
      creditPart(prepared, said, audience, prose) ?? creditFact(prepared, said, prose);
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
    Math.max(
      tellsBoth(said, statement, successor) ? 0.9 : 0,
      corrections.reduce((most, sentence) => {
        const around = said.slice(Math.max(0, sentence.index - 1), sentence.index + 4);
        const fits = (asked: typeof statement): boolean =>
          matchBest(asked, around, true).some((match) => match.coverage >= 0.4);
        const share = (successor && fits(successor)) || fits(statement) ? 1 : 0.4;
        return Math.max(most, share * prose(sentence));
      }, 0),
    ),
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

/** "It failed at two and was restored at three": what was and what is, side by side, is no silent change. */
function tellsBoth(
  said: readonly SaidSentence[],
  old: PreparedFact['statement'],
  successor: PreparedFact['successor'],
): boolean {
  if (!successor || (successor.corrects && old.mood !== 'open')) return false;
  const places = (asked: typeof old): readonly number[] =>
    matchBest(asked, said, false).flatMap(({ agreed, sense, mood, sentence }) =>
      agreed >= 0.6 && sense !== 'opposite' && mood === 'plain' ? [sentence.index] : [],
    );
  // That it was not known before is no other account of it.
  if (old.mood === 'open') return places(successor).length > 0;
  const before = places(old);
  // "It rose at 20:00 … It fell at 20:40": with its hour each is an event of its own.
  const near = [old, successor].every(({ elements }) =>
    elements.some(({ figure }) => figure?.kind === 'time'),
  )
    ? said.length
    : 2;
  return places(successor).some((at) => before.some((own) => own <= at && at - own <= near));
}

function findAll(
  request: UpdateRequest,
  claims: Claims,
  prose: (sentence: SaidSentence) => number,
): readonly Finding[] {
  const { audience, text, forbidden, facts: given } = request;
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
  const marked = findBrokenTlp(
    text,
    audience,
    given.map((fact) => fact.text),
  );
  const told = findWithheld(claims, outside);
  const next = new Set(findNextUpdate(said).map(({ sentence }) => sentence.index));
  return [
    ...stated,
    ...findUnprovenSafety(claims, taken, forbidden),
    ...findAllClear(claims, taken),
    ...findComfort(claims, [...taken, ...findUndone(said)]),
    ...findSoothing(claims, taken),
    ...findBaselessLimits(claims, taken),
    ...findSpeculation(claims, taken),
    ...(marked.length > 0 ? marked : told),
    ...findSpreading(text, said),
    ...findWrongFigures(claims, next),
    ...findConduct({
      text,
      audience,
      claims,
      prose,
      given: given.map((fact) => fact.text).join('\n'),
      asked: facts.filter(({ state }) => state === 'asked').length,
    }),
  ];
}
