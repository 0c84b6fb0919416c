import type { AttemptEvent, Citation } from '../drill/attempt-log.ts';
import { findCitedClues } from '../drill/citation.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { rateNothing } from '../drill/rate-options.ts';
import type { DrillState } from '../drill/state.ts';
import { replay } from '../drill/step.ts';
import { parts, type Part } from '../format/drill-terms.ts';
import { scoreAssistant } from './assistant-points.ts';
import { scoreDecision } from './decision-points.ts';
import type { Point } from './point.ts';
import { keepShown } from './shown-clues.ts';
import { scoreTimeline } from './timeline-points.ts';
import { checkUpdate } from './update-check.ts';
import { findingTitles } from './update/finding.ts';

export interface PartScore {
  readonly part: Part;
  readonly earned: number;
  readonly possible: number;
  readonly points: readonly Point[];
  /** Set where an irreversible, harmful act capped the part. */
  readonly cap: { readonly share: number; readonly why: string; readonly seq: number } | null;
}

export interface Score {
  /** Parts that the drill trains and that were reached, in the usual order. */
  readonly parts: readonly PartScore[];
  /** Ended before everything was asked; what was not reached does not count. */
  readonly early: boolean;
}

/** The score of an attempt: a fold over its events. */
export function scoreAttempt(prepared: PreparedDrill, events: Iterable<AttemptEvent>): Score {
  return scoreState(prepared, replay(prepared, events).state);
}

/** Earned over possible, over all parts: for the command line and tests; no screen shows it. */
export function shareOfTotal({ parts: scored }: Score): number {
  const possible = scored.reduce((sum, part) => sum + part.possible, 0);
  return possible === 0 ? 0 : scored.reduce((sum, part) => sum + part.earned, 0) / possible;
}

export function scoreState(prepared: PreparedDrill, state: DrillState): Score {
  const points = [
    ...scoreDecisions(prepared, state),
    ...scoreAnswers(prepared, state),
    ...scoreRules(prepared, state),
    ...scoreTimeline(prepared, state),
    ...scoreUpdates(prepared, state),
    ...scoreAssistant(prepared, state),
    ...scoreHints(prepared, state),
  ];
  return {
    parts: parts.flatMap((part) => sumPart(part, points, state) ?? []),
    early: state.end?.how === 'early' || state.end?.how === 'abandoned',
  };
}

function sumPart(part: Part, all: readonly Point[], state: DrillState): PartScore | null {
  const points = all.filter((point) => point.part === part);
  const possible = points.reduce((sum, { weight }) => sum + weight, 0);
  if (possible === 0) return null;
  const harm = state.harms
    .filter((done) => done.part === part)
    .reduce<DrillState['harms'][number] | null>(
      (worst, done) => (worst && worst.caps <= done.caps ? worst : done),
      null,
    );
  const sum = Math.max(
    0,
    points.reduce((total, { earned }) => total + earned, 0),
  );
  const limit = harm ? harm.caps * possible : possible;
  return {
    part,
    earned: Math.min(sum, limit),
    possible,
    points,
    cap: harm ? { share: harm.caps, why: harm.why, seq: harm.seq } : null,
  };
}

function scoreDecisions(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  return prepared.drill.decisions.flatMap((decision): Point[] => {
    const opened = state.decisions.get(decision.id);
    if (!opened) return [];
    const { choice } = opened;
    const base = {
      rule: `decision:${decision.id}`,
      title: decision.title,
      part: decision.part,
      weight: decision.weight,
      spans: [],
    };
    const cost = prepared.drill.scoring.confidence_cost;
    if (!choice || choice.option === 'none') {
      const { rating, why } = choice ?? rateNothing(prepared, state, decision);
      const earned = scoreDecision(decision, { rating, confidence: null, cited: true }, cost);
      return [
        {
          ...base,
          earned,
          seq: null,
          at_s: choice?.at_s ?? null,
          why,
          clues: [],
        },
      ];
    }
    const missing = countMissingCitations(prepared, decision.id, choice.citations);
    const earned = scoreDecision(decision, { ...choice, cited: missing === 0 }, cost);
    const why = missing === 0 ? choice.why : `${choice.why} ${describeMissing(missing)}`;
    const option = decision.options.find(({ id }) => id === choice.option);
    const clues = keepShown(prepared, state, option?.evidence ?? []);
    return [{ ...base, earned, seq: choice.seq, at_s: choice.at_s, why, clues }];
  });
}

function describeMissing(missing: number): string {
  return missing === 1
    ? 'The evidence it rests on was not cited, so it earns 60 %.'
    : `${missing} pieces of evidence it rests on were not cited, so it earns 60 %.`;
}

function countMissingCitations(
  prepared: PreparedDrill,
  decision: string,
  citations: readonly Citation[],
): number {
  const wanted = prepared.byId.decisions.get(decision)?.citations;
  if (!wanted) return 0;
  const cited = new Set(citations.flatMap((citation) => findCitedClues(prepared.places, citation)));
  const met = wanted.accepts.filter((clue) => cited.has(clue)).length;
  return Math.max(0, wanted.required - met);
}

