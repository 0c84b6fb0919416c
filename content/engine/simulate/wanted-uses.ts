import type { Deed } from '../drill/attempt-log.ts';
import { listKeys } from '../drill/condition.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Condition } from '../format/condition-schema.ts';
import type { Drill, Tool, ToolOutcome } from '../format/drill-schema.ts';

/** Uses of tools that lead to a milestone and do no harm, as they are to be had now. */
export function listWantedUses(
  prepared: PreparedDrill,
  state: DrillState,
): readonly { readonly name: string; readonly deed: Deed }[] {
  const { facts, variables } = findWanted(prepared.drill);
  return prepared.tools.flatMap(({ item: tool, test }) => {
    if (test && !test(state)) return [];
    return tool.outcomes.flatMap((outcome) => {
      const helps =
        facts.has(`used:${tool.id}`) ||
        facts.has(`used:${tool.id}/${outcome.id}`) ||
        outcome.effects.some(
          (effect) => 'set' in effect && variables.get(effect.set) === effect.to,
        );
      if (!helps || outcome.harm) return [];
      if (outcome.when && !prepared.test(outcome.when)(state)) return [];
      const data = { tool: tool.id, args: chooseArguments(tool, outcome) };
      return [{ name: `use ${tool.id}/${outcome.id}`, deed: { kind: 'tool_used' as const, data } }];
    });
  });
}

function chooseArguments(tool: Tool, outcome: ToolOutcome): Record<string, string> {
  return Object.fromEntries(
    tool.args.map(({ id, values }) => [
      id,
      [outcome.match?.[id] ?? values?.[0] ?? 'anything'].flat()[0] ?? 'anything',
    ]),
  );
}

/** The facts and values that milestones ask for; what they ask not to be so is left out. */
function findWanted(drill: Drill) {
  const facts = new Set<string>();
  const variables = new Map<string, boolean | number | string>();
  const want = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(want);
    else if ('any' in condition) condition.any.forEach(want);
    else if ('is' in condition) variables.set(condition.var, condition.is);
    else if ('not' in condition || 'var' in condition || 'after' in condition) return;
    else for (const key of listKeys(condition)) facts.add(key);
  };
  drill.milestones.forEach(({ when }) => want(when));
  return { facts, variables };
}
