import type { Drill } from '../../format/drill-schema.ts';
import type { Part } from '../../format/drill-terms.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** 2p − 1 at the highest confidence that can be stated. */
const surest = 0.98;

export const dearHint: LintRule = {
  name: 'dear-hint',
  severity: 'error',
  reason: 'Asking must never cost more than answering wrong.',
  remedy: 'Lower the costs of its tiers, the dearest first.',
  bad: `hints:
  - id: where
    tiers:
      - { text: Look., cost: 4 }
      - { text: Look at the trail., cost: 6 }
      - { text: Look at its first row., cost: 8 }`,
  good: `hints:
  - id: where
    tiers:
      - { text: Look., cost: 1 }
      - { text: Look at the trail., cost: 2 }
      - { text: Look at its first row., cost: 3 }`,
  check: ({ drill }) =>
    drill.hints.flatMap((hint, index): LintHit[] => {
      const cost = hint.tiers.reduce((sum, tier) => sum + tier.cost, 0);
      const worst = Number(findWorstLoss(drill, hint.part).toFixed(2));
      if (cost <= worst) return [];
      const message = `All tiers of "${hint.id}" cost ${cost}; the worst answer in ${hint.part} costs ${worst}.`;
      const costs = hint.tiers.map((tier) => tier.cost);
      const dearest = costs.indexOf(Math.max(...costs));
      return [{ path: ['hints', index, 'tiers', dearest, 'cost'], message }];
    }),
};

/** What the worst single answer of a part costs: a decision made wrong and in full confidence, or silence. */
function findWorstLoss(drill: Drill, part: Part): number {
  const sure = 1 + drill.scoring.confidence_cost * surest;
  const losses = [
    ...drill.decisions.map((decision) => ({ ...decision, weight: decision.weight * sure })),
    ...drill.scoring.rules,
    ...drill.updates,
    ...drill.feed.flatMap(({ expects }) => expects ?? []),
  ];
  return Math.max(0, ...losses.filter((loss) => loss.part === part).map(({ weight }) => weight));
}
