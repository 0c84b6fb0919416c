import type { LoadRule } from '../rule.ts';

export const wrongRole: LoadRule = {
  name: 'wrong-role',
  severity: 'error',
  reason: 'Who takes over a shift is somebody else.',
  remedy: 'Declare another role after the first, and name it under `handover`.',
  bad: `roles:
  - { id: early, name: Early shift }
  - { id: late, name: Late shift }
updates:
  - { id: first-update, audience: handover }
handover: { update: first-update, to: early }`,
  good: `roles:
  - { id: early, name: Early shift }
  - { id: late, name: Late shift }
updates:
  - { id: first-update, audience: handover }
handover: { update: first-update, to: late }`,
};
