import type { LoadRule } from '../rule.ts';

export const wrongValue: LoadRule = {
  name: 'wrong-value',
  severity: 'error',
  reason: 'A value outside its bounds would break a play or its score.',
  remedy: 'Write a value of the form that is named.',
  bad: `minutes: 500`,
  good: `minutes: 25`,
};
