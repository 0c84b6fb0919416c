import { findConstantConditions } from '../constant-conditions.ts';
import { findUnmetConditions } from '../find-unmet-conditions.ts';
import type { LintRule } from '../rule.ts';

export const impossibleCondition: LintRule = {
  name: 'impossible-condition',
  severity: 'error',
  reason: 'A condition that never holds hides what depends on it.',
  remedy: 'Name something that can happen before the drill ends.',
  bad: `decisions:
  - id: key
    opens: { after: 30 }`,
  good: `decisions:
  - id: key
    opens: { after: 3 }`,
  check: (subject) => [
    ...findConstantConditions(
      subject,
      'This condition can never hold.',
      ({ reach }, condition) => reach.earliest(condition) === Infinity,
    ),
    ...findUnmetConditions(subject),
  ],
};
