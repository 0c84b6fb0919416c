import type { LoadRule } from '../rule.ts';

export const unknownField: LoadRule = {
  name: 'unknown-field',
  severity: 'error',
  reason: 'A misspelt field would be left unread, and nobody would know.',
  remedy: 'Mend its spelling, or take it away; `drillbook schema` lists the fields.',
  bad: `breif: You are on shift.`,
  good: `brief: You are on shift.`,
};
