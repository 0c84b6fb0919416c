import type { LintHit, PackRule } from '../rule.ts';

/** With fewer decisions chance alone does as much. */
const leastDecisions = 12;
const mostShare = 0.45;

export const tellingPosition: PackRule = {
  name: 'telling-position',
  severity: 'warning',
  reason:
    'Options are shuffled in play, but whoever reads, prints or reviews a pack sees them in order: where the best is mostly at one place, the place is learnt.',
  remedy: 'Move the best options of some decisions to other places.',
  bad: `drills: [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]`,
  good: `drills: [{}, {}]`,
  checkPack: ({ drills }): LintHit[] => {
    const places = drills.flatMap(({ drill }) =>
      drill.decisions.map(({ options }) => {
        const best = Math.max(...options.map(({ rating }) => rating));
        return options.findIndex(({ rating }) => rating === best);
      }),
    );
    if (places.length < leastDecisions) return [];
    return [0, 1, 2, 3, 4].flatMap((place): LintHit[] => {
      const there = places.filter((one) => one === place).length;
      if (there <= mostShare * places.length) return [];
      const message = `The best option stands at place ${place + 1} in ${there} of ${places.length} decisions.`;
      return [{ path: [], message }];
    });
  },
};
