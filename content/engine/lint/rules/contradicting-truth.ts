import { findContradicted } from '../find-contradicted.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const contradictingTruth: LintRule = {
  name: 'contradicting-truth',
  severity: 'error',
  reason: 'Whoever reads the evidence right would be told that the truth was another.',
  remedy: 'Correct the time of the truth, or cite the record that tells of it.',
  bad: `truth:
  - { id: use, at: '2026-03-10T09:51:09Z' }`,
  good: `truth:
  - { id: use, at: '2026-03-10T08:51:09Z' }`,
  check: (subject) => {
    const contradicted = findContradicted(subject);
    return subject.drill.truth.flatMap(({ id, at }, index): LintHit[] => {
      const told = contradicted.get(id);
      if (!told) return [];
      const message = `The truth "${id}" is at ${at}; its evidence "${told.clue}" says ${told.at}.`;
      return [{ path: ['truth', index, 'at'], message }];
    });
  },
};
