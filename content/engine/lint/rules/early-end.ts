import type { LintHit, LintRule } from '../rule.ts';

export const earlyEnd: LintRule = {
  name: 'early-end',
  severity: 'warning',
  reason:
    'Where every answer to the decision that is asked first ends the drill, whoever answers it sees no other.',
  remedy:
    'End the drill at the last decision, or with the option alone after which nothing follows.',
  bad: `decisions:
  - id: key
    options:
      - { id: deactivate, effects: [{ end: true }] }
      - { id: delete, effects: [{ end: true }] }
      - { id: watch, effects: [{ end: true }] }
      - { id: ask, effects: [{ end: true }] }
  - id: next
    title: What next
    prompt: What is the next step?
    opens: { after: 10 }
    part: scoping
    weight: 1
    none: { rating: 1, reason: Nothing was done. }
    options:
      - { id: read, text: Read what the key did, rating: 6, reason: It tells how far it went. }
      - { id: wait, text: Wait for its owner, rating: 2, reason: The harm goes on meanwhile. }
      - { id: close, text: Close the case now, rating: 3, reason: Nobody knows what was read. }
      - { id: hand, text: Hand it to the next, rating: 4, reason: They start from nothing. }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, effects: [{ end: true }] }`,
  check: ({ drill, reach }) =>
    drill.decisions.flatMap(({ id, options }, index): LintHit[] => {
      const ends = options.every(({ effects }) => effects.some((effect) => 'end' in effect));
      if (!ends) return [];
      const opens_s = reach.decisions.get(id) ?? Infinity;
      const later = drill.decisions.filter((one) => (reach.decisions.get(one.id) ?? 0) > opens_s);
      if (later.length === 0) return [];
      const message = `Every option of "${id}" ends the drill, before "${later[0]?.id ?? ''}" is asked.`;
      return [{ path: ['decisions', index, 'options'], message }];
    }),
};
