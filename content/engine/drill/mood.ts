import type { PreparedDrill } from './prepared-drill.ts';
import type { DrillState } from './state.ts';

/** How a person is at this moment, as one would notice it; null where nothing is to be noticed. */
export function findMood(
  prepared: PreparedDrill,
  state: DrillState,
  person: string,
): string | null {
  const moods = prepared.drill.people.find(({ id }) => id === person)?.moods ?? [];
  return moods.find(({ when }) => prepared.test(when)(state))?.text ?? null;
}
