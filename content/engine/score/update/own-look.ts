import type { Match } from './match.ts';
import { keyOf } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';
import { valuables } from './valuables.ts';

const guesses = /^(?:ideas?|theor(?:y|ies)|guess(?:es)?|hunch(?:es)?|suspicions?|hypothes[ei]s)$/;

/** "Nobody has opened one of the files to prove it": what we did not look at yet, and no stranger. */
export function isOwnLookMissing(
  { said }: Claims,
  { sentence }: Match,
  tokens: readonly Token[],
  act: Token,
): boolean {
  if (!/^(?:open|read|look|check|count|compare|examin|search)/.test(act.text)) return false;
  if (tokens.some(({ concept }) => concept?.id === 'attacker')) return false;
  if (isOwnDeed(tokens, act)) return true;
  const after = tokens.slice(tokens.indexOf(act) + 1);
  if (
    after.some(
      ({ text }, at) =>
        text === 'to' &&
        /^(?:prove|confirm|check|verify|know|tell|compare|see|make)$/.test(
          after[at + 1]?.text ?? '',
        ),
    )
  )
    return true;
  // "It may be cracked, nobody has looked", "not confirmed; nobody has opened the pump", "a theory, nobody has opened
  // it": a doubt, and why it is one.
  const at = tokens.indexOf(act);
  if (
    /^(?:has|have)$/.test(tokens[at - 1]?.text ?? '') &&
    tokens[at - 2]?.text === 'nobody' &&
    !tokens.some((token) => token !== act && valuables.has(keyOf(token))) &&
    [...(said[sentence.index - 1]?.tokens ?? []), ...sentence.tokens].some(
      (token) =>
        !tokens.slice(at - 2).includes(token) &&
        (guesses.test(token.text) ||
          (/^(?:open|weak)$/.test(token.mood) && !tokens.includes(token))),
    )
  )
    return true;
  return (
    tokens.some(({ text }) => text === 'yet') && sentence.tokens.some(({ mood }) => mood === 'open')
  );
}

const ours =
  /\b(?:nobody|no one|none|not one) (?:(?:of|among) (?:us|ours)|on our side|in our (?:team|company|house|office)|on (?:the|our) team)\b/;

/**
 * "I have not read everything yet", "we have not opened the files yet": who writes knows what they did. That "we have
 * not read your mail" is an assurance, unless it is still to come.
 */
function isOwnDeed(tokens: readonly Token[], act: Token): boolean {
  const before = tokens.slice(0, tokens.indexOf(act));
  const subject = before.findLast(
    ({ text }) =>
      !/^(?:have|haven't|had|hadn't|did|didn't|not|never|even|yet|still|ever|really)$/.test(text),
  );
  if (/^i(?:'ve|'d)?$/.test(subject?.text ?? '')) return true;
  // "Nobody of ours has opened one": whoever writes knows that, too. Of what is the reader's, it is an assurance.
  if (ours.test(before.map(({ text }) => text).join(' ')))
    return !tokens.some(({ text }) => /^yours?$/.test(text));
  return (
    /^we(?:'ve|'d)?$/.test(subject?.text ?? '') &&
    (tokens.some(({ text }) => text === 'yet') ||
      !tokens.some((token) => token !== act && valuables.has(keyOf(token))))
  );
}
