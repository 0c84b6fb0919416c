import { findConstantConditions } from '../constant-conditions.ts';
import { findUnmetConditions } from '../find-unmet-conditions.ts';
import type { Condition } from '../../format/condition-schema.ts';
import type { Reach } from '../reach.ts';
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
      (condition) => adviseOn(subject.reach, condition),
    ),
    ...findUnmetConditions(subject),
  ],
};

const listOf = {
  decided: 'decisions',
  opened: 'evidence',
  used: 'tools',
  delivered: 'feed',
  answered: 'feed',
  sent: 'updates',
} as const;

/** What a condition asks for may be kept away itself: there is what has to be mended. */
function adviseOn(reach: Reach, condition: Condition): string | undefined {
  if ('var' in condition) {
    return `Let something that can happen set "${condition.var}" so, or mend what keeps that away.`;
  }
  for (const [key, name] of Object.entries(condition)) {
    if (!Object.hasOwn(listOf, key) || reach[listOf[key as keyof typeof listOf]].has(String(name)))
      continue;
    return `Mend first what keeps "${String(name)}" away, or ask for something else.`;
  }
  return undefined;
}
