import { findFalls } from '../find-falls.ts';
import type { LintRule } from '../rule.ts';

export const cheaperTier: LintRule = {
  name: 'cheaper-tier',
  severity: 'warning',
  reason:
    'Each tier of a hint gives more away. Where it costs less than the one before, asking on is cheaper than thinking.',
  remedy: 'Let each tier cost at least as much as the one before.',
  bad: `hints:
  - id: where
    tiers:
      - { text: Look at who used the key., cost: 1 }
      - { text: Look at the first row of the trail., cost: 2 }
      - { text: The first row is a stranger., cost: 0.5 }`,
  good: `hints:
  - id: where
    tiers:
      - { text: Look at who used the key., cost: 0.5 }
      - { text: Look at the first row of the trail., cost: 1 }
      - { text: The first row is a stranger., cost: 2 }`,
  check: ({ drill }) =>
    drill.hints.flatMap(({ id, tiers }, index) =>
      findFalls(id, tiers).map(({ tier, message }) => ({
        path: ['hints', index, 'tiers', tier, 'cost'],
        message,
      })),
    ),
};
