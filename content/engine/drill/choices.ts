import type { DecisionState, Delivery, DrillState, UpdateState } from './state.ts';
import type { Evidence, Hint, Tool } from '../format/drill-schema.ts';
import type { PreparedDrill } from './prepared-drill.ts';

/** What a person can do now, for screens, the text mode, simulated players and the linter. */
export interface Choices {
  /** Decisions that are open, in the order in which they opened. */
  readonly decisions: readonly DecisionState[];
  /** Feed items that still want an answer, parked ones left out. */
  readonly awaiting: readonly Delivery[];
  readonly evidence: readonly Evidence[];
  readonly tools: readonly Tool[];
  readonly updates: readonly UpdateState[];
  readonly hints: readonly {
    readonly hint: Hint;
    readonly tier: 1 | 2 | 3;
    readonly cost: number;
  }[];
}

export function listChoices(prepared: PreparedDrill, state: DrillState): Choices {
  const running = state.phase === 'running' || state.phase === 'paused';
  if (!running)
    return { decisions: [], awaiting: [], evidence: [], tools: [], updates: [], hints: [] };
  return {
    decisions: [...state.decisions.values()].filter(({ choice }) => !choice),
    awaiting: [...state.feed.values()].filter((delivery) => {
      const item = prepared.byId.feed.get(delivery.item);
      const wanted = Boolean(item?.expects) || Boolean(item?.interrupt);
      return wanted && !delivery.answer && delivery.parked_until_s === null;
    }),
    evidence: prepared.drill.evidence.filter(({ id }) => state.evidence.has(id)),
    tools: prepared.tools.filter(({ test }) => !test || test(state)).map(({ item }) => item),
    updates: [...state.updates.values()].filter(({ sent }) => !sent),
    hints: prepared.levers.hints ? listHints(prepared, state) : [],
  };
}

function listHints(prepared: PreparedDrill, state: DrillState): Choices['hints'] {
  return prepared.hints.flatMap(({ item, test }) => {
    const taken = state.hints.get(item.id)?.length ?? 0;
    const next = item.tiers[taken];
    if (!next || (test && !test(state))) return [];
    return [{ hint: item, tier: (taken + 1) as 1 | 2 | 3, cost: next.cost }];
  });
}
