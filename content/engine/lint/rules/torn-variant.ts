import { locateClues } from '../../drill/citation.ts';
import { instantiateWith } from '../../drill/instantiate.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const tornVariant: LintRule = {
  name: 'torn-variant',
  severity: 'error',
  reason:
    'A clue that a variant loses cannot be cited there, so what rests on it cannot be earned.',
  remedy: 'Let the clue hold the whole literal, or none of it.',
  bad: `parameters:
  - { id: time, literal: 'pushed at 08:46 by', values: ['pushed at 07:31 by'] }`,
  good: `parameters:
  - { id: time, literal: '08:46', values: ['07:31'] }`,
  check: (subject) => {
    const lost = new Set(listClues(subject));
    // What is lost in the drill as written is reported as lost-clue.
    const located = locateClues(subject.drill, subject.prepared.evidence);
    const whole = new Set(located.map(({ clue }) => clue));
    return subject.drill.clues.flatMap(({ id }, index): LintHit[] =>
      lost.has(id) && whole.has(id)
        ? [
            {
              path: ['clues', index],
              message: `The clue "${id}" is not found where a parameter takes another value.`,
            },
          ]
        : [],
    );
  },
};

/** Clues that some variant loses: each value of every parameter is tried once. */
function listClues({ drill, prepared }: LintSubject): readonly string[] {
  const most = Math.max(
    0,
    ...drill.parameters.map((one) => ('values' in one ? one.values.length : 0)),
  );
  return Array.from({ length: most }, (_, turn) => {
    const variant = instantiateWith(drill, prepared.evidence, (_parameter, count) => turn % count);
    const found = new Set(locateClues(variant.drill, variant.evidence).map(({ clue }) => clue));
    return variant.drill.clues.flatMap(({ id }) => (found.has(id) ? [] : [id]));
  }).flat();
}
