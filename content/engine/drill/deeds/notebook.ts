import type { EventOf } from '../attempt-log.ts';
import { refuseDone, refuseUnknown, type Refusal } from '../refusal.ts';
import type { HypothesisState, TimelineEntry } from '../state.ts';
import type { WorkingCopy } from '../working-copy.ts';
import { learnCitation, learnCitations } from './learn-citations.ts';

// What a person writes down for themselves. These fill long logs: each is as little work as can be.

export function changeNotes(work: WorkingCopy, { data }: EventOf<'notes_changed'>): Refusal | null {
  work.now.notes = data.text;
  return null;
}

export function pin(work: WorkingCopy, { data }: EventOf<'pinned'>): Refusal | null {
  if (!addNew(work.own.pins, data.pin, data)) return refuseDone('This pin is set.');
  learnCitation(work, data.citation);
  return null;
}

export function unpin(work: WorkingCopy, { data }: EventOf<'unpinned'>): Refusal | null {
  if (!work.now.pins.has(data.pin)) return refuseUnknown('pin', data.pin);
  work.own.pins.delete(data.pin);
  return null;
}

export function addEntry(
  work: WorkingCopy,
  { data, seq }: EventOf<'timeline_added'>,
): Refusal | null {
  const entry = writeEntry(data, seq, work.now.at_s);
  if (!addNew(work.own.timeline, data.id, entry)) return refuseDone('This entry is there.');
  learnCitations(work, data.citations);
  return null;
}

export function changeEntry(
  work: WorkingCopy,
  { data, seq }: EventOf<'timeline_changed'>,
): Refusal | null {
  const entry = work.now.timeline.get(data.id);
  if (!entry) return refuseUnknown('timeline entry', data.id);
  work.own.timeline.set(data.id, writeEntry(data, seq, entry.written_s));
  learnCitations(work, data.citations);
  return null;
}

export function removeEntry(
  work: WorkingCopy,
  { data }: EventOf<'timeline_removed'>,
): Refusal | null {
  if (!work.now.timeline.has(data.id)) return refuseUnknown('timeline entry', data.id);
  work.own.timeline.delete(data.id);
  return null;
}

export function addHypothesis(
  work: WorkingCopy,
  { data }: EventOf<'hypothesis_added'>,
): Refusal | null {
  if (!addNew(work.own.hypotheses, data.id, writeHypothesis(data, never)))
    return refuseDone('This hypothesis is there.');
  return null;
}

export function changeHypothesis(
  work: WorkingCopy,
  { data }: EventOf<'hypothesis_changed'>,
): Refusal | null {
  const before = work.now.hypotheses.get(data.id);
  if (!before) return refuseUnknown('hypothesis', data.id);
  const earlier =
    before.confidence === data.confidence ? before.earlier : [...before.earlier, before.confidence];
  work.own.hypotheses.set(data.id, writeHypothesis(data, earlier));
  return null;
}

export function removeHypothesis(
  work: WorkingCopy,
  { data }: EventOf<'hypothesis_removed'>,
): Refusal | null {
  if (!work.now.hypotheses.has(data.id)) return refuseUnknown('hypothesis', data.id);
  work.own.hypotheses.delete(data.id);
  return null;
}

export function addIndicator(
  work: WorkingCopy,
  { data }: EventOf<'indicator_added'>,
): Refusal | null {
  if (!addNew(work.own.indicators, data.id, data)) return refuseDone('This indicator is there.');
  learnCitations(work, data.citations);
  return null;
}

export function changeIndicator(
  work: WorkingCopy,
  { data }: EventOf<'indicator_changed'>,
): Refusal | null {
  if (!work.now.indicators.has(data.id)) return refuseUnknown('indicator', data.id);
  work.own.indicators.set(data.id, data);
  learnCitations(work, data.citations);
  return null;
}

export function removeIndicator(
  work: WorkingCopy,
  { data }: EventOf<'indicator_removed'>,
): Refusal | null {
  if (!work.now.indicators.has(data.id)) return refuseUnknown('indicator', data.id);
  work.own.indicators.delete(data.id);
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

/** Of what has not changed yet; one for all, since long logs have many. */
const never: HypothesisState['earlier'] = [];

function writeHypothesis(
  { id, text, confidence }: EventOf<'hypothesis_added'>['data'],
  earlier: HypothesisState['earlier'],
): HypothesisState {
  return { id, text, confidence, earlier };
}
