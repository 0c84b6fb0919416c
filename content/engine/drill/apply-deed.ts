import type { AttemptEvent, Citation, EventKind } from './attempt-log.ts';
import { fitsPattern } from '../format/pack-pattern.ts';
import { isShiftOver, takeShift } from './shift.ts';
import type { Refusal } from './refusal.ts';
import { askAssistant } from './assistant.ts';
import { mayWriteTo } from './own-words.ts';
import type { Delivery, HypothesisState, TimelineEntry } from './state.ts';
import type { WorkingCopy } from './working-copy.ts';

type EventOf<K extends EventKind> = Extract<AttemptEvent, { readonly kind: K }>;
type Apply<K extends EventKind> = (work: WorkingCopy, event: EventOf<K>) => Refusal | null;

const unknown = (what: string, id: string): Refusal => ({
  code: 'unknown',
  message: `This drill has no ${what} "${id}".`,
});
const notAvailable = (message: string): Refusal => ({ code: 'not_available', message });
const alreadyDone = (message: string): Refusal => ({ code: 'already_done', message });
const notAllowed = (message: string): Refusal => ({ code: 'not_allowed', message });

/** Does what an event says, or refuses what does not fit: the batch is then thrown away. */
export function applyDeed(work: WorkingCopy, event: AttemptEvent): Refusal | null {
  if (work.now.phase === 'ended' && event.kind !== 'disputed') {
    return { code: 'ended', message: 'The drill has ended.' };
  }
  // A switch, since the compiler joins what it calls; in it the notebook first, which fills long logs.
  switch (event.kind) {
    case 'notes_changed':
      return deeds.notes_changed(work, event);
    case 'pinned':
      return deeds.pinned(work, event);
    case 'unpinned':
      return deeds.unpinned(work, event);
    case 'timeline_added':
      return deeds.timeline_added(work, event);
    case 'timeline_changed':
      return deeds.timeline_changed(work, event);
    case 'timeline_removed':
      return deeds.timeline_removed(work, event);
    case 'hypothesis_added':
      return deeds.hypothesis_added(work, event);
    case 'hypothesis_changed':
      return deeds.hypothesis_changed(work, event);
    case 'hypothesis_removed':
      return deeds.hypothesis_removed(work, event);
    case 'indicator_added':
      return deeds.indicator_added(work, event);
    case 'indicator_changed':
      return deeds.indicator_changed(work, event);
    case 'indicator_removed':
      return deeds.indicator_removed(work, event);
    case 'feed_opened':
      return deeds.feed_opened(work, event);
    case 'paused':
      return deeds.paused(work, event);
    case 'resumed':
      return deeds.resumed(work, event);
    case 'started':
      return deeds.started(work, event);
    case 'speed_changed':
      return deeds.speed_changed(work, event);
    case 'jumped':
      return deeds.jumped(work, event);
    case 'acknowledged':
      return deeds.acknowledged(work, event);
    case 'replied':
      return deeds.replied(work, event);
    case 'wrote':
      return deeds.wrote(work, event);
    case 'parked':
      return deeds.parked(work, event);
    case 'handed_over':
      return deeds.handed_over(work, event);
    case 'evidence_opened':
      return deeds.evidence_opened(work, event);
    case 'tool_used':
      return deeds.tool_used(work, event);
    case 'decided':
      return deeds.decided(work, event);
    case 'deferred':
      return deeds.deferred(work, event);
    case 'update_sent':
      return deeds.update_sent(work, event);
    case 'asked':
      return deeds.asked(work, event);
    case 'seat_taken':
      return deeds.seat_taken(work, event);
    case 'shift_taken':
      return deeds.shift_taken(work, event);
    case 'hint_taken':
      return deeds.hint_taken(work, event);
    case 'disputed':
      return deeds.disputed(work, event);
    case 'branched':
      return deeds.branched(work, event);
    case 'ended':
      return deeds.ended(work, event);
    case 'abandoned':
      return deeds.abandoned(work, event);
  }
}

