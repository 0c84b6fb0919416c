import type { DrillState } from './state.ts';
import type { AttemptEvent } from './attempt-log.ts';
import { advance } from './advance.ts';
import { collectBranch } from './branch.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import { replay } from './step.ts';

/** Where a road leaves another: what of it is kept, and when the decision is open again. */
export interface RewindPoint {
  readonly decision: string;
  /** How many events of the road that is left stay. */
  readonly kept: number;
  /** Scenario second at which the person stands before the decision again. */
  readonly at_s: number;
}

/**
 * Finds the moment before a decision was taken: just before it was made, or when it opened where
 * nothing was decided in time. `events` are one road from the beginning (`collectBranch`). null
 * where the decision was never open, or a single step led past it.
 */
export function findRewind(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  decision: string,
): RewindPoint | null {
  const made = events.findIndex(
    (event) => event.kind === 'decided' && event.data.decision === decision,
  );
  const made_s = events[made]?.at_s;
  if (made_s !== undefined) {
    return isOpenAt(prepared, events.slice(0, made), decision, made_s)
      ? { decision, kept: made, at_s: made_s }
      : null;
  }
  const opened_s = replay(prepared, events).state.decisions.get(decision)?.opened_s;
  if (opened_s === undefined) return null;
  // A deed of that very second may have opened it, so these are kept as long as the choice stays.
  for (let kept = events.findLastIndex(({ at_s }) => at_s <= opened_s) + 1; kept > 0; kept -= 1) {
    const at_s = findOpen(prepared, events.slice(0, kept), decision, opened_s);
    if (at_s !== null) return { decision, kept, at_s };
  }
  return null;
}

function findOpen(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  decision: string,
  from_s: number,
): number | null {
  const { state } = replay(prepared, events);
  const at_s = Math.max(state.at_s, from_s);
  return isOpen(stateAt(prepared, state, at_s), decision) ? at_s : null;
}

function isOpenAt(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  decision: string,
  at_s: number,
): boolean {
  return isOpen(stateAt(prepared, replay(prepared, events).state, at_s), decision);
}

function stateAt(prepared: PreparedDrill, state: DrillState, at_s: number): DrillState {
  return at_s > state.at_s ? advance(prepared, state, at_s) : state;
}

function isOpen(state: DrillState, decision: string): boolean {
  return state.phase !== 'ended' && state.decisions.get(decision)?.choice === null;
}

/**
 * The events with which a road begins: where it leaves its parent, and the clock that stands there.
 * They are the branch's own, to be added to the full log. `log` is all of it, `from` the road that
 * is left, `point` a place on it.
 */
export function openRoad(
  log: readonly AttemptEvent[],
  from: string,
  point: RewindPoint,
  branch: string,
  noClock = false,
): readonly AttemptEvent[] {
  const { events, origins } = collectBranch(log, from);
  const last = events[point.kept - 1];
  const origin = origins[point.kept - 1];
  if (!last || !origin) return [];
  const shared = {
    v: 1,
    attempt: last.attempt,
    branch,
    at_s: point.at_s,
    actor: last.actor,
  } as const;
  return [
    { ...shared, seq: 0, kind: 'branched', data: { parent: origin.branch, seq: origin.seq } },
    // Whoever decided while the clock stood, or without one, finds nothing to pause.
    ...(noClock || isPausedAfter(events.slice(0, point.kept))
      ? []
      : [{ ...shared, seq: 1, kind: 'paused', data: { reason: 'left' } } as const]),
  ];
}

function isPausedAfter(events: readonly AttemptEvent[]): boolean {
  return events.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')?.kind === 'paused';
}
