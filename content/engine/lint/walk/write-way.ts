import type { AttemptEvent, Deed } from '../../drill/attempt-log.ts';
import { replay } from '../../drill/step.ts';
import type { DrillState } from '../../drill/state.ts';
import type { WalkModel } from './walk-model.ts';
import { WalkMachine } from './walk-machine.ts';

/** A play that leads somewhere, as the engine itself has played it. */
export interface Way {
  /** What was done, in words; letting time pass is not named. */
  readonly words: readonly string[];
  readonly events: readonly AttemptEvent[];
  readonly state: DrillState;
}

/**
 * Writes moves as a log and replays it in the engine. Throws where the engine refuses: then the
 * walk has left the rules, which is a mistake of ours.
 */
export function writeWay(model: WalkModel, moves: readonly number[]): Way {
  const { drill } = model.prepared;
  const machine = new WalkMachine(model);
  const events: AttemptEvent[] = [];
  const words: string[] = [];
  let actor = drill.roles[0]?.id ?? 'responder';
  const tell = (deed: Deed, at_s: number): void => {
    const seq = events.length;
    events.push({ ...deed, v: 1, attempt: 'walk', branch: 'main', seq, at_s, actor });
  };
  tell({ kind: 'started', data: {} }, 0);
  machine.begin();
  for (const number of moves) {
    const { at_s } = machine.now;
    const move = model.moves[number];
    if (!move) {
      const to_s = machine.findNext();
      tell({ kind: 'jumped', data: { to_s } }, at_s);
      machine.advance(to_s);
      continue;
    }
    const { deed } = move;
    const holder = drill.handover ? null : findHolder(model, deed, actor);
    if (holder !== null) {
      tell({ kind: 'seat_taken', data: { role: holder } }, at_s);
      actor = holder;
    }
    tell(deed, at_s);
    if (move.words !== null) words.push(move.words);
    if (deed.kind === 'shift_taken') actor = drill.handover?.to ?? actor;
    machine.make(move);
  }
  const { state, refused } = replay(model.prepared, events);
  if (refused) {
    throw new Error(`A walked path cannot be played: ${refused.refusal.message}`);
  }
  return { words, events, state };
}

/** The role that has to take the seat before it can open evidence of its own; null for none. */
function findHolder(model: WalkModel, deed: Deed, seat: string): string | null {
  if (deed.kind !== 'evidence_opened') return null;
  const { roles } = model.prepared.byId.evidence.get(deed.data.evidence) ?? {};
  return !roles || roles.includes(seat) ? null : (roles[0] ?? null);
}
