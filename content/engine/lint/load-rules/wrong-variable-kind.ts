import type { LoadRule } from '../rule.ts';

export const wrongVariableKind: LoadRule = {
  name: 'wrong-variable-kind',
  severity: 'error',
  reason: 'A flag cannot be counted, and a number is compared by `at_least` or `is`.',
  remedy: 'Use what fits the kind, or declare the variable as another.',
  bad: `decisions:
  - id: key
    opens: { var: key_off, at_least: 2 }`,
  good: `decisions:
  - id: key
    opens: { var: key_off, is: false }`,
};
