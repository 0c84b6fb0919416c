import type { LoadRule } from '../rule.ts';

export const wrongPlace: LoadRule = {
  name: 'wrong-place',
  severity: 'error',
  reason:
    'A file of a pack is found by its place and its name: one that lies elsewhere, or ends in .yml, is never read.',
  remedy:
    'Move or rename it as it is told there: an exercise lies at exercises/KIND/NAME.yaml, questions at questions/NAME.yaml.',
  bad: `exercise: { kind: triage }`,
  good: `exercise: { kind: code-review }`,
};
