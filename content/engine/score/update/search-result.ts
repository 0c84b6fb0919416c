import type { BareToken } from './token.ts';

/** A deed behind "no", and that it was not seen. */
export function isSearchResult(clause: readonly BareToken[], at: number): boolean {
  const seen = clause.findIndex(
    ({ text }, to) =>
      to > at + 2 &&
      to <= at + 8 &&
      /^(?:seen|observed|detected|noticed)$/.test(text) &&
      /^(?:was|were|been)$/.test(clause[to - 1]?.text ?? ''),
  );
  return (
    seen > 0 &&
    /^(?:misuse|abuse|use|access|theft|attack|intrusion|copying)$/.test(clause[at + 1]?.text ?? '')
  );
}

/** "No package is known to be altered", "we know of no altered package": nobody says that there is none. */
export function isNoneKnown(clause: readonly BareToken[], at: number): boolean {
  const known = clause.findIndex(({ text }, to) => to > at + 1 && to <= at + 6 && text === 'known');
  if (
    clause[at - 1]?.text === 'of' &&
    /^(?:know|knows|knew|aware|heard|hear)$/.test(clause[at - 2]?.text ?? '')
  )
    return true;
  return (
    known > 0 &&
    /^(?:is|are|was|were)$/.test(clause[known - 1]?.text ?? '') &&
    /^(?:to|of)$/.test(clause[known + 1]?.text ?? '')
  );
}

/** "Household data was": things that somebody can look at, and no deed. */
export function isOfThings(words: readonly BareToken[]): boolean {
  return (
    /^(?:was|were|been)$/.test(words.at(-1)?.text ?? '') &&
    words.some(({ concept }) => /^(?:data|card|mail|credential)$/.test(concept?.id ?? '')) &&
    !words.some(({ concept }) => concept?.act)
  );
}
