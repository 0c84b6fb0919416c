import type { AttemptEvent } from '../drill/attempt-log.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Clue, FeedItem } from '../format/drill-schema.ts';
import { followAttention } from './attention.ts';

/** A red herring that arrived, and what became of it. Times are seconds of scenario time. */
export interface RedHerringReview {
  readonly item: FeedItem;
  readonly arrived_s: number;
  /** What would have told you, and when, as the author says it. */
  readonly valve: string;
  /** On the message, and on the evidence to which it alone leads. */
  readonly spent_s: number;
  /** Where the valve lies, and when you first had it open; null where you had not. */
  readonly places: readonly { readonly clue: Clue; readonly seen_s: number | null }[];
}

export function reviewRedHerrings(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  state: DrillState,
): readonly RedHerringReview[] {
  const stretches = followAttention(events, state.end?.at_s ?? state.at_s);
  return prepared.drill.feed.flatMap((item): RedHerringReview[] => {
    const delivery = state.feed.get(item.id);
    if (!item.red_herring || !delivery) return [];
    const subjects = [`feed:${item.id}`, ...listOwnEvidence(prepared, item)];
    const spent_s = stretches
      .filter(({ subject }) => subjects.includes(subject))
      .reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);
    const clues = item.red_herring.clues.flatMap(
      (id) => prepared.drill.clues.find((clue) => clue.id === id) ?? [],
    );
    const places = clues.map((clue) => ({ clue, seen_s: findSeen(events, state, clue) }));
    const { valve } = item.red_herring;
    return [{ item, arrived_s: delivery.arrived_s, valve, spent_s, places }];
  });
}

/** Evidence that no other message leads to: time spent on it was spent because of this one. */
function listOwnEvidence({ drill }: PreparedDrill, { id, evidence }: FeedItem): string[] {
  if (evidence === undefined) return [];
  const shared = drill.feed.some((other) => other.id !== id && other.evidence === evidence);
  return shared ? [] : [`evidence:${evidence}`];
}

function findSeen(events: readonly AttemptEvent[], state: DrillState, clue: Clue): number | null {
  if ('tool' in clue) {
    const use = state.uses.find(
      ({ tool, outcome }) => tool === clue.tool && outcome === clue.outcome,
    );
    return use?.at_s ?? null;
  }
  const opened = events.find((event) =>
    'evidence' in clue
      ? event.kind === 'evidence_opened' && event.data.evidence === clue.evidence
      : event.kind === 'feed_opened' && event.data.item === clue.feed,
  );
  return opened?.at_s ?? null;
}
