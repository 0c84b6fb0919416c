import type { LoadRule } from '../rule.ts';

export const wrongType: LoadRule = {
  name: 'wrong-type',
  severity: 'error',
  reason: 'A list, a text or fields where something else is expected cannot be read.',
  remedy: 'Look at `drillbook schema` for its form.',
  bad: `people: Ines Holm`,
  good: `people:
  - { id: ines, name: Ines Holm, role: Duty manager }`,
};
