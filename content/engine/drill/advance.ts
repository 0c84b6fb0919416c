import { stage, type PreparedDrill } from './prepared-drill.ts';
import { findRated, rateOptions } from './rate-options.ts';
import type { Delivery, DrillState } from './state.ts';
import { WorkingCopy } from './working-copy.ts';

/**
 * Lets scenario time pass. Everything that follows from the drill alone is derived here, in one
 * total order; at one instant:
 *
 * 1. deadlines, by the order of the drill: parked items return, answers are missed, decisions close;
 * 2. then, until nothing changes: feed items arrive, evidence becomes available, decisions open,
 *    updates are asked for, milestones are reached, each in the order of the drill;
 * 3. the scenario ends at `ends_at`.
 *
 * How often it is called on the way changes nothing: advance(advance(s, a), b) = advance(s, b).
 */
export function advance(prepared: PreparedDrill, state: DrillState, to_s: number): DrillState {
  if (state.phase === 'ended' || state.phase === 'ready' || to_s <= state.at_s) return state;
  if (to_s < state.next_s) return { ...state, at_s: to_s };
  const work = new WorkingCopy(prepared, state);
  advanceWork(work, to_s);
  return work.finish();
}

export function advanceWork(work: WorkingCopy, to_s: number): void {
  const { now } = work;
  while (now.next_s <= to_s && now.phase !== 'ended') {
    // A small integer, since no scenario lasts longer than 30 days: what comes out of a field that also holds
    // Infinity would take memory for each copy.
    now.at_s = now.next_s | 0;
    work.cause = null;
    passDeadlines(work);
    settle(work);
    if (now.at_s >= work.prepared.drill.ends_at && now.end === null) work.end('finished');
    findNext(work);
  }
  if (to_s > now.at_s && now.phase !== 'ended') now.at_s = to_s;
}

function passDeadlines(work: WorkingCopy): void {
  const { now, prepared } = work;
  for (const { item, id } of prepared.feed) {
    const delivery = now.feed.get(id);
    if (!delivery || delivery.answer) continue;
    const back = delivery.parked_until_s !== null && delivery.parked_until_s <= now.at_s;
    const missed = !delivery.missed && delivery.due_s !== null && delivery.due_s <= now.at_s;
    if (!back && !missed) continue;
    work.own.feed.set(id, {
      ...delivery,
      parked_until_s: back ? null : delivery.parked_until_s,
      missed: delivery.missed || missed,
    });
    if (missed) work.apply(item.expects?.missed ?? []);
  }
  for (const { item, id } of prepared.decisions) {
    const decision = now.decisions.get(id);
    if (!decision || decision.choice || decision.closes_s === null || decision.closes_s > now.at_s)
      continue;
    const rated = rateOptions(prepared, now, item);
    const { rating, why } = findRated(rated, 'none');
    work.own.decisions.set(id, {
      ...decision,
      choice: {
        option: 'none',
        confidence: null,
        citations: [],
        reason: '',
        rating,
        why,
        rated,
        at_s: now.at_s,
        seq: null,
      },
    });
    work.learn(`decided:${id}`);
    work.learn(`decided:${id}/none`);
    work.apply(item.none.effects);
  }
  work.unsettled = stage.all;
}

/** Opens and delivers whatever now holds, until nothing more follows. */
export function settle(work: WorkingCopy): void {
  while (work.unsettled !== 0 && work.now.phase !== 'ended') {
    if ((work.unsettled & (stage.feed | stage.decisions)) !== 0) work.deadlinesChanged = true;
    if (isDue(work, stage.feed)) deliverFeed(work);
    if (isDue(work, stage.evidence)) openEvidence(work);
    if (isDue(work, stage.decisions)) openDecisions(work);
    if (isDue(work, stage.updates)) askForUpdates(work);
    if (isDue(work, stage.milestones)) reachMilestones(work, true);
    if (isDue(work, stage.someMilestones)) reachMilestones(work, false);
  }
}

