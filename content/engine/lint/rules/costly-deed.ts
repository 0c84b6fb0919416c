import type { Path } from '../conditions.ts';
import type { LintRule } from '../rule.ts';

/** The share of a drill that one deed may take. */
const most = 0.4;

export const costlyDeed: LintRule = {
  name: 'costly-deed',
  severity: 'warning',
  reason: 'A single deed that takes nearly half of the drill runs past whatever happens meanwhile.',
  remedy: 'Lower its `minutes`; half a minute is 0:30.',
  bad: `tools:
  - { id: key-off, minutes: 15 }`,
  good: `tools:
  - { id: key-off, minutes: 2 }`,
  check: ({ drill }) => {
    const deeds: { readonly path: Path; readonly name: string; readonly cost_s: number }[] = [
      ...drill.evidence.map(({ id, minutes }, i) => ({
        path: ['evidence', i, 'minutes'],
        name: `Opening "${id}"`,
        cost_s: minutes,
      })),
      ...drill.tools.flatMap(({ id, minutes, outcomes }, i) => [
        { path: ['tools', i, 'minutes'], name: `Using "${id}"`, cost_s: minutes },
        ...outcomes.map((outcome, j) => ({
          path: ['tools', i, 'outcomes', j, 'minutes'],
          name: `"${outcome.id}" of "${id}"`,
          cost_s: outcome.minutes ?? 0,
        })),
      ]),
      ...drill.feed.flatMap(({ id, replies }, i) =>
        replies.map((reply, j) => ({
          path: ['feed', i, 'replies', j, 'minutes'],
          name: `Answering "${id}" with "${reply.id}"`,
          cost_s: reply.minutes,
        })),
      ),
      ...drill.decisions.flatMap(({ id, options }, i) =>
        options.map((option, j) => ({
          path: ['decisions', i, 'options', j, 'minutes'],
          name: `"${option.id}" of "${id}"`,
          cost_s: option.minutes,
        })),
      ),
    ];
    return deeds
      .filter(({ cost_s }) => cost_s > most * drill.ends_at)
      .map(({ path, name, cost_s }) => ({
        path,
        message: `${name} takes ${cost_s / 60} of the ${drill.ends_at / 60} minutes that the drill lasts.`,
      }));
  },
};
