import type { EventOf } from '../attempt-log.ts';
import { findRated, rateOptions } from '../rate-options.ts';
import {
  refuseDone,
  refuseForbidden,
  refuseMissing,
  refuseUnknown,
  type Refusal,
} from '../refusal.ts';
import type { WorkingCopy } from '../working-copy.ts';
import { learnCitations } from './learn-citations.ts';

// What a person decides, says to others, and says of the score.

export function decide(work: WorkingCopy, { data, seq }: EventOf<'decided'>): Refusal | null {
  const { now, prepared } = work;
  const item = prepared.byId.decisions.get(data.decision);
  if (!item) return refuseUnknown('decision', data.decision);
  const decision = now.decisions.get(data.decision);
  if (!decision) return refuseMissing('This decision is not open yet.');
  if (decision.choice) return refuseDone('This has been decided.');
  const option = item.options.find(({ id }) => id === data.option);
  if (!option) return refuseUnknown('such option', data.option);
  if (item.asks_confidence && data.confidence === null)
    return refuseForbidden('Say how sure you are.');
  const rated = rateOptions(prepared, now, item);
  const { rating, why } = findRated(rated, option.id);
  work.own.decisions.set(data.decision, {
    ...decision,
    choice: {
      option: option.id,
      confidence: item.asks_confidence ? data.confidence : null,
      citations: data.citations,
      reason: data.reason,
      rating,
      why,
      rated,
      at_s: now.at_s,
      seq,
    },
  });
  work.deadlinesChanged = true;
  work.noteHarm(option.harm, item.part, seq);
  learnCitations(work, data.citations);
  work.learn(`decided:${item.id}`);
  work.learn(`decided:${item.id}/${option.id}`);
  work.delay_s = option.done && prepared.test(option.done)(now) ? 0 : option.minutes;
  work.apply(option.effects);
  return null;
}

export function defer(work: WorkingCopy, { data }: EventOf<'deferred'>): Refusal | null {
  const decision = work.now.decisions.get(data.decision);
  if (!decision) return refuseUnknown('open decision', data.decision);
  if (decision.choice) return refuseDone('This has been decided.');
  work.own.deferrals.set(data.decision, data.note);
  return null;
}

export function sendUpdate(
  work: WorkingCopy,
  { data, seq }: EventOf<'update_sent'>,
): Refusal | null {
  const { now, prepared } = work;
  const item = prepared.byId.updates.get(data.update);
  const update = now.updates.get(data.update);
  if (!item || !update) return refuseUnknown('open update', data.update);
  if (update.sent) return refuseDone('This update has been sent.');
  if (data.text.trim() === '') return refuseForbidden('The update is empty.');
  const holds = (
    condition: Parameters<typeof prepared.test>[0] | undefined,
    otherwise: boolean,
  ): boolean => (condition ? prepared.test(condition)(now) : otherwise);
  learnCitations(work, data.citations);
  work.own.updates.set(data.update, {
    ...update,
    sent: {
      text: data.text,
      citations: data.citations,
      at_s: now.at_s,
      seq,
      known: new Set(item.facts.filter(({ known }) => holds(known, true)).map(({ id }) => id)),
      allowed: new Set(
        item.forbidden.filter(({ unless }) => holds(unless, false)).map(({ id }) => id),
      ),
    },
  });
  work.learn(`sent:${data.update}`);
  return null;
}

export function dispute(work: WorkingCopy, { data }: EventOf<'disputed'>): Refusal | null {
  work.own.disputes.set(data.rule, data.note);
  return null;
}
