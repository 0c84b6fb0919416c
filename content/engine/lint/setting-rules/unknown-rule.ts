import type { RuleText } from '../rule.ts';

export const unknownRule: RuleText = {
  name: 'unknown-rule',
  severity: 'error',
  reason:
    'A severity or an exception for a rule that does not exist does nothing, and looks as if.',
  remedy: 'Name a rule as `drillbook lint --explain all` lists them.',
  bad: `pack: { lint: { severity: { long-texts: off } } }`,
  good: `pack: { lint: { severity: { long-text: 'off' } } }`,
};
