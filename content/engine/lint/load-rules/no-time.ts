import type { LoadRule } from '../rule.ts';

export const noTime: LoadRule = {
  name: 'no-time',
  severity: 'error',
  reason: 'A message without a time or a condition would never come.',
  remedy: 'Add `at` or `when`.',
  bad: `feed:
  - { id: notice, at: null }`,
  good: `feed:
  - { id: notice, at: 0 }`,
};
