import type { LoadRule } from '../rule.ts';

export const noReplies: LoadRule = {
  name: 'no-replies',
  severity: 'error',
  reason: 'A reply that is expected has to be offered.',
  remedy: 'Add `replies`, or expect `acknowledge`.',
  bad: `feed:
  - { id: notice, expects: { answer: reply, within: 5 } }`,
  good: `feed:
  - { id: notice, expects: { answer: acknowledge, within: 5 } }`,
};
