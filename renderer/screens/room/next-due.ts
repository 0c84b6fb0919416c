import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';

/** Scenario second of the next thing that is due from the person; null where nothing is. */
export function findNextDue(prepared: PreparedDrill, state: DrillState): number | null {
  const updates = [...state.updates.values()]
    .filter(({ sent }) => !sent)
    .map(({ update }) => prepared.byId.updates.get(update)?.due ?? Infinity);
  const answers = [...state.feed.values()]
    .filter(({ answer, missed }) => !answer && !missed)
    .map(({ due_s }) => due_s ?? Infinity);
  const closings = [...state.decisions.values()]
    .filter(({ choice }) => !choice)
    .map(({ closes_s }) => closes_s ?? Infinity);
  const next = Math.min(...updates, ...answers, ...closings);
  return Number.isFinite(next) ? next : null;
}
