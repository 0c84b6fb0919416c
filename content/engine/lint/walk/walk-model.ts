import { listTimes } from '../../drill/condition.ts';
import type { PreparedDrill } from '../../drill/prepared-drill.ts';
import type { Condition } from '../../format/condition-schema.ts';
import { listMembers } from '../conditions.ts';
import { listItems } from './walk-items.ts';
import { listMoves } from './walk-moves.ts';
import { findNeeds, type Needs } from './needs.ts';
import { StateLayout, type WalkTest } from './walk-state.ts';
import type { WalkItem, WalkMove } from './walk-terms.ts';

/** A drill as the walk sees it: bits, small numbers and timers of what matters alone. */
export interface WalkModel {
  readonly prepared: PreparedDrill;
  readonly layout: StateLayout;
  readonly needs: Needs;
  /** The bounds of the regions of time, ascending; the last is the end. */
  readonly times: readonly number[];
  /** In the order in which the engine settles. */
  readonly items: readonly WalkItem[];
  readonly moves: readonly WalkMove[];
  /** For each item the moves that are possible only while it is open, and all other moves. */
  readonly byItem: readonly (readonly number[])[];
  readonly free: readonly number[];
  /** In the order in which they are asked at the end. */
  readonly endings: readonly { readonly id: string; readonly test: WalkTest | null }[];
  /** Items that wait for a fact (by bit) or a variable (by slot). */
  readonly byFact: ReadonlyMap<number, readonly number[]>;
  readonly byVariable: ReadonlyMap<number, readonly number[]>;
  /** Items that may come as a time of `times` passes. */
  readonly byTime: readonly (readonly number[])[];
  /** For each item, the facts that it asks for and that nothing lasting does. */
  readonly asks: readonly (readonly number[])[];
  /** Fact bits that nothing but these items asks for: once they are there, the fact is forgotten. */
  readonly onlyFor: ReadonlyMap<number, readonly number[]>;
}

/**
 * Compiles a drill for walking. What no decision and nothing of `ask` depends on is left out: which
 * ending is told, unless other conditions are asked for.
 */
export function compileWalk(
  prepared: PreparedDrill,
  ask: readonly (Condition | undefined)[] = prepared.drill.outcomes.map(({ when }) => when),
): WalkModel {
  const { drill } = prepared;
  const layout = new StateLayout(drill);
  const needs = findNeeds(drill, ask);
  const items = listItems(prepared, needs, layout);
  const moves = listMoves(prepared, needs, layout);
  const tools = drill.tools.flatMap(({ available, outcomes }) => [
    available,
    ...outcomes.map(({ when }) => when),
  ]);
  const lasting = [...tools, ...ask, drill.handover?.when];
  const bounds = [...prepared.times, ...lasting.flatMap((when) => (when ? listTimes(when) : []))];
  const times = [...new Set(bounds)]
    .filter((time) => time > 0 && time <= drill.ends_at)
    .sort((a, b) => a - b);
  const asked = items.map(({ when, unless }) => readAsked(layout, [when, unless]));
  const byItem: number[][] = items.map(() => []);
  // Items have the first bits, in their order.
  for (const [index, { needs: open }] of moves.entries()) byItem[open[0] ?? -1]?.push(index);
  const byFact = groupBy(asked.map(({ facts }) => facts));
  const kept = new Set([
    ...readAsked(layout, lasting).facts,
    ...moves.flatMap((move) => [...move.needs, ...move.bars, ...move.marks]),
  ]);
  return {
    prepared,
    layout,
    needs,
    times,
    items,
    moves,
    byItem,
    free: moves.flatMap(({ needs: [first] }, n) =>
      first !== undefined && first < items.length ? [] : [n],
    ),
    endings: drill.outcomes.map(({ id, when }) => ({
      id,
      test: when ? layout.compile(when) : null,
    })),
    byFact,
    byVariable: groupBy(asked.map(({ variables }) => variables)),
    byTime: times.map((time) =>
      items.flatMap(({ when, unless, from_s, delay_s }, index) => {
        const own = [...(when ? listTimes(when) : []), ...(unless ? listTimes(unless) : [])];
        return from_s === time || (!when && from_s + delay_s === time) || own.includes(time)
          ? [index]
          : [];
      }),
    ),
    asks: asked.map(({ facts }) => facts.filter((bit) => !kept.has(bit))),
    onlyFor: new Map([...byFact].filter(([bit]) => !kept.has(bit))),
  };
}

function readAsked(layout: StateLayout, conditions: readonly (Condition | undefined)[]) {
  const facts: number[] = [];
  const variables: number[] = [];
  for (const condition of conditions) {
    if (!condition) continue;
    for (const { condition: member } of listMembers({ path: [], condition })) {
      if ('var' in member) variables.push(layout.variable(member.var));
      else facts.push(...layout.listFacts(member));
    }
  }
  return { facts, variables };
}

/** For each key, the places of the lists that hold it. */
function groupBy(lists: readonly (readonly number[])[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, keys] of lists.entries()) {
    for (const key of new Set(keys)) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  }
  return groups;
}
