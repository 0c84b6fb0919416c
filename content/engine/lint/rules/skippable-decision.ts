import type { Condition } from '../../format/condition-schema.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { listMembers } from '../conditions.ts';
import { findReach } from '../reach.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const skippableDecision: LintRule = {
  name: 'skippable-decision',
  severity: 'warning',
  reason:
    'A decision that is not asked costs nothing. One that waits for a deed that nothing asks for spares whoever looks least.',
  remedy: 'Open it by the clock too, or let a rule of the score ask for the deed.',
  bad: `decisions:
  - { id: key, opens: { opened: trail } }`,
  good: `decisions:
  - { id: key, opens: { any: [{ opened: trail }, { after: 5 }] } }`,
  check: ({ drill, prepared, reach }) => {
    const plain = leaveOptional(drill);
    const asked = findReach({ ...prepared, drill: plain }).decisions;
    const skipped = new Set(
      drill.decisions.flatMap(({ id }) => (reach.decisions.has(id) && !asked.has(id) ? [id] : [])),
    );
    return drill.decisions.flatMap(({ id, opens }, index): LintHit[] => {
      if (!opens || !skipped.has(id) || waitsForOther(id)) return [];
      const deeds = listDeeds(opens).join(' or ');
      const message = `"${id}" is asked only of somebody who ${deeds || 'opens evidence or uses a tool'}, which nothing asks for.`;
      return [{ path: ['decisions', index, 'opens'], message }];
    });

    /** Whether it would be asked if the others were. */
    function waitsForOther(id: string): boolean {
      const decisions = plain.decisions.map((one) =>
        one.id !== id && skipped.has(one.id) ? { ...one, opens: undefined } : one,
      );
      return findReach({ ...prepared, drill: { ...plain, decisions } }).decisions.has(id);
    }
  },
};

/**
 * The drill for somebody who answers, decides and reports, and does of all else what a rule of the
 * score asks for alone.
 */
function leaveOptional(drill: Drill): Drill {
  const { scoring, milestones, evidence, tools, clues } = drill;
  const scored = scoring.rules.filter(({ weight }) => weight > 0).map(({ milestone }) => milestone);
  const wanted = milestones
    .filter(({ id }) => scored.includes(id))
    .flatMap(({ when }) => listMembers({ path: [], condition: when }))
    .map(({ condition }) => condition);
  const asks = (condition: (wanted: Condition) => boolean): boolean => wanted.some(condition);
  return {
    ...drill,
    evidence: evidence.filter(({ id }) => asks((one) => 'opened' in one && one.opened === id)),
    clues: clues.filter(({ id }) => asks((one) => 'cited' in one && one.cited === id)),
    tools: tools.filter(
      ({ id, outcomes }) =>
        asks((one) => 'used' in one && one.used === id) ||
        outcomes.some(({ effects }) =>
          effects.some((effect) => {
            const changed = 'set' in effect ? effect.set : 'add' in effect ? effect.add : null;
            return asks((one) => 'var' in one && one.var === changed);
          }),
        ),
    ),
  };
}

function listDeeds(opens: Condition): readonly string[] {
  return listMembers({ path: [], condition: opens }).flatMap(({ condition }) => {
    if ('opened' in condition) return [`opens "${condition.opened}"`];
    if ('used' in condition) return [`uses "${condition.used}"`];
    return 'cited' in condition ? [`cites "${condition.cited}"`] : [];
  });
}
