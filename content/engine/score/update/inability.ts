import type { Token } from './token.ts';

/** The word that says that somebody cannot do something, in a clause. */
export function findInability(clause: readonly Token[]): Token | null {
  return (
    clause.find(
      ({ text, mood, negated }, at) =>
        mood !== 'open' &&
        (/^(?:cannot|can't|unable|couldn't|stuck)$/.test(text) ||
          (text === 'able' && negated) ||
          // "It kept 4,100 students from beginning their paper".
          (/^(?:kept|keeps|prevented|prevents|stopped|stops)$/.test(text) &&
            !negated &&
            clause.some(
              (word, from) =>
                from > at &&
                word.text === 'from' &&
                clause[from + 1]?.text.endsWith('ing') === true,
            )) ||
          // "Nobody can buy", "no berth can be booked".
          (text === 'can' &&
            clause.slice(0, at).some((word) => /^(?:nobody|no|none|nothing)$/.test(word.text))) ||
          (/^(?:could|can)$/.test(text) && /^(?:not|no)$/.test(clause[at + 1]?.text ?? ''))),
    ) ?? null
  );
}

/** "We send no more files", "it is no longer sold". */
export function findCeased(clause: readonly Token[]): Token | null {
  return (
    clause.find(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        /^(?:more|longer)$/.test(text) &&
        clause[at - 1]?.text === 'no' &&
        clause[at + 1]?.text !== 'than' &&
        clause
          .slice(0, at)
          .concat(clause.slice(at + 1, at + 2))
          .some(({ concept }) => concept?.act === true),
    ) ?? null
  );
}
