import type { AttemptEvent } from './attempt-log.ts';
import { advanceWork, findNext, settle } from './advance.ts';
import { applyDeed } from './apply-deed.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import type { Refusal } from './refusal.ts';
import type { DrillState } from './state.ts';
import { watchAnswers } from './assistant.ts';
import { listMade } from './made-decisions.ts';
import { WorkingCopy } from './working-copy.ts';

export type Step =
  | { readonly ok: true; readonly state: DrillState }
  | { readonly ok: false; readonly refusal: Refusal };

/** The moment before the first event. */
export function beginAttempt(prepared: PreparedDrill): DrillState {
  const { drill, roles, begin } = prepared;
  return {
    at_s: begin?.at_s ?? 0,
    phase: 'ready',
    end: null,
    speed: 1,
    pauses: 0,
    severity: { ...drill.severity, set: null },
    variables: new Map([
      ...Object.entries(drill.state).map(([name, { initial }]) => [name, initial] as const),
      ...Object.entries(begin?.variables ?? {}),
    ]),
    facts: new Set(begin?.facts),
    feed: new Map(),
    coming: new Map(),
    evidence: new Map(),
    uses: [],
    decisions: begin ? listMade(prepared, begin) : new Map(),
    deferrals: new Map(),
    updates: new Map(),
    said: [],
    seat: drill.roles.find(({ id }) => roles.has(id))?.id ?? drill.roles[0]?.id ?? '',
    shift: null,
    asked: [],
    watched: new Map(),
    hints: new Map(),
    milestones: new Map(),
    harms: [],
    pins: new Map(),
    timeline: new Map(),
    hypotheses: new Map(),
    indicators: new Map(),
    notes: '',
    disputes: new Map(),
    last: null,
    next_s: Infinity,
  };
}

/**
 * Applies one event: time passes up to it, then the deed is done. Total: an event that does not
 * fit is refused with a reason, and the state is as it was.
 */
export function step(prepared: PreparedDrill, state: DrillState, event: AttemptEvent): Step {
  const work = new WorkingCopy(prepared, state);
  const refusal = stepWork(work, event);
  return refusal ? { ok: false, refusal } : { ok: true, state: work.finish() };
}

export interface Replay {
  readonly state: DrillState;
  /** The first event that did not fit, where the replay stopped; null if all did. */
  readonly refused: { readonly index: number; readonly refusal: Refusal } | null;
}

/**
 * Replays a log from its beginning. At an event that does not fit it stops: the state is that of
 * the longest legal prefix.
 */
export function replay(prepared: PreparedDrill, events: Iterable<AttemptEvent>): Replay {
  const log = Array.isArray(events) ? (events as readonly AttemptEvent[]) : [...events];
  const work = new WorkingCopy(prepared, beginAttempt(prepared), true);
  const refused = stepAll(work, log, log.length);
  if (!refused) return { state: work.finish(), refused };
  // The clock may have moved before the refusal: the prefix alone says where it stood.
  const legal = new WorkingCopy(prepared, beginAttempt(prepared), true);
  stepAll(legal, log, refused.index);
  return { state: legal.finish(), refused };
}

/** Does the first `length` events, up to one that does not fit. */
function stepAll(
  work: WorkingCopy,
  log: readonly AttemptEvent[],
  length: number,
): Replay['refused'] {
  for (let index = 0; index < length; index += 1) {
    const refusal = stepWork(work, log[index] as AttemptEvent);
    if (refusal) return { index, refusal };
  }
  return null;
}

// Short, with what is rare in functions of its own: the compiler joins the deeds to it only then.
function stepWork(work: WorkingCopy, event: AttemptEvent): Refusal | null {
  const { now } = work;
  if (
    event.seq !== work.lastSeq + 1 ||
    event.at_s < now.at_s ||
    (now.phase === 'ready' && event.kind !== 'started')
  ) {
    return refuseOutOfPlace(work, event);
  }
  if (event.at_s >= now.next_s) advanceWork(work, event.at_s);
  else if (now.phase !== 'ended') now.at_s = event.at_s;
  work.cause = event.seq;
  const refusal = applyDeed(work, event);
  if (refusal) return refusal;
  work.noteLast(event.seq, event.kind);
  if (work.unsettled !== 0) settle(work);
  if (now.watched.size > 0) watchAnswers(work);
  if (work.deadlinesChanged) findNext(work);
  if (work.delay_s > 0) spendDelay(work);
  return null;
}

function refuseOutOfPlace({ now, lastSeq }: WorkingCopy, event: AttemptEvent): Refusal {
  if (event.seq !== lastSeq + 1) {
    const before = lastSeq < 0 ? 'the beginning' : String(lastSeq);
    return { code: 'wrong_seq', message: `Event ${event.seq} does not follow ${before}.` };
  }
  if (event.at_s < now.at_s) {
    return {
      code: 'time_went_back',
      message: `Scenario time cannot go back from ${now.at_s} s to ${event.at_s} s.`,
    };
  }
  return { code: 'not_started', message: 'The attempt has not been started.' };
}

function spendDelay(work: WorkingCopy): void {
  const to_s = work.now.at_s + work.delay_s;
  work.delay_s = 0;
  advanceWork(work, to_s);
}
