import type { PreparedDrill } from './prepared-drill.ts';
import type { DrillState } from './state.ts';

/**
 * What whoever has the seat may see of a state: nothing that is private to another role, and after a
 * hand-over nothing of the first half but its note and what is still open. The very same state where
 * there is nothing to hide, and once the drill has ended.
 */
export function viewOwn(prepared: PreparedDrill, state: DrillState): DrillState {
  if (state.phase === 'ended') return state;
  const own = hideOtherRoles(prepared, state);
  return own.shift ? hideFirstHalf(prepared, own, own.shift) : own;
}

/**
 * How many decisions whoever has the seat can have, and how many they have made: not those that the shift
 * before has taken, and none that its time closed.
 *
 * @param own what `viewOwn` gives
 */
export function countDecisions(
  prepared: PreparedDrill,
  state: DrillState,
  own: DrillState = viewOwn(prepared, state),
): { readonly made: number; readonly all: number } {
  const taken = state.decisions.size - own.decisions.size;
  const made = [...own.decisions.values()].filter(
    ({ choice }) => choice && choice.option !== 'none',
  );
  return { made: made.length, all: prepared.drill.decisions.length - taken };
}

function hideOtherRoles(prepared: PreparedDrill, state: DrillState): DrillState {
  if (prepared.roles.size < 2) return state;
  const mine = (roles: readonly string[] | undefined): boolean =>
    roles?.includes(state.seat) ?? true;
  const feed = keep(state.feed, (id) => mine(prepared.byId.feed.get(id)?.roles));
  const evidence = keep(state.evidence, (id) => mine(prepared.byId.evidence.get(id)?.roles));
  const same = feed.size === state.feed.size && evidence.size === state.evidence.size;
  return same ? state : { ...state, feed, evidence };
}

function hideFirstHalf(
  prepared: PreparedDrill,
  state: DrillState,
  shift: NonNullable<DrillState['shift']>,
): DrillState {
  const note = prepared.drill.handover?.update;
  const stays = (id: string): boolean => {
    const item = prepared.byId.feed.get(id);
    const answer = state.feed.get(id)?.answer;
    const wanted = item?.expects !== undefined || item?.interrupt === true;
    return wanted && (!answer || answer.seq > shift.seq);
  };
  return {
    ...state,
    feed: keep(state.feed, (id) => !shift.feed.has(id) || stays(id)),
    uses: state.uses.filter(({ seq }) => seq > shift.seq),
    said: state.said.filter(({ seq }) => seq > shift.seq),
    asked: state.asked.filter(({ seq }) => seq > shift.seq),
    decisions: keep(
      state.decisions,
      (_, { choice }) =>
        !choice || (choice.seq === null ? choice.at_s > shift.at_s : choice.seq > shift.seq),
    ),
    updates: keep(state.updates, (id, { sent }) => !sent || id === note || sent.seq > shift.seq),
    deferrals: new Map(),
    pins: keep(state.pins, (id) => !shift.pins.has(id)),
    timeline: keep(state.timeline, (id) => !shift.timeline.has(id)),
    hypotheses: keep(state.hypotheses, (id) => !shift.hypotheses.has(id)),
    indicators: keep(state.indicators, (id) => !shift.indicators.has(id)),
  };
}

function keep<Key, Value>(
  all: ReadonlyMap<Key, Value>,
  holds: (key: Key, value: Value) => boolean,
): ReadonlyMap<Key, Value> {
  return new Map([...all].filter(([key, value]) => holds(key, value)));
}
