import { isCode } from './statement.ts';
import type { Token } from './token.ts';

/** Two capitalised words in a row, or one inside a sentence, that are no product or place known here. */
export function isPersonName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    !token ||
    !/^\p{Lu}\p{Ll}+(?:[’']s)?$/u.test(token.raw) ||
    token.concept ||
    token.hollow ||
    isCode(token.raw) ||
    notNames.test(token.text) ||
    // "In Turku" is a place, and so is what follows in "in Turku and Vaasa".
    tokens[at - 1]?.text === 'in' ||
    (/^(?:and|or)$/.test(tokens[at - 1]?.text ?? '') &&
      tokens[at - 3]?.text === 'in' &&
      /^\p{Lu}\p{Ll}+$/u.test(tokens[at - 2]?.raw ?? ''))
  )
    return false;
  const next = tokens[at + 1];
  if (
    next &&
    /^\p{Lu}\p{Ll}+(?:[’']s)?$/u.test(next.raw) &&
    !next.concept &&
    next.gap.trim() === '' &&
    !notNames.test(next.text)
  )
    return true;
  return at > 0 || token.clause > 0;
}

const notNames =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|amazon|google|microsoft|azure|github|linux|windows|europe|germany|france|ireland|london|berlin|frankfurt|paris|dublin|spain|italy|asia|america|internet|english|article|european|british|german|french|irish|slack|okta|docker|kubernetes|terraform|jenkins|postgres|redis|kafka|cloudtrail|guardduty|next|update|status|impact|scope|actions|action|owner|unknown|unknowns|severity|summary|regards|thanks|hello|dear|team|correction)$/;

export function isHeadingWord(word: string): boolean {
  return notNames.test(word);
}
