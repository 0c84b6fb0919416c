import type { PreparedDrill } from './prepared-drill.ts';
import type { DrillState } from './state.ts';
import { listTimes } from './condition.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Whether the first half is over, so that somebody else may take over from its note. */
export function isShiftOver(
  prepared: PreparedDrill,
  state: Pick<DrillState, 'updates' | 'shift' | 'phase' | 'at_s' | 'variables' | 'facts'>,
): boolean {
  const { handover } = prepared.drill;
  if (!handover || state.shift || state.phase === 'ended') return false;
  const sent = Boolean(state.updates.get(handover.update)?.sent);
  return sent && (!handover.when || prepared.test(handover.when)(state));
}

/**
 * The scenario second at which somebody else may take over by the clock alone, once the note is sent; null
 * before that, afterwards, and where more than time is waited for.
 */
export function findShiftEnd(prepared: PreparedDrill, state: DrillState): number | null {
  const { handover } = prepared.drill;
  if (!handover?.when || isShiftOver(prepared, state)) return null;
  return (
    listTimes(handover.when)
      .toSorted((a, b) => a - b)
      .find((at_s) => at_s > state.at_s && isShiftOver(prepared, { ...state, at_s })) ?? null
  );
}

/**
 * Gives the seat to who takes over. What the first half knew is kept for the score and hidden from
 * here on (see own-view.ts). Who takes over opens every piece of evidence anew, at its cost, and
 * finds what still waits unread.
 */
export function takeShift(work: WorkingCopy, role: string, seq: number): void {
  const { now } = work;
  now.seat = role;
  now.shift = {
    at_s: now.at_s,
    seq,
    feed: new Set(now.feed.keys()),
    pins: new Set(now.pins.keys()),
    timeline: new Set(now.timeline.keys()),
    hypotheses: new Set(now.hypotheses.keys()),
    indicators: new Set(now.indicators.keys()),
    notes: now.notes,
  };
  now.notes = '';
  const evidence = work.own.evidence;
  for (const id of evidence.keys()) evidence.set(id, null);
  const feed = work.own.feed;
  for (const [id, delivery] of feed) {
    if (!delivery.answer) feed.set(id, { ...delivery, seen: false });
  }
}
