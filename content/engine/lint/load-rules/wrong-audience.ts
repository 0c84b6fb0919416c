import type { LoadRule } from '../rule.ts';

export const wrongAudience: LoadRule = {
  name: 'wrong-audience',
  severity: 'error',
  reason: 'The note of a hand-over is read by whoever takes over.',
  remedy: 'Give the update `audience: handover`, or name one that has it.',
  bad: `roles:
  - { id: early, name: Early shift }
  - { id: late, name: Late shift }
updates:
  - { id: first-update, audience: executive }
handover: { update: first-update, to: late }`,
  good: `roles:
  - { id: early, name: Early shift }
  - { id: late, name: Late shift }
updates:
  - { id: first-update, audience: handover }
handover: { update: first-update, to: late }`,
};
