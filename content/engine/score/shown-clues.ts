import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState, VariableValues } from '../drill/state.ts';
import { findReach } from '../lint/reach.ts';

const known = new WeakMap<PreparedDrill, Map<string, ReadonlySet<string>>>();

/**
 * Of the clues that an option or a rule rests on, those that somebody could come upon in this play.
 * A drill with a twin names those of both, and what is so in one of them is false in the other.
 */
export function keepShown(
  prepared: PreparedDrill,
  state: DrillState,
  clues: readonly string[],
): string[] {
  const drawn = prepared.drill.parameters.flatMap((one) =>
    'variable' in one ? [one.variable] : [],
  );
  if (drawn.length === 0) return [...clues];
  const key = JSON.stringify(drawn.map((name) => state.variables.get(name)));
  const plays = known.get(prepared) ?? new Map<string, ReadonlySet<string>>();
  known.set(prepared, plays);
  const shown = plays.get(key) ?? listShown(prepared, drawn, state.variables);
  plays.set(key, shown);
  return clues.filter((clue) => shown.has(clue));
}

function listShown(
  prepared: PreparedDrill,
  drawn: readonly string[],
  values: VariableValues,
): ReadonlySet<string> {
  const { drill } = prepared;
  const state = { ...drill.state };
  for (const name of drawn) {
    const initial = values.get(name);
    const variable = state[name];
    if (variable && initial !== undefined)
      state[name] = { ...variable, initial } as typeof variable;
  }
  const reach = findReach({ ...prepared, drill: { ...drill, state, parameters: [] } });
  return new Set(
    drill.clues.map(({ id }) => id).filter((id) => Number.isFinite(reach.earliest({ cited: id }))),
  );
}