const deeds: { readonly [K in EventKind]: Apply<K> } = {
  started(work) {
    if (work.now.phase !== 'ready')
      return { code: 'already_started', message: 'The attempt is under way.' };
    work.now.phase = 'running';
    work.unsettled = true;
    return null;
  },
  paused(work, { data }) {
    if (work.now.phase === 'paused') return alreadyDone('The clock stands already.');
    if (work.prepared.levers.timed && data.reason === 'person') {
      return notAllowed('This attempt is timed: the clock cannot be paused.');
    }
    work.now.phase = 'paused';
    work.now.pauses += 1;
    return null;
  },
  resumed(work) {
    if (work.now.phase !== 'paused') return alreadyDone('The clock is running.');
    work.now.phase = 'running';
    return null;
  },
  speed_changed(work, { data }) {
    work.now.speed = data.speed;
    return null;
  },
  jumped(work, { data }) {
    if (data.to_s < work.now.at_s)
      return { code: 'time_went_back', message: 'A jump leads forward only.' };
    work.delay_s = data.to_s - work.now.at_s;
    return null;
  },
  feed_opened(work, { data }) {
    const delivery = work.now.feed.get(data.item);
    if (!delivery) return missingItem(work, data.item);
    if (!delivery.seen) work.own.feed.set(data.item, { ...delivery, seen: true });
    return null;
  },
  acknowledged(work, { data, seq }) {
    return answer(work, data.item, {
      kind: 'acknowledged',
      reply: null,
      to: null,
      at_s: work.now.at_s,
      seq,
    });
  },
  replied(work, { data, seq }) {
    const reply = work.prepared.byId.feed
      .get(data.item)
      ?.replies.find(({ id }) => id === data.reply);
    if (!reply) return unknown('such reply', data.reply);
    const refusal = answer(work, data.item, {
      kind: 'replied',
      reply: data.reply,
      to: null,
      at_s: work.now.at_s,
      seq,
    });
    if (refusal) return refusal;
    work.learn(`answered:${data.item}/${data.reply}`);
    work.delay_s = reply.minutes;
    work.apply(reply.effects);
    return null;
  },
  wrote(work, { data, seq }) {
    const { prepared, now } = work;
    const item = prepared.byId.feed.get(data.item);
    const delivery = now.feed.get(data.item);
    if (!item || !delivery) return missingItem(work, data.item);
    if (!mayWriteTo(item)) return notAllowed('Nobody reads an answer to this.');
    if (item.expects && !delivery.answer) {
      answer(work, data.item, {
        kind: 'acknowledged',
        reply: null,
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
  },
  parked(work, { data }) {
    const delivery = work.now.feed.get(data.item);
    if (!delivery) return missingItem(work, data.item);
    if (!work.prepared.byId.feed.get(data.item)?.interrupt)
      return notAllowed('Only an interrupt can be parked.');
    if (delivery.answer) return alreadyDone('It has been dealt with.');
    if (data.until_s <= work.now.at_s)
      return notAllowed('It can only be parked until a later time.');
    work.own.feed.set(data.item, { ...delivery, seen: true, parked_until_s: data.until_s });
    work.deadlinesChanged = true;
    return null;
  },
  handed_over(work, { data, seq }) {
    const item = work.prepared.byId.feed.get(data.item);
    if (item && item.hand_to !== data.to) return notAllowed('It cannot be handed to that person.');
    return answer(work, data.item, {
      kind: 'handed_over',
      reply: null,
      to: data.to,
      at_s: work.now.at_s,
      seq,
    });
  },
  evidence_opened(work, { data }) {
    const opened_s = work.now.evidence.get(data.evidence);
    if (opened_s === undefined) {
      return work.prepared.byId.evidence.has(data.evidence)
        ? notAvailable('This evidence is not there yet.')
        : unknown('evidence', data.evidence);
    }
    if (opened_s !== null) return null;
    const { roles } = work.prepared.byId.evidence.get(data.evidence) ?? {};
    if (roles && !roles.includes(work.now.seat)) {
      return notAvailable('Another role holds this evidence.');
    }
    work.own.evidence.set(data.evidence, work.now.at_s);
    work.learn(`opened:${data.evidence}`);
    work.delay_s = work.prepared.byId.evidence.get(data.evidence)?.minutes ?? 0;
    return null;
  },
  pinned(work, { data }) {
    if (!addNew(work.own.pins, data.pin, data)) return alreadyDone('This pin is set.');
    learnCitation(work, data.citation);
    return null;
  },
  unpinned(work, { data }) {
    if (!work.now.pins.has(data.pin)) return unknown('pin', data.pin);
    work.own.pins.delete(data.pin);
    return null;
  },
  tool_used(work, { data, seq }) {
    const waiting = work.prepared.tools.find(({ item }) => item.id === data.tool);
    if (!waiting) return unknown('tool', data.tool);
    if (waiting.test && !waiting.test(work.now))
      return notAvailable('This tool is not to be had yet.');
    const { item: tool } = waiting;
    for (const { id, label, values, pattern } of tool.args) {
      const given = data.args[id]?.trim() ?? '';
      if (given === '') return notAllowed(`"${label}" is empty.`);
      if (values && !values.includes(given))
        return notAllowed(`"${label}" must be one of the listed values.`);
      if (pattern && !fitsPattern(pattern.re2, given))
        return notAllowed(`"${label}" has another form: ${pattern.says}.`);
    }
    const fold = (text: string): string => text.trim().toLowerCase();
    const outcome = tool.outcomes.find(({ match, when }) => {
      if (when && !work.prepared.test(when)(work.now)) return false;
      return Object.entries(match ?? {}).every(([name, accepted]) =>
        [accepted].flat().some((value) => fold(value) === fold(data.args[name] ?? '')),
      );
    });
    if (!outcome) return unknown('outcome for the tool', data.tool);
    const at_s = work.now.at_s;
    work.own.uses.push({ tool: tool.id, args: data.args, outcome: outcome.id, at_s, seq });
    work.learn(`used:${tool.id}`);
    work.learn(`used:${tool.id}/${outcome.id}`);
    work.delay_s = outcome.minutes ?? tool.minutes;
    if (outcome.harm?.part) {
      work.own.harms.push({
        part: outcome.harm.part,
        caps: outcome.harm.caps,
        why: outcome.harm.why,
        at_s,
        seq,
      });
    }
    work.apply(outcome.effects);
    return null;
  },
  decided(work, { data, seq }) {
    const { now, prepared } = work;
    const item = prepared.byId.decisions.get(data.decision);
    if (!item) return unknown('decision', data.decision);
    const decision = now.decisions.get(data.decision);
    if (!decision) return notAvailable('This decision is not open yet.');
    if (decision.choice) return alreadyDone('This has been decided.');
    const option = item.options.find(({ id }) => id === data.option);
    if (!option) return unknown('such option', data.option);
    if (item.asks_confidence && data.confidence === null)
      return notAllowed('Say how sure you are.');
    const rerate = option.rerate.find(({ when }) => prepared.test(when)(now));
    work.own.decisions.set(data.decision, {
      ...decision,
      choice: {
        option: option.id,
        confidence: item.asks_confidence ? data.confidence : null,
        citations: data.citations,
        reason: data.reason,
        rating: rerate?.rating ?? option.rating,
        why: rerate?.reason ?? option.reason,
        at_s: now.at_s,
        seq,
      },
    });
    work.deadlinesChanged = true;
    if (option.harm) {
      const { caps, why } = option.harm;
      work.own.harms.push({ part: option.harm.part ?? item.part, caps, why, at_s: now.at_s, seq });
    }
    learnCitations(work, data.citations);
    work.learn(`decided:${item.id}`);
    work.learn(`decided:${item.id}/${option.id}`);
    work.delay_s = option.minutes;
    work.apply(option.effects);
    return null;
  },
  deferred(work, { data }) {
    const decision = work.now.decisions.get(data.decision);
    if (!decision) return unknown('open decision', data.decision);
    if (decision.choice) return alreadyDone('This has been decided.');
    work.own.deferrals.set(data.decision, data.note);
    return null;
  },
  timeline_added(work, { data, seq }) {
    const entry = writeEntry(data, seq, work.now.at_s);
    if (!addNew(work.own.timeline, data.id, entry)) return alreadyDone('This entry is there.');
    learnCitations(work, data.citations);
    return null;
  },
  timeline_changed(work, { data, seq }) {
    const entry = work.now.timeline.get(data.id);
    if (!entry) return unknown('timeline entry', data.id);
    work.own.timeline.set(data.id, writeEntry(data, seq, entry.written_s));
    learnCitations(work, data.citations);
    return null;
  },
  timeline_removed(work, { data }) {
    if (!work.now.timeline.has(data.id)) return unknown('timeline entry', data.id);
    work.own.timeline.delete(data.id);
    return null;
  },
  hypothesis_added(work, { data }) {
    const history = [{ at_s: work.now.at_s, confidence: data.confidence }];
    const hypothesis = writeHypothesis(data, history);
    if (!addNew(work.own.hypotheses, data.id, hypothesis)) {
      return alreadyDone('This hypothesis is there.');
    }
    return null;
  },
  hypothesis_changed(work, { data }) {
    const before = work.now.hypotheses.get(data.id);
    if (!before) return unknown('hypothesis', data.id);
    const history =
      before.confidence === data.confidence
        ? before.history
        : [...before.history, { at_s: work.now.at_s, confidence: data.confidence }];
    work.own.hypotheses.set(data.id, writeHypothesis(data, history));
    return null;
  },
  hypothesis_removed(work, { data }) {
    if (!work.now.hypotheses.has(data.id)) return unknown('hypothesis', data.id);
    work.own.hypotheses.delete(data.id);
    return null;
  },
  indicator_added(work, { data }) {
    if (!addNew(work.own.indicators, data.id, data)) return alreadyDone('This indicator is there.');
    learnCitations(work, data.citations);
    return null;
  },
  indicator_changed(work, { data }) {
    if (!work.now.indicators.has(data.id)) return unknown('indicator', data.id);
    work.own.indicators.set(data.id, data);
    learnCitations(work, data.citations);
    return null;
  },
  indicator_removed(work, { data }) {
    if (!work.now.indicators.has(data.id)) return unknown('indicator', data.id);
    work.own.indicators.delete(data.id);
    return null;
  },
  notes_changed(work, { data }) {
    work.now.notes = data.text;
    return null;
  },
  update_sent(work, { data, seq }) {
    const { now, prepared } = work;
    const item = prepared.byId.updates.get(data.update);
    const update = now.updates.get(data.update);
    if (!item || !update) return unknown('open update', data.update);
    if (update.sent) return alreadyDone('This update has been sent.');
    if (data.text.trim() === '') return notAllowed('The update is empty.');
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
  },
  asked(work, { data, seq }) {
    if (!work.prepared.drill.assistant) return notAvailable('This drill has no assistant.');
    askAssistant(work, data.text, seq);
    return null;
  },
  seat_taken(work, { data }) {
    const { now, prepared } = work;
    if (!prepared.roles.has(data.role)) return unknown('role in play', data.role);
    if (prepared.drill.handover) {
      return notAllowed('Here the shift changes by the hand-over note, not by turns.');
    }
    if (now.seat === data.role) return alreadyDone('This role has the seat.');
    now.seat = data.role;
    return null;
  },
  shift_taken(work, { seq }) {
    const { now, prepared } = work;
    if (!prepared.drill.handover) return notAllowed('In this drill nobody takes over.');
    if (now.shift) return alreadyDone('The shift has been taken over.');
    if (!isShiftOver(prepared, now)) {
      return notAvailable('The shift cannot be taken over yet: its note has to be sent first.');
    }
    takeShift(work, prepared.drill.handover.to, seq);
    return null;
  },
  hint_taken(work, { data, seq }) {
    if (!work.prepared.levers.hints) return notAllowed('Hints are switched off for this attempt.');
    const waiting = work.prepared.hints.find(({ item }) => item.id === data.hint);
    if (!waiting) return unknown('hint', data.hint);
    if (waiting.test && !waiting.test(work.now)) return notAvailable('This hint is not there yet.');
    const taken = work.now.hints.get(data.hint) ?? [];
    if (data.tier !== taken.length + 1) {
      return taken.length >= data.tier
        ? alreadyDone('This tier has been taken.')
        : notAllowed('Tiers come in order.');
    }
    work.own.hints.set(data.hint, [...taken, seq]);
    return null;
  },
  disputed(work, { data }) {
    work.own.disputes.set(data.rule, data.note);
    return null;
  },
  branched() {
    return notAllowed('A branch begins a log of its own; see collectBranch.');
  },
  ended(work) {
    const open = [...work.now.decisions.values()].some(({ choice }) => !choice);
    const unopened = work.prepared.drill.decisions.length > work.now.decisions.size;
    work.end(open || unopened ? 'early' : 'finished');
    return null;
  },
  abandoned(work) {
    work.end('abandoned');
    return null;
  },
};

function missingItem(work: WorkingCopy, item: string): Refusal {
  return work.prepared.byId.feed.has(item)
    ? notAvailable('This message has not arrived yet.')
    : unknown('feed item', item);
}

function answer(
  work: WorkingCopy,
  item: string,
  given: NonNullable<Delivery['answer']>,
): Refusal | null {
  const delivery = work.now.feed.get(item);
  if (!delivery) return missingItem(work, item);
  // An acknowledgement may be followed by a reply, never the other way round.
  if (delivery.answer && !(delivery.answer.kind === 'acknowledged' && given.kind === 'replied')) {
    return alreadyDone('It has been dealt with.');
  }
  work.own.feed.set(item, { ...delivery, seen: true, parked_until_s: null, answer: given });
  work.learn(`answered:${item}`);
  work.deadlinesChanged = true;
  return null;
}

/**
 * Whether the id was new, by one look-up instead of two. If not, what stood there is overwritten: a
 * batch that is refused is thrown away.
 */
function addNew<T>(entries: Map<string, T>, id: string, entry: T): boolean {
  const before = entries.size;
  entries.set(id, entry);
  return entries.size > before;
}

// Fields one by one: spreading is what a long replay would spend most on (2026-11-26).
function writeEntry(
  { id, at, text, citations }: EventOf<'timeline_added'>['data'],
  seq: number,
  written_s: number,
): TimelineEntry {
  return { id, at, text, citations, seq, written_s };
}

function writeHypothesis(
  { id, text, confidence }: EventOf<'hypothesis_added'>['data'],
  history: HypothesisState['history'],
): HypothesisState {
  return { id, text, confidence, history };
}

function learnCitations(work: WorkingCopy, citations: readonly Citation[]): void {
  for (const citation of citations) learnCitation(work, citation);
}

function learnCitation(work: WorkingCopy, citation: Citation): void {
  work.learnCited(work.prepared.citedFacts(citation));
}
