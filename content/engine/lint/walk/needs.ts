import { listKeys } from '../../drill/condition.ts';
import type { Condition } from '../../format/condition-schema.ts';
import type { Drill, Effect } from '../../format/drill-schema.ts';
import { listMembers } from '../conditions.ts';

/** Facts and variables on which some conditions depend, over however many steps. */
export interface Needs {
  readonly facts: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

/** A way to come to some facts, or to set variables, and the conditions of doing so. */
interface Source {
  readonly facts: readonly string[];
  readonly effects?: readonly Effect[];
  readonly conditions: readonly (Condition | undefined)[];
}

/**
 * What has to be followed to know whether conditions can hold: everything else of a drill changes
 * nothing about them, so moments that differ in nothing else are one moment of a walk. When a
 * decision opens is always followed; `asked` is what is asked beside that, such as which ending is told.
 */
export function findNeeds(drill: Drill, asked: readonly (Condition | undefined)[]): Needs {
  const facts = new Set<string>();
  const variables = new Set<string>();
  const need = (condition: Condition | undefined): void => {
    if (!condition) return;
    for (const { condition: member } of listMembers({ path: [], condition })) {
      if ('var' in member) variables.add(member.var);
      else for (const fact of listFacts(member)) facts.add(fact);
    }
  };
  drill.decisions.forEach(({ opens }) => need(opens));
  asked.forEach(need);
  const sources = listSources(drill);
  for (let known = -1; known < facts.size + variables.size;) {
    known = facts.size + variables.size;
    for (const source of sources) {
      const gives = source.facts.some((fact) => facts.has(fact));
      if (gives || matters(source.effects ?? [], variables)) source.conditions.forEach(need);
    }
  }
  return { facts, variables };
}

/** Whether effects change one of these variables, or end the drill. */
export function matters(effects: readonly Effect[], variables: ReadonlySet<string>): boolean {
  return effects.some(
    (effect) =>
      'end' in effect ||
      ('set' in effect && variables.has(effect.set)) ||
      ('add' in effect && variables.has(effect.add)),
  );
}

function listFacts(condition: Condition): readonly string[] {
  if ('all' in condition || 'any' in condition || 'not' in condition) return [];
  return 'var' in condition || 'after' in condition ? [] : listKeys(condition);
}

function listSources(drill: Drill): readonly Source[] {
  return [
    ...drill.feed.flatMap(({ id, when, unless, replies, expects }): Source[] => [
      { facts: [`delivered:${id}`, `answered:${id}`], conditions: [when, unless] },
      { facts: [], effects: expects?.missed ?? [], conditions: [when, unless] },
      ...replies.map(({ id: reply, effects }) => ({
        facts: [`answered:${id}/${reply}`],
        effects,
        conditions: [when, unless],
      })),
    ]),
    ...drill.evidence.map(({ id, available, roles }) => ({
      facts: [`opened:${id}`],
      conditions: [available, ...(roles && drill.handover ? listShiftConditions(drill) : [])],
    })),
    ...drill.tools.flatMap(({ id, available, outcomes }) =>
      outcomes.map(({ id: outcome, when, effects }) => ({
        facts: [`used:${id}`, `used:${id}/${outcome}`],
        effects,
        conditions: [available, when],
      })),
    ),
    ...drill.updates.map(({ id, opens }) => ({ facts: [`sent:${id}`], conditions: [opens] })),
    ...drill.clues.map((clue) => ({
      facts: [`cited:${clue.id}`],
      conditions: [
        'evidence' in clue
          ? { opened: clue.evidence }
          : 'feed' in clue
            ? { delivered: clue.feed }
            : { used: clue.tool, outcome: [clue.outcome] },
      ],
    })),
  ];
}

/** What another shift's own evidence waits for. */
function listShiftConditions({ handover }: Drill): readonly (Condition | undefined)[] {
  return handover ? [handover.when, { sent: handover.update }] : [];
}
