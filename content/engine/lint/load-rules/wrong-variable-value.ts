import type { LoadRule } from '../rule.ts';

export const wrongVariableValue: LoadRule = {
  name: 'wrong-variable-value',
  severity: 'error',
  reason:
    'A variable never takes a value outside its declaration, so what waits for it waits in vain.',
  remedy: 'Use a value that its declaration under `state` allows.',
  bad: `tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ set: key_off, to: gone }] }`,
  good: `tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ set: key_off, to: true }] }`,
};
