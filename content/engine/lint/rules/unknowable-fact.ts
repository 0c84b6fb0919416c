import { writeMinute } from '../write-minute.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unknowableFact: LintRule = {
  name: 'unknowable-fact',
  severity: 'error',
  reason:
    'An update is judged by what could be known when it was due. A fact that nobody can know by then is never asked for, and its point cannot be earned.',
  remedy: 'Let it be known earlier, or let the update be due later.',
  bad: `updates:
  - id: first-update
    due: 10
    facts:
      - { id: next, known: { after: 12 } }`,
  good: `updates:
  - id: first-update
    due: 15
    facts:
      - { id: next, known: { after: 12 } }`,
  check: ({ drill, reach }) =>
    drill.updates.flatMap(({ id, due, facts }, i) =>
      facts.flatMap((fact, j): LintHit[] => {
        const from_s = fact.known ? reach.earliest(fact.known) : 0;
        // What is never known at all is told as an impossible condition.
        if (from_s <= due || from_s === Infinity) return [];
        const message = `"${fact.id}" is known from ${writeMinute(from_s)} at the earliest, but "${id}" is due at ${writeMinute(due)}.`;
        return [{ path: ['updates', i, 'facts', j, 'known'], message }];
      }),
    ),
};
