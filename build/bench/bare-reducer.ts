import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';

/** Everything that a log says, without a drill that gives it a meaning; what has an id is kept by it. */
export interface BareState {
  seq: number;
  at_s: number;
  phase: 'ready' | 'running' | 'paused' | 'ended';
  pauses: number;
  notes: string;
  readonly opened: Map<string, object>;
  readonly answered: Map<string, object>;
  readonly decided: Map<string, object>;
  readonly used: object[];
  readonly pins: Map<string, object>;
  readonly timeline: Map<string, object>;
  readonly hypotheses: Map<string, object>;
  readonly indicators: Map<string, object>;
  readonly hints: Map<string, object>;
  readonly updates: Map<string, object>;
}

/**
 * The baseline of the replay: a switch over one batch, and nothing else. Like the engine it keeps the
 * notebook by id, since entries are changed and removed. (Until 2026-11-26 it kept lists that nothing
 * could be found in.)
 */
export function foldBare(events: readonly AttemptEvent[]): BareState {
  const state: BareState = {
    seq: -1,
    at_s: 0,
    phase: 'ready',
    pauses: 0,
    notes: '',
    opened: new Map(),
    answered: new Map(),
    decided: new Map(),
    used: [],
    pins: new Map(),
    timeline: new Map(),
    hypotheses: new Map(),
    indicators: new Map(),
    hints: new Map(),
    updates: new Map(),
  };
  for (const event of events) {
    state.seq = event.seq;
    state.at_s = event.at_s;
    reduce(state, event);
  }
  return state;
}

function reduce(state: BareState, event: AttemptEvent): void {
  switch (event.kind) {
    case 'started':
    case 'resumed':
      state.phase = 'running';
      return;
    case 'paused':
      state.phase = 'paused';
      state.pauses += 1;
      return;
    case 'ended':
    case 'abandoned':
      state.phase = 'ended';
      return;
    case 'evidence_opened':
      state.opened.set(event.data.evidence, event);
      return;
    case 'feed_opened':
      state.opened.set(event.data.item, event);
      return;
    case 'acknowledged':
    case 'replied':
    case 'parked':
    case 'handed_over':
      state.answered.set(event.data.item, event);
      return;
    case 'decided':
      state.decided.set(event.data.decision, event);
      return;
    case 'tool_used':
      state.used.push(event);
      return;
    case 'pinned':
      state.pins.set(event.data.pin, event.data);
      return;
    case 'unpinned':
      state.pins.delete(event.data.pin);
      return;
    case 'timeline_added':
    case 'timeline_changed':
      state.timeline.set(event.data.id, { ...event.data, seq: event.seq });
      return;
    case 'timeline_removed':
      state.timeline.delete(event.data.id);
      return;
    case 'hypothesis_added':
    case 'hypothesis_changed':
      state.hypotheses.set(event.data.id, { ...event.data, seq: event.seq });
      return;
    case 'hypothesis_removed':
      state.hypotheses.delete(event.data.id);
      return;
    case 'indicator_added':
    case 'indicator_changed':
      state.indicators.set(event.data.id, event.data);
      return;
    case 'indicator_removed':
      state.indicators.delete(event.data.id);
      return;
    case 'hint_taken':
      state.hints.set(event.data.hint, event);
      return;
    case 'update_sent':
      state.updates.set(event.data.update, event);
      return;
    case 'notes_changed':
      state.notes = event.data.text;
      return;
    default:
      return;
  }
}
