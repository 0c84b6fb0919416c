import type { LoadRule } from '../rule.ts';

export const noFallback: LoadRule = {
  name: 'no-fallback',
  severity: 'error',
  reason: 'A tool that fits none of its outcomes would have no answer.',
  remedy: 'Add a last outcome without `match` and `when`.',
  bad: `tools:
  - id: key-off
    outcomes:
      - { id: done, when: { after: 5 } }`,
  good: `tools:
  - id: key-off
    outcomes:
      - { id: done, when: { after: 5 } }
      - { id: no, answer: Not yet. }`,
};
