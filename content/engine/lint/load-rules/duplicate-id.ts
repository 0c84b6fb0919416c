import type { LoadRule } from '../rule.ts';

export const duplicateId: LoadRule = {
  name: 'duplicate-id',
  severity: 'error',
  reason: 'Logs and citations name things by their id: two of one name cannot be told apart.',
  remedy: 'Give one of them another id.',
  bad: `people:
  - { id: ines, name: Ines Holm, role: Duty manager }
hypotheses:
  - { id: stranger, text: A stranger, true: true, any: [stranger] }
outcomes: [{ id: end, title: End, text: Over. }, { id: end, title: End, text: Over. }]`,
  good: `outcomes: [{ id: end, title: End, text: Over. }]`,
};
