import { listTwins } from '../list-twins.ts';
import { findReach } from '../reach.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const tornTruth: LintRule = {
  name: 'torn-truth',
  severity: 'error',
  reason:
    'An event of the truth rests on what can be found in the play in which it is true. A clue of the other twin tells of another truth.',
  remedy: 'Cite a clue of the same twin, or give the clue’s place the condition of the event.',
  bad: `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: commit, available: { var: own, is: true } }]
truth:
  - { id: use, clues: [first-use, public-since], when: { var: own, is: false } }`,
  good: `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: commit, available: { var: own, is: true } }]
truth:
  - { id: use, clues: [first-use], when: { var: own, is: false } }`,
  check: ({ drill, prepared }) => {
    const twins = listTwins(drill).map(({ of, twin }) => ({
      of,
      reach: findReach({ ...prepared, drill: twin }),
    }));
    return drill.truth.flatMap(({ id, clues, when }, index): LintHit[] => {
      const own = twins.filter(({ reach }) => !when || reach.earliest(when) < Infinity);
      const isFound = (clue: string, { reach }: (typeof twins)[number]): boolean =>
        reach.earliest({ cited: clue }) < Infinity;
      const strange = clues.flatMap((clue, at): LintHit[] =>
        own.some((twin) => isFound(clue, twin)) || !twins.some((twin) => isFound(clue, twin))
          ? []
          : [
              {
                path: ['truth', index, 'clues', at],
                message: `"${clue}" can be found only in plays in which "${id}" is not true.`,
              },
            ],
      );
      const bare = own.find((twin) => !clues.some((clue) => isFound(clue, twin)));
      if (strange.length > 0 || !bare || bare.of === '') return strange;
      const message = `None of the clues of "${id}" can be found${bare.of}, and it is true there.`;
      return [{ path: ['truth', index, 'clues'], message }];
    });
  },
};
