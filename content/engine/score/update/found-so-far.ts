import type { BareToken } from './token.ts';

/** Words that a clause may begin with before it denies. */
const before =
  /^(?:and|but|so|far|up|to|until|now|date|there|we|i|is|are|was|were|has|have|had|been|we've|still)$/;

/** "No forged ones so far", "we have had no reports up to now": what was found until now, told at its "far" or "now". */
export function isFoundSoFar(clause: readonly BareToken[], at: number): boolean {
  const [two, one, here] = [-2, -1, 0].map((offset) => clause[at + offset]?.text ?? '');
  const ends =
    (here === 'far' && one === 'so') ||
    (here === 'now' && (one === 'until' || (one === 'to' && two === 'up'))) ||
    (here === 'date' && one === 'to') ||
    // "None successful in the logs we have".
    (here === 'have' &&
      one === 'we' &&
      /^(?:logs?|records?|data|traces|files|evidence|copies)$/.test(two ?? ''));
  if (!ends || clause.length > 12) return false;
  const denied = clause.findIndex(({ text }) => /^(?:no|none|nothing|nobody)$/.test(text));
  return denied >= 0 && clause.slice(0, denied).every(({ text }) => before.test(text));
}
