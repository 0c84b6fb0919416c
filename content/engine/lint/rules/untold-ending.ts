import type { LintRule } from '../rule.ts';

export const untoldEnding: LintRule = {
  name: 'untold-ending',
  severity: 'error',
  reason:
    'The first outcome whose condition holds is told. Where none does, a play ends in silence.',
  remedy: 'Add a last outcome without `when`.',
  bad: `outcomes:
  - { id: open, when: { var: key_off, is: false } }
  - { id: late, title: Too late, when: { after: 18 }, text: It took long. }`,
  good: `outcomes:
  - { id: open, title: Still open, text: It goes on. }`,
  check: ({ drill, reach }) => {
    if (drill.outcomes.some(({ when }) => !when || !reach.mayFail(when))) return [];
    const message = 'Every outcome has a condition: where none holds, nothing is told.';
    return [{ path: ['outcomes'], message }];
  },
};
