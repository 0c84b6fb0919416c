import { findCitedClues, type Place } from '../drill/citation.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { findRated, rateOptions } from '../drill/rate-options.ts';
import type { DrillState, TimelineEntry } from '../drill/state.ts';
import type { Decision, DecisionOption, Drill, Milestone, Update } from '../format/drill-schema.ts';
import { findRange } from './decision-points.ts';
import type { Point } from './point.ts';
import { listCalibration, scoreState, type Score } from './score.ts';
import { keepShown } from './shown-clues.ts';
import { matchTimeline, readInstant } from './timeline-points.ts';
import { checkUpdate, type UpdateCheck } from './update-check.ts';

/** One decision as the debrief tells it. */
export interface DecisionReview {
  readonly decision: Decision;
  /** null where it was never opened. */
  readonly chosen: {
    readonly option: DecisionOption | null;
    readonly rating: number;
    readonly why: string;
    readonly confidence: number | null;
    readonly reason: string;
    readonly at_s: number;
    readonly seq: number | null;
    readonly citedClues: readonly string[];
  } | null;
  /** As the drill has them, rated as they were when it was decided, else as they are at the end. */
  readonly options: readonly DecisionOption[];
  readonly best: DecisionOption;
  readonly worst: number;
  readonly point: Point | null;
}

/** A mark on one of the two lanes. Times are seconds since 1970, UTC. */
export interface LaneMark {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  /** `unreached`: the drill was ended before its best time, so it was not missed and does not count. */
  readonly state: 'fact' | 'best' | 'match' | 'later' | 'missed' | 'unreached' | 'unmatched';
  /** Seconds after the best time or away from the true one; null where nothing is to compare. */
  readonly off_s: number | null;
}

export interface OwnTime {
  readonly milestone: Milestone;
  readonly at_s: number | null;
  readonly best_s: number | null;
}

export interface UpdateReview {
  readonly update: Update;
  readonly text: string | null;
  readonly sent_s: number | null;
  /**
   * Why there is none: it was asked for and never came, the drill was ended before it was due, or it was
   * never asked for. The last two do not count. null where it was sent.
   */
  readonly unsent: 'missed' | 'stopped' | 'unasked' | null;
  readonly known: ReadonlySet<string>;
  readonly check: UpdateCheck | null;
}

/** Everything a debrief shows: a fold over the state of an attempt that has ended. */
export interface Debrief {
  readonly score: Score;
  readonly outcome: Drill['outcomes'][number];
  /** Markdown: what was true, of this play first. */
  readonly told: string;
  readonly truth: readonly LaneMark[];
  readonly yours: readonly LaneMark[];
  readonly unmatched: readonly TimelineEntry[];
  readonly decisions: readonly DecisionReview[];
  readonly ownTimes: readonly OwnTime[];
  readonly updates: readonly UpdateReview[];
  readonly calibration: ReturnType<typeof listCalibration>;
  readonly feedback: Drill['debrief']['feedback'];
  readonly hintsTaken: number;
  readonly pauses: number;
}

export function writeDebrief(prepared: PreparedDrill, state: DrillState): Debrief {
  const { drill } = prepared;
  const score = scoreState(prepared, state);
  const lanes = drawLanes(prepared, state);
  const fallback = drill.outcomes.at(-1);
  const outcome =
    drill.outcomes.find(({ when }) => !when || prepared.test(when)(state)) ?? fallback;
  if (!outcome) throw new Error('a drill has at least one outcome');
  return {
    score,
    outcome,
    told: [...drill.debrief.plays.filter(({ when }) => prepared.test(when)(state)), drill.debrief]
      .map(({ text }) => text)
      .join('\n\n'),
    ...lanes,
    decisions: inOrderAsked(drill.decisions, state).map((decision) =>
      reviewDecision(prepared, state, decision, score),
    ),
    ownTimes: drill.milestones
      .filter(({ kind }) => kind !== undefined)
      .map((milestone) => ({
        milestone,
        at_s: state.milestones.get(milestone.id)?.at_s ?? null,
        best_s: milestone.best ?? null,
      })),
    updates: drill.updates.map((update) => reviewUpdate(state, update)),
    calibration: listCalibration(prepared, state),
    feedback: drill.debrief.feedback.filter(({ when }) => !when || prepared.test(when)(state)),
    hintsTaken: [...state.hints.values()].reduce((sum, tiers) => sum + tiers.length, 0),
    pauses: state.pauses,
  };
}

/** As the room numbered them: in the order in which they were asked, then those that never were. */
function inOrderAsked(decisions: readonly Decision[], state: DrillState): readonly Decision[] {
  const asked = [...state.decisions.keys()];
  const place = ({ id }: Decision): number => {
    const at = asked.indexOf(id);
    return at < 0 ? asked.length : at;
  };
  return [...decisions].sort((one, other) => place(one) - place(other));
}

