import type { BareToken } from './token.ts';

// What looks like a doubt and is none.

/** "They did not view any of them", "could not view it": looked at. "We have no view of it" is a doubt. */
export function isViewed(clause: readonly BareToken[], at: number, to: number): boolean {
  return clause[to]?.text === 'view' && to === at + 1 && clause[at]?.text !== 'no';
}

/** "The server does not answer since nine": not "we cannot answer", "that does not answer how". */
export function isSilence(clause: readonly BareToken[], at: number, to: number): boolean {
  const next = clause[to + 1]?.text ?? '';
  return (
    /^answer(?:s|ed|ing)?$/.test(clause[to]?.text ?? '') &&
    (next === '' || /^(?:since|at|from|any|to|for|after|on)$/.test(next)) &&
    !clause
      .slice(0, at)
      .some(({ text }) =>
        /^(?:we|i|they|he|she|nobody|can|could|yet|question|questions|that|this)$/.test(text),
      )
  );
}
