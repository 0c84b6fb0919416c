import type { Condition } from '../format/condition-schema.ts';
import type { Drill } from '../format/drill-schema.ts';

export type Path = readonly (string | number)[];

export interface PlacedCondition {
  readonly path: Path;
  readonly condition: Condition;
}

/** Every condition of a drill, whole ones only, in the order of the drill. */
export function listConditions(drill: Drill): readonly PlacedCondition[] {
  const at = (path: Path, condition: Condition | undefined): PlacedCondition[] =>
    condition ? [{ path, condition }] : [];
  const each = (path: Path, list: readonly { readonly when: Condition }[]): PlacedCondition[] =>
    list.flatMap(({ when }, k) => at([...path, k, 'when'], when));
  return [
    ...drill.people.flatMap(({ moods }, i) =>
      moods.flatMap(({ when }, j) => at(['people', i, 'moods', j, 'when'], when)),
    ),
    ...drill.feed.flatMap(({ when, unless, replies }, i) => [
      ...at(['feed', i, 'when'], when),
      ...at(['feed', i, 'unless'], unless),
      ...replies.flatMap(({ reword, rerate }, j) => [
        ...each(['feed', i, 'replies', j, 'reword'], reword),
        ...each(['feed', i, 'replies', j, 'rerate'], rerate),
      ]),
    ]),
    ...drill.evidence.flatMap(({ available }, i) => at(['evidence', i, 'available'], available)),
    ...drill.tools.flatMap(({ available, outcomes }, i) => [
      ...at(['tools', i, 'available'], available),
      ...outcomes.flatMap(({ when, harm }, j) => [
        ...at(['tools', i, 'outcomes', j, 'when'], when),
        ...at(['tools', i, 'outcomes', j, 'harm', 'unless'], harm?.unless),
      ]),
    ]),
    ...drill.decisions.flatMap(({ opens, reword, none, options }, i) => [
      ...at(['decisions', i, 'opens'], opens),
      ...each(['decisions', i, 'reword'], reword),
      ...each(['decisions', i, 'none', 'rerate'], none.rerate),
      ...options.flatMap(({ done, rerate, harm }, j) => [
        ...at(['decisions', i, 'options', j, 'done'], done),
        ...each(['decisions', i, 'options', j, 'rerate'], rerate),
        ...at(['decisions', i, 'options', j, 'harm', 'unless'], harm?.unless),
      ]),
    ]),
    ...drill.updates.flatMap(({ opens, facts, forbidden }, i) => [
      ...at(['updates', i, 'opens'], opens),
      ...facts.flatMap(({ known }, j) => at(['updates', i, 'facts', j, 'known'], known)),
      ...forbidden.flatMap(({ unless }, j) => at(['updates', i, 'forbidden', j, 'unless'], unless)),
    ]),
    ...at(['handover', 'when'], drill.handover?.when),
    ...(drill.assistant?.answers ?? []).flatMap(({ when, acted }, i) => [
      ...at(['assistant', 'answers', i, 'when'], when),
      ...at(['assistant', 'answers', i, 'acted'], acted),
    ]),
    ...drill.hints.flatMap(({ when }, i) => at(['hints', i, 'when'], when)),
    ...drill.milestones.flatMap(({ when }, i) => at(['milestones', i, 'when'], when)),
    ...drill.truth.flatMap(({ when }, i) => at(['truth', i, 'when'], when)),
    ...drill.hypotheses.flatMap(({ when }, i) => at(['hypotheses', i, 'when'], when)),
    ...drill.outcomes.flatMap(({ when }, i) => at(['outcomes', i, 'when'], when)),
    ...drill.debrief.plays.flatMap(({ when }, i) => at(['debrief', 'plays', i, 'when'], when)),
    ...drill.debrief.feedback.flatMap(({ when }, i) =>
      at(['debrief', 'feedback', i, 'when'], when),
    ),
  ];
}

/** A condition and everything it is made of, outermost first. */
export function listMembers({ path, condition }: PlacedCondition): readonly PlacedCondition[] {
  const inner = (members: readonly Condition[], key: string): PlacedCondition[] =>
    members.flatMap((member, i) => listMembers({ path: [...path, key, i], condition: member }));
  const own = { path, condition };
  if ('all' in condition) return [own, ...inner(condition.all, 'all')];
  if ('any' in condition) return [own, ...inner(condition.any, 'any')];
  if ('not' in condition) {
    return [own, ...listMembers({ path: [...path, 'not'], condition: condition.not })];
  }
  return [own];
}
