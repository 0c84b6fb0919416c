import type { LoadRule } from '../rule.ts';

export const reservedId: LoadRule = {
  name: 'reserved-id',
  severity: 'error',
  reason: '`none` is how a log names doing nothing.',
  remedy: 'Give the option another id.',
  bad: `decisions:
  - id: key
    options:
      - { id: none, text: Wait and see until noon, rating: 1, reason: The harm goes on. }`,
  good: `decisions:
  - id: key
    options:
      - { id: wait, text: Wait and see until noon, rating: 1, reason: The harm goes on. }`,
};
