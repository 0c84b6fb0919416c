import type { Decision, Drill } from '../../format/drill-schema.ts';
import { findReach } from '../reach.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const lateClue: LintRule = {
  name: 'late-clue',
  severity: 'error',
  reason:
    'A decision asks for what it rests on. What can be found only after it was taken, or after it closed, can never be cited there.',
  remedy: 'Let the clue be found earlier, or ask for one that can be.',
  bad: `evidence:
  - { id: trail, available: { decided: key } }
  - { id: commit, available: { decided: key } }`,
  good: `evidence:
  - { id: trail, available: { decided: key } }`,
  check: (subject) =>
    subject.drill.decisions.flatMap((decision, index): LintHit[] => {
      const { id, citations } = decision;
      if (!citations) return [];
      const { late, inTime } = sortClues(subject, decision);
      if (inTime >= citations.required || late.length === 0) return [];
      const names = late.map((clue) => `"${clue}"`).join(', ');
      const message = `"${id}" asks for ${citations.required} of its clues, but ${names} can be found only once it is over.`;
      return [{ path: ['decisions', index, 'citations'], message }];
    }),
};

/** Clues that a decision accepts: how many can be found before it, and which only after. */
function sortClues(
  { prepared, reach }: LintSubject,
  decision: Decision,
): { readonly late: readonly string[]; readonly inTime: number } {
  const required = decision.citations?.required ?? 0;
  const found = (decision.citations?.accepts ?? [])
    // What is never found at all is told as unreachable.
    .filter((clue) => reach.earliest({ cited: clue }) < Infinity);
  const free = found.filter((clue) => liesOpen(prepared.drill, clue));
  if (free.length >= required) return { late: [], inTime: free.length };
  // Whatever a play without this decision still finds does not hang on it.
  const without = findReach({
    ...prepared,
    drill: {
      ...prepared.drill,
      decisions: prepared.drill.decisions.filter(({ id }) => id !== decision.id),
    },
  });
  const closes_s = findClosing(decision, reach.decisions.get(decision.id) ?? Infinity);
  const late = found.filter((clue) => without.earliest({ cited: clue }) >= closes_s);
  return { late, inTime: found.length - late.length };
}

/** In evidence that is there from the start. */
function liesOpen({ clues, evidence }: Drill, wanted: string): boolean {
  const clue = clues.find(({ id }) => id === wanted);
  if (!clue || !('evidence' in clue)) return false;
  return evidence.some(({ id, available }) => id === clue.evidence && available === undefined);
}

/** When it closes in every play; Infinity where that hangs on what is done, or never is. */
function findClosing({ opens, closes_after }: Decision, opens_s: number): number {
  const fixed = opens === undefined || 'after' in opens;
  return fixed && closes_after !== undefined ? opens_s + closes_after : Infinity;
}
