import type { Decision, Drill, Effect } from '../../format/drill-schema.ts';
import { listMembers, type Path } from '../conditions.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const suddenEnd: LintRule = {
  name: 'sudden-end',
  severity: 'warning',
  reason:
    'Where an ordinary deed ends the drill before half of its decisions were asked, whoever does it by the way sees nothing of the rest.',
  remedy:
    'Take the end away, make the deed available once the last decision was asked, or, where it is a wrong answer, write an ending that tells of it.',
  bad: `tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ set: key_off, to: true }, { end: true }] }
decisions:
  - { id: key, opens: { after: 2 } }`,
  good: `tools:
  - id: key-off
    available: { decided: key }
    outcomes:
      - { id: done, effects: [{ set: key_off, to: true }, { end: true }] }
decisions:
  - { id: key, opens: { after: 2 } }`,
  check: (subject) => {
    const { drill, reach } = subject;
    const ends = listEnds(drill);
    if (ends.length === 0) return [];
    const walked = subject.walk().ends;
    return ends.flatMap(({ path, does }): LintHit[] => {
      const [first] = walked
        .filter(({ id }) => does(id))
        .sort((one, other) => one.asked - other.asked);
      if (!first || first.asked * 2 >= reach.decisions.size) return [];
      const { words, events } = first.way();
      const deed = words.length === 0 ? 'doing nothing' : words.join(', ');
      const message = `After ${deed}, the drill ends, and ${first.asked} of ${reach.decisions.size} decisions were asked.`;
      return [{ path, message, way: events }];
    });
  },
};

/** An effect that ends the drill without being meant as a branch, and how the walk names the deed. */
interface End {
  readonly path: Path;
  readonly does: (id: string) => boolean;
}

function listEnds(drill: Drill): readonly End[] {
  const one = (name: string) => (id: string) => id === name;
  const end = (path: Path, effects: readonly Effect[], does: End['does']): End[] => {
    const at = effects.findIndex((effect) => 'end' in effect);
    return at < 0 ? [] : [{ path: [...path, at], does }];
  };
  return [
    ...drill.feed.flatMap(({ id, replies, expects }, i) => [
      ...(expects && !isTold(drill, expects.missed, [])
        ? end(['feed', i, 'expects', 'missed'], expects.missed, one(`silence/feed/${id}`))
        : []),
      ...replies.flatMap((reply, j) =>
        end(['feed', i, 'replies', j, 'effects'], reply.effects, one(`feed/${id}/${reply.id}`)),
      ),
    ]),
    ...drill.tools.flatMap(({ id, outcomes }, i) =>
      outcomes.flatMap(({ id: outcome, effects, harm }, j) =>
        // What does harm may well be the end of it.
        harm
          ? []
          : end(['tools', i, 'outcomes', j, 'effects'], effects, one(`tool/${id}/${outcome}`)),
      ),
    ),
    ...drill.decisions.flatMap((decision, i) => [
      ...(isTold(drill, decision.none.effects, [`${decision.id}/none`])
        ? []
        : end(
            ['decisions', i, 'none', 'effects'],
            decision.none.effects,
            one(`silence/decision/${decision.id}`),
          )),
      ...decision.options.flatMap((option, j) =>
        isBranch(drill, decision, option)
          ? []
          : // The walk takes options that lead to the same as one.
            end(['decisions', i, 'options', j, 'effects'], option.effects, (id) =>
              id.startsWith(`decision/${decision.id}/`),
            ),
      ),
    ]),
  ];
}

/** A worse option after which it is over, and an ending says so. */
function isBranch(
  drill: Drill,
  { id, options }: Decision,
  { id: option, effects, rating, harm }: Decision['options'][number],
): boolean {
  if (harm) return true;
  const best = Math.max(...options.map((one) => one.rating));
  return rating < best && isTold(drill, effects, [id, `${id}/${option}`]);
}

/** Whether an ending asks for one of these decisions, or for a variable that the same effects change. */
function isTold(
  { outcomes }: Drill,
  effects: readonly Effect[],
  decided: readonly string[],
): boolean {
  const changed = effects.flatMap((effect) =>
    'set' in effect ? [effect.set] : 'add' in effect ? [effect.add] : [],
  );
  return outcomes.some(({ when }) =>
    (when ? listMembers({ path: [], condition: when }) : []).some(({ condition }) => {
      if ('var' in condition) return changed.includes(condition.var);
      if (!('decided' in condition)) return false;
      const { decided: decision, option } = condition;
      const named =
        option === undefined ? [decision] : [option].flat().map((one) => `${decision}/${one}`);
      return named.some((one) => decided.includes(one));
    }),
  );
}
