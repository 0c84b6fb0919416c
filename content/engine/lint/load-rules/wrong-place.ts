import type { LoadRule } from '../rule.ts';

export const wrongPlace: LoadRule = {
  name: 'wrong-place',
  severity: 'error',
  reason: 'An exercise is found by its folder: one that lies elsewhere is never played.',
  remedy: 'Put it at exercises/KIND/NAME.yaml, in the folder of its own kind.',
  bad: `exercise: { kind: triage }`,
  good: `exercise: { kind: code-review }`,
};
