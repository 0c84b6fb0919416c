import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';

/** An immutable list, the last entry first: the cheapest that keeps all of them. */
interface List {
  readonly entry: object;
  readonly before: List | null;
}

/** Everything that a log says, in one immutable record, without a drill that gives it a meaning. */
export interface BareState {
  readonly seq: number;
  readonly at_s: number;
  readonly phase: 'ready' | 'running' | 'paused' | 'ended';
  readonly pauses: number;
  readonly notes: string;
  readonly opened: List | null;
  readonly answered: List | null;
  readonly decided: List | null;
  readonly used: List | null;
  readonly pins: List | null;
  readonly timeline: List | null;
  readonly hypotheses: List | null;
  readonly indicators: List | null;
  readonly hints: List | null;
  readonly updates: List | null;
}

const empty: BareState = {
  seq: -1,
  at_s: 0,
  phase: 'ready',
  pauses: 0,
  notes: '',
  opened: null,
  answered: null,
  decided: null,
  used: null,
  pins: null,
  timeline: null,
  hypotheses: null,
  indicators: null,
  hints: null,
  updates: null,
};

/** The baseline of the replay: a switch, a new record for each event, and nothing else. */
export function foldBare(events: readonly AttemptEvent[]): BareState {
  let state = empty;
  for (const event of events) state = reduce(state, event);
  return state;
}

function reduce(state: BareState, event: AttemptEvent): BareState {
  const { seq, at_s } = event;
  const add = (before: List | null): List => ({ entry: event.data, before });
  switch (event.kind) {
    case 'started':
    case 'resumed':
      return { ...state, seq, at_s, phase: 'running' };
    case 'paused':
      return { ...state, seq, at_s, phase: 'paused', pauses: state.pauses + 1 };
    case 'ended':
    case 'abandoned':
      return { ...state, seq, at_s, phase: 'ended' };
    case 'evidence_opened':
    case 'feed_opened':
      return { ...state, seq, at_s, opened: add(state.opened) };
    case 'acknowledged':
    case 'replied':
    case 'parked':
    case 'handed_over':
      return { ...state, seq, at_s, answered: add(state.answered) };
    case 'decided':
      return { ...state, seq, at_s, decided: add(state.decided) };
    case 'tool_used':
      return { ...state, seq, at_s, used: add(state.used) };
    case 'pinned':
    case 'unpinned':
      return { ...state, seq, at_s, pins: add(state.pins) };
    case 'timeline_added':
    case 'timeline_changed':
    case 'timeline_removed':
      return { ...state, seq, at_s, timeline: add(state.timeline) };
    case 'hypothesis_added':
    case 'hypothesis_changed':
    case 'hypothesis_removed':
      return { ...state, seq, at_s, hypotheses: add(state.hypotheses) };
    case 'indicator_added':
    case 'indicator_changed':
    case 'indicator_removed':
      return { ...state, seq, at_s, indicators: add(state.indicators) };
    case 'hint_taken':
      return { ...state, seq, at_s, hints: add(state.hints) };
    case 'update_sent':
      return { ...state, seq, at_s, updates: add(state.updates) };
    case 'notes_changed':
      return { ...state, seq, at_s, notes: event.data.text };
    default:
      return { ...state, seq, at_s };
  }
}
