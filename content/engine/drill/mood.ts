import type { FeedItem } from '../format/drill-schema.ts';
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

/**
 * The mood of whoever wrote a message, where it is their newest: what one notices now is not how they
 * were when they wrote before.
 */
export function findMoodOver(
  prepared: PreparedDrill,
  state: DrillState,
  { id, from }: FeedItem,
): string | null {
  const newest = [...state.feed.keys()].findLast(
    (other) => prepared.byId.feed.get(other)?.from === from,
  );
  return newest === id ? findMood(prepared, state, from) : null;
}
