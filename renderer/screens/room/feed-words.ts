import type { FeedItem } from '../../../content/engine/format/drill-schema.ts';
import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { Delivery } from '../../../content/engine/drill/state.ts';
import { writeDistance, writeMinute } from '../../state/room-words.ts';

export const kindWords: Readonly<
  Record<FeedItem['kind'], { readonly one: string; readonly many: string }>
> = {
  alert: { one: 'Alert', many: 'Alerts' },
  mail: { one: 'Mail', many: 'Mail' },
  chat: { one: 'Chat', many: 'Chat' },
  call: { one: 'Call', many: 'Calls' },
  ticket: { one: 'Ticket', many: 'Tickets' },
  news: { one: 'News', many: 'News' },
};

export function findName(prepared: PreparedDrill, person: string): string {
  return prepared.drill.people.find(({ id }) => id === person)?.name ?? person;
}

/**
 * Who it is from, as a feed shows it: "Tomas Reuter, developer", and "Mia Okafor in #platform" where others
 * read it too. The channel alone would hide who speaks, and "direct" is nobody.
 */
export function describeSender(prepared: PreparedDrill, item: FeedItem): string {
  const person = prepared.drill.people.find(({ id }) => id === item.from);
  if (item.channel !== undefined && item.channel !== 'direct') {
    return `${person?.name ?? item.from} in ${item.channel}`;
  }
  return person ? `${person.name}, ${lowerFirst(person.role)}` : item.from;
}

/** "Duty manager" → "duty manager"; "VP Operations" stays. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** How a message begins, without the signs of its mark-up. */
export function writePreview({ body }: FeedItem): string {
  return body.replace(/[*_`#>]/g, '').slice(0, 160);
}

/** Where a message stands, in words; empty where nothing is asked of anybody. */
export function describeStanding(
  prepared: PreparedDrill,
  item: FeedItem,
  delivery: Delivery,
  now_s: number,
): string {
  const { starts_at } = prepared.drill;
  const { answer, parked_until_s, due_s, missed } = delivery;
  if (answer) {
    const at = writeMinute(starts_at, answer.at_s);
    if (answer.kind === 'handed_over') {
      return `You handed it to ${findName(prepared, answer.to ?? '')} at ${at}.`;
    }
    if (answer.kind === 'acknowledged') return `You acknowledged it at ${at}.`;
    return `You replied at ${at}: “${answer.said?.text ?? ''}”`;
  }
  if (parked_until_s !== null) {
    return `You parked this, back at ${writeMinute(starts_at, parked_until_s)}.`;
  }
  if (due_s === null) return '';
  return missed
    ? `Answer was due ${writeDistance(due_s, now_s)}.`
    : `Answer due ${writeDistance(due_s, now_s)}.`;
}
