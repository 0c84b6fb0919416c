import type { Condition } from '../../format/condition-schema.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { longestValue } from '../../drill/tool-arguments.ts';
import { findShadow, listTaken, mayMatch } from '../outcome-order.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

type Listed = 'feed' | 'evidence' | 'tools' | 'decisions' | 'updates';
const named: Record<Listed, string> = {
  feed: 'The feed item',
  evidence: 'The evidence',
  tools: 'The tool',
  decisions: 'The decision',
  updates: 'The update',
};

export const unreachable: LintRule = {
  name: 'unreachable',
  severity: 'error',
  reason: 'What no play can reach was written in vain, and points behind it cannot be earned.',
  remedy: 'Change the condition or the time, or remove it.',
  bad: `feed:
  - id: late
    kind: mail
    at: 25
    from: ines
    subject: Any news?
    body: Please tell me.`,
  good: `feed:
  - id: late
    kind: mail
    at: 15
    from: ines
    subject: Any news?
    body: Please tell me.`,
  check: (subject) => [
    ...(Object.keys(named) as Listed[]).flatMap((list) => findUnreached(subject, list)),
    ...findLostOutcomes(subject),
    ...findLostConditions(subject, 'hints', 'The hint'),
    ...findLostConditions(subject, 'milestones', 'The milestone'),
    ...findLostEndings(subject),
  ],
};

function findUnreached({ drill, reach }: LintSubject, list: Listed): LintHit[] {
  return (drill[list] as readonly { readonly id: string }[]).flatMap(({ id }, index) =>
    reach[list].has(id)
      ? []
      : [
          {
            path: [list, index, ...(list === 'feed' ? findCause(drill, reach, index) : [])],
            message: `${named[list]} "${id}" can never be reached.`,
          },
        ],
  );
}

/** The field that keeps a feed item away, where it is one alone. */
function findCause(drill: Drill, reach: LintSubject['reach'], index: number): readonly string[] {
  const item = drill.feed[index];
  if (item?.at !== undefined && item.at + item.delay >= drill.ends_at) return ['at'];
  const comes = !item?.when || reach.earliest(item.when) < Infinity;
  const begun = item?.when ? Math.max(item.at ?? 0, reach.earliest(item.when)) : Infinity;
  if (item && begun < drill.ends_at && begun + item.delay >= drill.ends_at) return ['delay'];
  return item?.unless && comes ? ['unless'] : [];
}

function findLostOutcomes({ drill, reach }: LintSubject): LintHit[] {
  return drill.tools.flatMap((tool, i) =>
    tool.outcomes.flatMap((outcome, j): LintHit[] => {
      const path = ['tools', i, 'outcomes', j];
      const lost = `The outcome "${outcome.id}" of "${tool.id}" can never come`;
      if (!mayMatch(tool, outcome)) {
        const isListed = tool.args.some(
          ({ id, values }) => values && Object.hasOwn(outcome.match ?? {}, id),
        );
        return isListed
          ? [
              {
                path,
                message: `${lost}: no listed value matches.`,
                remedy: 'Match a value of the list, or add the value to it.',
              },
            ]
          : [
              {
                path,
                message: `${lost}: its argument takes no such text.`,
                remedy: `Match a text of the form of its pattern, of at most ${longestValue} characters.`,
              },
            ];
      }
      const shadow = findShadow(tool, outcome);
      if (shadow) {
        const remedy = `Put it before "${shadow.id}", or narrow "${shadow.id}".`;
        return [{ path, message: `${lost}: "${shadow.id}" stands before it.`, remedy }];
      }
      const taken = listTaken(tool, outcome).map(({ argument, value, by }) => ({
        path: [...path, 'match', argument],
        words: value,
        message: `"${value}" never comes to the outcome "${outcome.id}": "${by.id}" takes it before.`,
        remedy: `Take it away here, or from "${by.id}".`,
      }));
      if (taken.length > 0) return taken;
      if (!reach.tools.has(tool.id) || reach.outcomes.has(`${tool.id}/${outcome.id}`)) return [];
      return [{ path, message: `${lost}: its condition never holds.` }];
    }),
  );
}

function findLostConditions(
  { drill, reach }: LintSubject,
  list: 'hints' | 'milestones',
  name: string,
): LintHit[] {
  const items: readonly (Drill['hints'][number] | Drill['milestones'][number])[] = drill[list];
  return items.flatMap(({ id, when }, index) =>
    !when || reach.earliest(when) < Infinity
      ? []
      : [{ path: [list, index], message: `${name} "${id}" can never be reached.` }],
  );
}

/** The first outcome that holds is told, so one that always holds hides those after it. */
function findLostEndings({ drill, reach }: LintSubject): LintHit[] {
  const fallback = drill.outcomes.findIndex(({ when }) => !when || !reach.mayFail(when));
  return drill.outcomes.flatMap(({ id, when }, index): LintHit[] => {
    const path = ['outcomes', index];
    if (fallback >= 0 && index > fallback) {
      const first = drill.outcomes[fallback]?.id ?? '';
      const message = `The outcome "${id}" is never told: "${first}" before it always holds.`;
      return [{ path, message, remedy: `Put "${first}" last.` }];
    }
    const before =
      when && drill.outcomes.slice(0, index).find((one) => one.when && follows(when, one.when));
    if (before) {
      const message = `The outcome "${id}" is never told: "${before.id}" before it holds whenever it does.`;
      return [{ path, message, remedy: `Put it before "${before.id}".` }];
    }
    if (!when || reach.earliest(when) < Infinity) return [];
    return [{ path, message: `The outcome "${id}" is never told: its condition never holds.` }];
  });
}

/** Whether `wide` holds wherever `narrow` does, as far as their parts tell. */
function follows(narrow: Condition, wide: Condition): boolean {
  const held = new Set(listConjuncts(narrow));
  return listConjuncts(wide).every((part) => held.has(part));
}

function listConjuncts(condition: Condition): readonly string[] {
  return 'all' in condition ? condition.all.flatMap(listConjuncts) : [JSON.stringify(condition)];
}
