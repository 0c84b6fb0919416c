import type { LoadRule } from '../rule.ts';

export const missingField: LoadRule = {
  name: 'missing-field',
  severity: 'error',
  reason: 'The engine relies on every field that is not marked as optional.',
  remedy: 'Add the field.',
  bad: `severity: null`,
  good: `severity: { level: medium }`,
};