function reviewDecision(
  prepared: PreparedDrill,
  state: DrillState,
  decision: Decision,
  score: Score,
): DecisionReview {
  const opened = state.decisions.get(decision.id);
  const choice = opened?.choice ?? null;
  const rated = choice?.rated ?? rateOptions(prepared, state, decision);
  const options = decision.options.map((option) => {
    const { rating, why } = findRated(rated, option.id);
    const evidence = keepShown(prepared, state, option.evidence);
    return { ...option, rating, reason: why, evidence };
  });
  const nothing = findRated(rated, 'none');
  const best = options.toSorted((a, b) => b.rating - a.rating)[0];
  if (!best) throw new Error('a decision has at least four options');
  const points = score.parts.flatMap((part) => part.points);
  return {
    decision,
    chosen: opened
      ? {
          option: options.find(({ id }) => id === choice?.option) ?? null,
          rating: choice?.rating ?? nothing.rating,
          why: choice?.why ?? nothing.why,
          confidence: choice?.confidence ?? null,
          reason: choice?.reason ?? '',
          at_s: choice?.at_s ?? state.at_s,
          seq: choice?.seq ?? null,
          citedClues: listClues(prepared.places, choice?.citations ?? []),
        }
      : null,
    options,
    best,
    worst: findRange(decision).worst,
    point: points.find(({ rule }) => rule === `decision:${decision.id}`) ?? null,
  };
}

function listClues(
  places: readonly Place[],
  citations: TimelineEntry['citations'],
): readonly string[] {
  return [...new Set(citations.flatMap((citation) => findCitedClues(places, citation)))];
}

function reviewUpdate(state: DrillState, update: Update): UpdateReview {
  const opened = state.updates.get(update.id);
  const sent = opened?.sent ?? null;
  const stopped = wasStopped(state, update.due);
  return {
    update,
    text: sent?.text ?? null,
    sent_s: sent?.at_s ?? null,
    unsent: sent ? null : stopped ? 'stopped' : opened ? 'missed' : 'unasked',
    known: sent?.known ?? new Set(),
    check: sent ? checkUpdate(update, sent.text, sent.known, sent.allowed) : null,
  };
}

/** Whether the person ended the drill before this second of it. */
function wasStopped({ end }: DrillState, at_s: number): boolean {
  return end !== null && end.how !== 'finished' && end.at_s < at_s;
}

/**
 * Fact and best time above, the learner's below. A fact is matched or missed by the timeline; a
 * best time by when the milestone was reached.
 */
function drawLanes(
  prepared: PreparedDrill,
  state: DrillState,
): Pick<Debrief, 'truth' | 'yours' | 'unmatched'> {
  const start = readInstant(prepared.drill.starts_at);
  const matches = matchTimeline(prepared, state);
  const timed = prepared.drill.milestones.flatMap((milestone) =>
    milestone.best === undefined ? [] : [{ milestone, best_s: milestone.best }],
  );
  const matched = new Set(matches.flatMap(({ entry }) => entry?.id ?? []));
  const byTime = (a: LaneMark, b: LaneMark): number => a.at - b.at;
  return {
    truth: [
      ...matches.map(({ truth }): LaneMark => ({
        id: truth.id,
        at: readInstant(truth.at),
        title: truth.title,
        state: 'fact',
        off_s: null,
      })),
      ...timed.map(({ milestone, best_s }): LaneMark => ({
        id: milestone.id,
        at: start + best_s,
        title: milestone.title,
        state: 'best',
        off_s: null,
      })),
    ].sort(byTime),
    yours: [
      ...matches.map(({ truth, entry, off_s, inTime }): LaneMark => {
        const at = entry?.at ? readInstant(entry.at) : readInstant(truth.at);
        const mark = entry ? (inTime ? 'match' : 'later') : 'missed';
        return { id: truth.id, at, title: truth.title, state: mark, off_s };
      }),
      ...timed.map(({ milestone, best_s }): LaneMark => {
        const reached = state.milestones.get(milestone.id);
        const off_s = reached ? reached.at_s - best_s : null;
        const none = wasStopped(state, best_s) ? 'unreached' : 'missed';
        const mark = off_s === null ? none : off_s <= 0 ? 'match' : 'later';
        return {
          id: milestone.id,
          at: start + (reached?.at_s ?? best_s),
          title: milestone.title,
          state: mark,
          off_s,
        };
      }),
    ].sort(byTime),
    unmatched: [...state.timeline.values()].filter(({ id }) => !matched.has(id)),
  };
}
