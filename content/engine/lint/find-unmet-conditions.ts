import type { Condition } from '../format/condition-schema.ts';
import { listConditions, listMembers, type PlacedCondition } from './conditions.ts';
import type { LintHit, LintSubject } from './rule.ts';

/**
 * Conditions whose parts can each be met, and never together: what a play has to do for one part
 * keeps it from another. The innermost are told; those that cannot hold by their words alone are not.
 */
export function findUnmetConditions({ drill, reach, findUnmet }: LintSubject): readonly LintHit[] {
  const joint = listConditions(drill)
    .flatMap(listMembers)
    .filter(({ condition }) => 'all' in condition && condition.all.length > 1);
  const possible = joint.filter(({ condition }) => reach.earliest(condition) < Infinity);
  const distinct = new Map<string, Condition>();
  for (const { condition } of possible) distinct.set(JSON.stringify(condition), condition);
  if (distinct.size === 0) return [];
  const unmet = new Set([...findUnmet([...distinct.values()])].map((one) => JSON.stringify(one)));
  const hits = possible.filter(({ condition }) => unmet.has(JSON.stringify(condition)));
  return hits
    .filter((one) => !hits.some((other) => other !== one && liesWithin(other, one)))
    .map(({ path }) => ({
      path,
      message: 'No play meets all parts of this condition at once.',
      remedy:
        'Every path was walked. Ask for what one play can do, or change what sets a variable.',
    }));
}

function liesWithin({ path: inner }: PlacedCondition, { path: outer }: PlacedCondition): boolean {
  return inner.length > outer.length && outer.every((key, index) => inner[index] === key);
}
