import { listConditions, listMembers } from '../conditions.ts';
import { listEffects } from '../list-effects.ts';
import type { LintRule } from '../rule.ts';

export const idleVariable: LintRule = {
  name: 'idle-variable',
  severity: 'warning',
  reason:
    'A variable that nothing changes and nothing asks for is left over from an earlier draft.',
  remedy: 'Use it, or take it out of `state`.',
  bad: `state:
  calls: { kind: integer, min: 0, max: 3, initial: 0 }`,
  good: `state:
  key_off: { kind: flag }`,
  check: ({ drill }) => {
    const used = new Set([
      ...listConditions(drill)
        .flatMap(listMembers)
        .flatMap(({ condition }) => ('var' in condition ? [condition.var] : [])),
      ...listEffects(drill).flatMap(({ effect }) =>
        'set' in effect ? [effect.set] : 'add' in effect ? [effect.add] : [],
      ),
    ]);
    return Object.keys(drill.state)
      .filter((name) => !used.has(name))
      .map((name) => ({
        path: ['state', name],
        message: `Nothing changes "${name}" and nothing asks for it.`,
      }));
  },
};