/** Whether something that the stage waits for has changed since it was last looked through; it is now. */
function isDue(work: WorkingCopy, bit: number): boolean {
  const due = (work.unsettled & bit) !== 0;
  work.unsettled &= ~bit;
  return due;
}

function deliverFeed(work: WorkingCopy): void {
  const { now, prepared } = work;
  for (const { item, id, test, unless } of prepared.feed) {
    if (now.feed.has(id)) continue;
    if (item.roles && !item.roles.some((role) => prepared.roles.has(role))) continue;
    if (unless?.(now)) {
      if (now.coming.has(id)) work.own.coming.delete(id);
      continue;
    }
    const fixed_s = (item.at ?? 0) + (test ? 0 : item.delay);
    const waiting_s = now.coming.get(id);
    if (waiting_s === undefined) {
      if (now.at_s < fixed_s || (test && !test(now))) continue;
      if (test && item.delay > 0) {
        work.own.coming.set(id, now.at_s + item.delay);
        continue;
      }
    } else {
      if (now.at_s < waiting_s) continue;
      work.own.coming.delete(id);
    }
    const delivery: Delivery = {
      item: id,
      arrived_s: now.at_s,
      due_s: item.expects ? now.at_s + item.expects.within : null,
      seen: false,
      parked_until_s: null,
      answer: null,
      missed: false,
    };
    work.own.feed.set(id, delivery);
    work.learn(`delivered:${id}`);
  }
}

function openEvidence(work: WorkingCopy): void {
  for (const { item, id, test } of work.prepared.evidenceItems) {
    if (work.now.evidence.has(id) || (test && !test(work.now))) continue;
    if (item.roles && !item.roles.some((role) => work.prepared.roles.has(role))) continue;
    work.own.evidence.set(id, null);
  }
}

function openDecisions(work: WorkingCopy): void {
  const { now } = work;
  for (const { item, id, test } of work.prepared.decisions) {
    if (now.decisions.has(id) || (test && !test(now))) continue;
    const closes_s = item.closes_after === undefined ? null : now.at_s + item.closes_after;
    work.own.decisions.set(id, {
      decision: id,
      opened_s: now.at_s,
      closes_s,
      choice: null,
    });
  }
}

function askForUpdates(work: WorkingCopy): void {
  const { now } = work;
  for (const { id, test } of work.prepared.updates) {
    if (now.updates.has(id) || (test && !test(now))) continue;
    work.own.updates.set(id, { update: id, opened_s: now.at_s, sent: null });
  }
}

/** @param all or only those in question */
function reachMilestones(work: WorkingCopy, all: boolean): void {
  const { now, inQuestion } = work;
  for (const { id, test } of work.prepared.milestones) {
    if (!all && !inQuestion.has(id)) continue;
    if (now.milestones.has(id) || !test?.(now)) continue;
    work.own.milestones.set(id, { at_s: now.at_s, seq: work.cause });
  }
  inQuestion.clear();
}

/** Sets `next_s`: the earliest time at which the clock alone changes something. */
export function findNext(work: WorkingCopy): void {
  const { now, prepared } = work;
  work.deadlinesChanged = false;
  if (now.phase === 'ended') {
    now.next_s = Infinity;
    return;
  }
  let next = prepared.times.find((time) => time > now.at_s) ?? Infinity;
  for (const time of now.coming.values()) next = Math.min(next, time);
  for (const delivery of now.feed.values()) {
    if (delivery.answer) continue;
    if (delivery.parked_until_s !== null) next = Math.min(next, delivery.parked_until_s);
    if (delivery.due_s !== null && !delivery.missed) next = Math.min(next, delivery.due_s);
  }
  for (const { closes_s, choice } of now.decisions.values()) {
    if (!choice && closes_s !== null) next = Math.min(next, closes_s);
  }
  now.next_s = next;
}
