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

/** "Household data was": things that somebody can look at, and no deed. */
export function isOfThings(words: readonly BareToken[]): boolean {
  return (
    /^(?:was|were|been)$/.test(words.at(-1)?.text ?? '') &&
    words.some(({ concept }) => /^(?:data|card|mail|credential)$/.test(concept?.id ?? '')) &&
    !words.some(({ concept }) => concept?.act)
  );
}
