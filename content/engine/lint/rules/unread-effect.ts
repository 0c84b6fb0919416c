import { listConditions, listMembers } from '../conditions.ts';
import { listEffects } from '../list-effects.ts';
import type { LintRule } from '../rule.ts';

export const unreadEffect: LintRule = {
  name: 'unread-effect',
  severity: 'warning',
  reason: 'An effect that no condition asks for changes nothing: what it was to do was forgotten.',
  remedy: 'Ask for the variable in a condition, or take the effect away.',
  bad: `state:
  owner_told: { kind: flag }
tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ set: key_off, to: true }, { set: owner_told, to: true }] }`,
  good: `tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ set: key_off, to: true }] }`,
  check: ({ drill }) => {
    const read = new Set(
      listConditions(drill)
        .flatMap(listMembers)
        .flatMap(({ condition }) => ('var' in condition ? [condition.var] : [])),
    );
    return listEffects(drill).flatMap(({ path, effect }) => {
      const name = 'set' in effect ? effect.set : 'add' in effect ? effect.add : null;
      if (name === null || read.has(name)) return [];
      return [{ path, message: `No condition asks for "${name}", which this changes.` }];
    });
  },
};
