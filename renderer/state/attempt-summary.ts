import type { AttemptHeader } from '../../content/engine/drill/attempt-log.ts';
import { scorerVersion } from '../../content/engine/drill/attempt-terms.ts';
import { mainBranch } from '../../content/engine/drill/branch.ts';
import { countDecisions, viewOwn } from '../../content/engine/drill/own-view.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import type { Part, Severity } from '../../content/engine/format/drill-terms.ts';
import { hasOtherScorer } from '../../content/engine/score/other-scorer.ts';
import { listCalibration, scoreState, type Score } from '../../content/engine/score/score.ts';

export type AttemptStatus = 'open' | 'finished' | 'early' | 'abandoned';

/**
 * Another road through an attempt, from one decision on. Its score stands beside the first one's and
 * never in its place.
 */
export interface RoadSummary {
  readonly branch: string;
  /** The road it leaves. */
  readonly parent: string;
  readonly decision: string;
  /** The decision's title. */
  readonly title: string;
  /** Scenario second at which it leaves. */
  readonly from_s: number;
  readonly status: AttemptStatus;
  readonly at_s: number;
  readonly updated_at: string;
  /** Only of roads that have ended. */
  readonly parts: AttemptSummary['parts'];
  /** As in the summary of the attempt. */
  readonly scorer?: string;
}

/**
 * What lists show of an attempt, so that they never read logs. Written anew with each event, in
 * the same change. Wall-clock times are ISO 8601, UTC.
 */
export interface AttemptSummary {
  readonly id: string;
  readonly header: AttemptHeader;
  readonly code: string;
  readonly title: string;
  readonly status: AttemptStatus;
  readonly branch: string;
  readonly at_s: number;
  readonly ends_s: number;
  readonly severity: { readonly level: Severity; readonly provisional: boolean };
  readonly updated_at: string;
  /**
   * What the person decided; a decision that its time closed is none of theirs. Both as the drill room
   * counts: after a hand-over those of the half that is played, and of the whole once it has ended.
   */
  readonly decided: number;
  readonly decisions: number;
  /** The open decision asked first, for the resume card. */
  readonly open: string | null;
  /** As which it was asked, from 1, as the drill room counts; older summaries have none. */
  readonly open_number?: number;
  readonly update_due_s: number | null;
  /** Only of attempts that have ended. */
  readonly parts: readonly {
    readonly part: Part;
    readonly earned: number;
    readonly possible: number;
  }[];
  /** By whose rules `parts` were counted, where that is not the scorer that the header names. */
  readonly scorer?: string;
  /** The point that lost most: what to look at again. */
  readonly look_again: string | null;
  readonly calibration: readonly { readonly confidence: number; readonly right: boolean }[];
  readonly debrief_seen: boolean;
  /** Other roads, in the order in which they were taken; older summaries have none. */
  readonly roads?: readonly RoadSummary[];
}

export function summarise(
  prepared: PreparedDrill,
  header: AttemptHeader,
  state: DrillState,
  updated_at: string,
  before: AttemptSummary | null = null,
): AttemptSummary {
  const ended = state.end !== null;
  const score = ended ? scoreState(prepared, state) : null;
  const lost = score?.parts
    .flatMap(({ points }) => points)
    .reduce<{ title: string; loss: number } | null>((worst, { title, weight, earned }) => {
      const loss = weight - earned;
      return loss > 0 && (!worst || loss > worst.loss) ? { title, loss } : worst;
    }, null);
  const own = viewOwn(prepared, state);
  const asked = [...own.decisions.values()];
  const { made, all } = countDecisions(prepared, state, own);
  const waiting = ended ? undefined : asked.find(({ choice }) => !choice);
  const due = [...state.updates.values()].filter(({ sent }) => !sent);
  return {
    id: header.attempt,
    header,
    code: prepared.drill.id,
    title: prepared.drill.title,
    status: state.end?.how ?? 'open',
    branch: before?.branch ?? mainBranch,
    at_s: state.at_s,
    ends_s: prepared.drill.ends_at,
    severity: { level: state.severity.level, provisional: state.severity.provisional },
    updated_at,
    decided: made,
    decisions: all,
    open: prepared.byId.decisions.get(waiting?.decision ?? '')?.title ?? null,
    ...(waiting ? { open_number: asked.indexOf(waiting) + 1 } : {}),
    update_due_s: ended ? null : (prepared.byId.updates.get(due[0]?.update ?? '')?.due ?? null),
    ...(before && keepsFirst(before, header)
      ? { parts: before.parts, look_again: before.look_again, calibration: before.calibration }
      : {
          ...sumParts(score, header),
          look_again: lost?.title ?? null,
          calibration: ended
            ? listCalibration(prepared, state).map(({ confidence, right }) => ({
                confidence,
                right,
              }))
            : [],
        }),
    debrief_seen: before?.debrief_seen ?? false,
    ...(before?.roads ? { roads: before.roads } : {}),
  };
}

/**
 * The summary of an attempt after something happened on another road of it: all that the first one
 * earned stays as it is.
 */
export function summariseRoad(
  before: AttemptSummary,
  prepared: PreparedDrill,
  branch: string,
  state: DrillState,
  updated_at: string,
): AttemptSummary {
  const score = state.end ? scoreState(prepared, state) : null;
  return {
    ...before,
    roads: (before.roads ?? []).map((road) =>
      road.branch === branch
        ? {
            ...road,
            status: state.end?.how ?? 'open',
            at_s: state.at_s,
            updated_at,
            ...(keepsFirst(road, before.header) ? {} : sumParts(score, before.header)),
          }
        : road,
    ),
  };
}

/** Whether a score stands that this version cannot count anew: by a scorer that it does not have. */
function keepsFirst(
  { status, scorer }: Pick<AttemptSummary, 'status' | 'scorer'>,
  header: AttemptHeader,
): boolean {
  return hasOtherScorer(header) && status !== 'open' && scorer === undefined;
}

function sumParts(
  score: Score | null,
  header: AttemptHeader,
): Pick<AttemptSummary, 'parts' | 'scorer'> {
  return {
    parts: score?.parts.map(({ part, earned, possible }) => ({ part, earned, possible })) ?? [],
    ...(score && hasOtherScorer(header) ? { scorer: scorerVersion } : {}),
  };
}
