import { findConstantConditions } from '../constant-conditions.ts';
import type { LintRule } from '../rule.ts';

export const needlessCondition: LintRule = {
  name: 'needless-condition',
  severity: 'warning',
  reason: 'A condition that always holds says that something was meant and not said.',
  remedy: 'Remove it, or say what was meant.',
  bad: `decisions:
  - id: key
    opens: { after: 0 }`,
  good: `decisions:
  - id: key
    opens: { after: 3 }`,
  check: (subject) =>
    findConstantConditions(
      subject,
      'This condition always holds.',
      ({ reach }, condition) => !reach.mayFail(condition),
    ),
};
