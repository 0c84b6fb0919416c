import { advance } from './advance.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import { isShiftOver } from './shift.ts';
import type { DrillState } from './state.ts';

/**
 * The scenario second at which, if nobody does anything, something next happens that a player is told:
 * something comes, for whichever role, opens, closes, is asked for or runs out, or a shift is over. That
 * a condition holds from now on is none by itself. The end of the drill where nothing more happens before it.
 */
export function findNextEvent(prepared: PreparedDrill, state: DrillState): number {
  const { ends_at } = prepared.drill;
  let now = state;
  while (now.next_s < ends_at) {
    const next = advance(prepared, now, now.next_s);
    if (isTold(prepared, now, next)) return next.at_s;
    now = next;
  }
  return ends_at;
}

// A step of the clock shares with the state before it whatever it has not changed.
function isTold(prepared: PreparedDrill, before: DrillState, after: DrillState): boolean {
  return (
    after.phase !== before.phase ||
    after.feed !== before.feed ||
    after.evidence !== before.evidence ||
    after.decisions !== before.decisions ||
    after.updates !== before.updates ||
    after.severity !== before.severity ||
    isShiftOver(prepared, after) !== isShiftOver(prepared, before)
  );
}
