import type { EventOf } from '../attempt-log.ts';
import { mayReply } from '../open-replies.ts';
import { mayWriteTo } from '../own-words.ts';
import { rateReply } from '../rate-options.ts';
import {
  refuseDone,
  refuseForbidden,
  refuseMissing,
  refuseUnknown,
  type Refusal,
} from '../refusal.ts';
import type { Delivery } from '../state.ts';
import { wordReply } from '../words-of-the-moment.ts';
import type { WorkingCopy } from '../working-copy.ts';

// What a person does with what arrives in the feed.

export function openItem(work: WorkingCopy, { data }: EventOf<'feed_opened'>): Refusal | null {
  const delivery = work.now.feed.get(data.item);
  if (!delivery) return missingItem(work, data.item);
  if (!delivery.seen) work.own.feed.set(data.item, { ...delivery, seen: true });
  return null;
}

export function acknowledge(
  work: WorkingCopy,
  { data, seq }: EventOf<'acknowledged'>,
): Refusal | null {
  return answer(work, data.item, {
    kind: 'acknowledged',
    reply: null,
    said: null,
    to: null,
    at_s: work.now.at_s,
    seq,
  });
}

export function reply(work: WorkingCopy, { data, seq }: EventOf<'replied'>): Refusal | null {
  const reply = work.prepared.byId.feed.get(data.item)?.replies.find(({ id }) => id === data.reply);
  if (!reply) return refuseUnknown('such reply', data.reply);
  const refusal = answer(work, data.item, {
    kind: 'replied',
    reply: data.reply,
    said: {
      text: wordReply(work.prepared, work.now, reply),
      ...rateReply(work.prepared, work.now, reply),
    },
    to: null,
    at_s: work.now.at_s,
    seq,
  });
  if (refusal) return refusal;
  work.learn(`answered:${data.item}/${data.reply}`);
  work.delay_s = reply.minutes;
  work.apply(reply.effects);
  return null;
}

export function write(work: WorkingCopy, { data, seq }: EventOf<'wrote'>): Refusal | null {
  const { prepared, now } = work;
  const item = prepared.byId.feed.get(data.item);
  const delivery = now.feed.get(data.item);
  if (!item || !delivery) return missingItem(work, data.item);
  if (!mayWriteTo(item)) return refuseForbidden('Nobody reads an answer to this.');
  if (item.expects && !delivery.answer) {
    answer(work, data.item, {
      kind: 'acknowledged',
      reply: null,
      said: null,
      to: null,
      at_s: now.at_s,
      seq,
    });
  } else if (!delivery.seen) work.own.feed.set(data.item, { ...delivery, seen: true });
  const allowed = prepared.drill.updates.flatMap(({ id, forbidden }) =>
    forbidden
      .filter(({ unless }) => unless && prepared.test(unless)(now))
      .map((claim) => `${id}/${claim.id}`),
  );
  work.own.said.push({
    item: data.item,
    text: data.text,
    at_s: now.at_s,
    seq,
    allowed: new Set(allowed),
  });
  return null;
}

export function park(work: WorkingCopy, { data }: EventOf<'parked'>): Refusal | null {
  const delivery = work.now.feed.get(data.item);
  if (!delivery) return missingItem(work, data.item);
  if (!work.prepared.byId.feed.get(data.item)?.interrupt)
    return refuseForbidden('Only an interrupt can be parked.');
  if (delivery.answer) return refuseDone('It has been dealt with.');
  if (data.until_s <= work.now.at_s)
    return refuseForbidden('It can only be parked until a later time.');
  work.own.feed.set(data.item, { ...delivery, seen: true, parked_until_s: data.until_s });
  work.deadlinesChanged = true;
  return null;
}

export function handOver(work: WorkingCopy, { data, seq }: EventOf<'handed_over'>): Refusal | null {
  const item = work.prepared.byId.feed.get(data.item);
  if (item && item.hand_to !== data.to)
    return refuseForbidden('It cannot be handed to that person.');
  return answer(work, data.item, {
    kind: 'handed_over',
    reply: null,
    said: null,
    to: data.to,
    at_s: work.now.at_s,
    seq,
  });
}

function missingItem(work: WorkingCopy, item: string): Refusal {
  return work.prepared.byId.feed.has(item)
    ? refuseMissing('This message has not arrived yet.')
    : refuseUnknown('feed item', item);
}

function answer(
  work: WorkingCopy,
  item: string,
  given: NonNullable<Delivery['answer']>,
): Refusal | null {
  const delivery = work.now.feed.get(item);
  if (!delivery) return missingItem(work, item);
  if (delivery.answer && !(given.kind === 'replied' && mayReply(delivery))) {
    return refuseDone('It has been dealt with.');
  }
  work.own.feed.set(item, { ...delivery, seen: true, parked_until_s: null, answer: given });
  work.learn(`answered:${item}`);
  work.deadlinesChanged = true;
  return null;
}