function scoreAnswers(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  return prepared.drill.feed.flatMap((item): Point[] => {
    const { expects } = item;
    const delivery = state.feed.get(item.id);
    if (!delivery || !expects?.part || expects.weight === 0) return [];
    const base = {
      rule: `answer:${item.id}`,
      title: item.subject,
      part: expects.part,
      weight: expects.weight,
      clues: [],
      spans: [],
    };
    const given = delivery.answer;
    if (!given) {
      const open = state.end !== null && !delivery.missed && state.end.how !== 'finished';
      // Ended before the answer was due: it was never asked for in earnest.
      if (open) return [];
      return [
        { ...base, earned: 0, seq: null, at_s: null, why: expects.why ?? 'It was not answered.' },
      ];
    }
    const { said } = given;
    const rating = said?.rating ?? null;
    const rated = item.replies.flatMap((reply) => [
      ...(reply.rating === undefined ? [] : [reply.rating]),
      ...reply.rerate.map((other) => other.rating),
    ]);
    const [worst, best] = [Math.min(...rated), Math.max(...rated)];
    const quality =
      expects.answer === 'reply' && !said && given.kind === 'acknowledged'
        ? 0
        : rating !== null && best > worst
          ? (rating - worst) / (best - worst)
          : 1;
    const late = delivery.due_s !== null && given.at_s > delivery.due_s;
    const why = said?.why ?? expects.why ?? 'It was answered.';
    return [
      {
        ...base,
        earned: expects.weight * quality * (late ? 0.5 : 1),
        seq: given.seq,
        at_s: given.at_s,
        why: late ? `${why} It came after the time that was asked for, so it earns half.` : why,
      },
    ];
  });
}

function scoreRules(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  return prepared.drill.scoring.rules.flatMap((rule): Point[] => {
    const reached = state.milestones.get(rule.milestone);
    const base = {
      rule: rule.id,
      title: rule.title,
      part: rule.part,
      weight: rule.weight,
      why: rule.why,
      spans: [],
      clues: keepShown(prepared, state, rule.evidence),
    };
    if (!reached) {
      const stopped = state.end && state.end.how !== 'finished';
      if (stopped && rule.by !== undefined && state.end.at_s < rule.by) return [];
      return [{ ...base, earned: 0, seq: null, at_s: null }];
    }
    const { at_s, seq } = reached;
    const inTime = rule.by === undefined || at_s <= rule.by;
    const half = rule.late !== undefined && at_s <= rule.late;
    const share = inTime ? 1 : half ? 0.5 : 0;
    return [{ ...base, earned: rule.weight * share, seq, at_s }];
  });
}

function scoreUpdates(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  return prepared.drill.updates.flatMap((update): Point[] => {
    const opened = state.updates.get(update.id);
    if (!opened) return [];
    const { sent } = opened;
    const point = {
      part: update.part,
      clues: [],
      seq: sent?.seq ?? null,
      at_s: sent?.at_s ?? null,
    };
    if (!sent) {
      const stopped = state.end && state.end.how !== 'finished' && state.end.at_s < update.due;
      if (stopped) return [];
      const why = 'No update was sent.';
      return [
        {
          ...point,
          rule: `update:${update.id}`,
          title: update.title,
          weight: update.weight,
          earned: 0,
          why,
          spans: [],
        },
      ];
    }
    const { facts, claims, findings } = checkUpdate(update, sent.text, sent.known, sent.allowed);
    const asked = update.facts.filter(({ id }) => sent.known.has(id));
    const unit =
      update.weight /
      Math.max(
        1e-9,
        asked.reduce((sum, { weight }) => sum + weight, 0),
      );
    const late = sent.at_s > update.due;
    const met = asked.map((fact): Point => {
      const check = facts.find(({ id }) => id === fact.id);
      const said = check?.met ?? false;
      return {
        ...point,
        rule: `update:${update.id}/${fact.id}`,
        title: fact.text,
        weight: fact.weight * unit,
        earned: said ? fact.weight * unit * (late ? 0.5 : 1) : 0,
        why: said
          ? late
            ? 'Said, but after it was due: half.'
            : 'Said.'
          : 'A reader needed this and did not get it.',
        spans: check?.spans ?? [],
      };
    });
    const made = claims.map(({ id, spans }): Point => {
      const claim = update.forbidden.find((forbidden) => forbidden.id === id);
      const cost = (claim?.cost ?? 1) * unit;
      const title = claim?.text ?? id;
      return {
        ...point,
        rule: `update:${update.id}/${id}`,
        title,
        weight: 0,
        earned: -cost,
        why: claim?.why ?? '',
        spans,
      };
    });
    const spoilt = findings
      .filter(({ cost }) => cost > 0)
      .map(({ rule, cost, spans, why }): Point => ({
        ...point,
        rule: `update:${update.id}/${rule}`,
        title: findingTitles[rule] ?? rule,
        weight: 0,
        earned: -cost * update.weight,
        why,
        spans,
      }));
    return [...met, ...made, ...spoilt];
  });
}

/** A hint never costs more than the worst answer to the dearest decision of its part would. */
function scoreHints(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  return prepared.drill.hints.flatMap((hint) =>
    (state.hints.get(hint.id) ?? []).map((seq, index): Point => {
      const cost = hint.tiers[index]?.cost ?? 0;
      const tier = index + 1;
      const why = `Tier ${tier} of this hint costs ${cost}, as was shown before it was taken.`;
      const base = {
        rule: `hint:${hint.id}/${tier}`,
        title: hint.title,
        part: hint.part,
        weight: 0,
        clues: [],
        spans: [],
      };
      return { ...base, earned: -cost, seq, at_s: null, why };
    }),
  );
}

/** Right, for the Brier score, means the best rating (foundations, section 5). */
export function listCalibration(
  prepared: PreparedDrill,
  state: DrillState,
): readonly { readonly decision: string; readonly confidence: number; readonly right: boolean }[] {
  return prepared.drill.decisions.flatMap((decision) => {
    const choice = state.decisions.get(decision.id)?.choice;
    if (!choice || choice.confidence === null) return [];
    return [
      {
        decision: decision.id,
        confidence: choice.confidence,
        right: choice.rating === Math.max(...choice.rated.map((one) => one.rating)),
      },
    ];
  });
}
