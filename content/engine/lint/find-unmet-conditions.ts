import type { Condition } from '../format/condition-schema.ts';
import { listConditions, listMembers, type PlacedCondition } from './conditions.ts';
import type { LintHit, LintSubject } from './rule.ts';

/**
 * Conditions whose parts can each be met, and never together: what a play has to do for one part
 * keeps it from another; counts that no play comes to; and messages that something keeps away whenever
 * they could come. The innermost are told; those that cannot hold by their words alone are not.
 */
export function findUnmetConditions({ drill, reach, findUnmet }: LintSubject): readonly LintHit[] {
  const joint = listConditions(drill)
    .flatMap(listMembers)
    .filter(
      ({ condition }) =>
        ('all' in condition && condition.all.length > 1) || 'at_least' in condition,
    );
  const kept = drill.feed.flatMap(({ id, unless }, index): PlacedCondition[] =>
    unless ? [{ path: ['feed', index, 'unless'], condition: { delivered: id } }] : [],
  );
  const possible = [...joint, ...kept].filter(
    ({ condition }) => reach.earliest(condition) < Infinity,
  );
  const distinct = new Map<string, Condition>();
  for (const { condition } of possible) distinct.set(JSON.stringify(condition), condition);
  if (distinct.size === 0) return [];
  const unmet = new Set([...findUnmet([...distinct.values()])].map((one) => JSON.stringify(one)));
  const hits = possible.filter(({ condition }) => unmet.has(JSON.stringify(condition)));
  return hits
    .filter((one) => !hits.some((other) => other !== one && liesWithin(other, one)))
    .map(({ path, condition }) => ({ path, ...tell(condition) }));
}

function tell(condition: Condition): Pick<LintHit, 'message' | 'remedy'> {
  if ('delivered' in condition) {
    return {
      message: `"${condition.delivered}" never comes: this holds whenever it could.`,
      remedy:
        'Every path was walked. Let `unless` name what not every play with this message does.',
    };
  }
  const remedy =
    'Every path was walked. Ask for what one play can do, or change what sets a variable.';
  const message =
    'at_least' in condition
      ? `No play brings "${condition.var}" to ${condition.at_least}.`
      : 'No play meets all parts of this condition at once.';
  return { message, remedy };
}

function liesWithin({ path: inner }: PlacedCondition, { path: outer }: PlacedCondition): boolean {
  return inner.length > outer.length && outer.every((key, index) => inner[index] === key);
}
