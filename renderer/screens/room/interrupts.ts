import type { FeedItem } from '../../../content/engine/format/drill-schema.ts';
import type { Delivery } from '../../../content/engine/drill/state.ts';
import type { Room } from '../../state/room.svelte.ts';

/** How long Alt+2 parks an interrupt. */
export const parkedFor_s = 5 * 60;

/** Interrupts that want something now, the longest waiting first; the one being read is not among them. */
export function listInterrupts(
  room: Room,
): readonly { readonly item: FeedItem; readonly delivery: Delivery }[] {
  const { prepared, choices } = room.attempt;
  if (!prepared.levers.interruptions) return [];
  return choices.awaiting.flatMap((delivery) => {
    const item = prepared.byId.feed.get(delivery.item);
    return item?.interrupt && room.item !== item.id ? [{ item, delivery }] : [];
  });
}

export function parkInterrupt(room: Room, item: string): void {
  const until_s = room.attempt.state.at_s + parkedFor_s;
  room.perform({ kind: 'parked', data: { item, until_s } });
}

export function handOver(room: Room, item: FeedItem): void {
  if (item.hand_to === undefined) return;
  room.perform({ kind: 'handed_over', data: { item: item.id, to: item.hand_to } });
}
