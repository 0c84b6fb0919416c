import { roles } from './blame.ts';
import { keyOf } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

/** What says more than that it was done. */
const judging =
  /^(?:again|blindly|simply|just|happily|even|despite|although|though|obviously|easily|twice|never|wrong|wrongly|mistakes?|faults?|errors?|failed|against|allowed|warned|told|trained|supposed|hurry|haste)$/;

/** "She approved a prompt", where a fact has it that "the clerk confirms she approved a prompt": what happened. */
export function isToldDeed(
  { facts }: Claims,
  clause: readonly Token[],
  person: Token,
  deed: Token,
): boolean {
  // A name is no kind of person.
  if (!roles.test(person.text) || clause.some(({ text }) => judging.test(text))) return false;
  const things = clause.filter(
    (token) => !token.hollow && !token.figure && token !== deed && token !== person,
  );
  return facts.some(
    ({ state, fact, statement: { elements } }) =>
      state === 'asked' &&
      new Set<string>(fact.text.toLowerCase().match(/[\p{L}-]+/gu)).has(person.text) &&
      elements.some(({ key, sign }) => key === keyOf(deed) && sign === 1) &&
      things.some((token) => elements.some(({ key }) => key === keyOf(token))),
  );
}
