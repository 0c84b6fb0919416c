import { keyOf } from './statement.ts';
import type { Token } from './token.ts';
import { valuables } from './valuables.ts';

/** Words for whoever has no business there. */
export const strangers =
  /^(?:they|he|she|it|nobody|none|no|nothing|anyone|anybody|thieves|criminals?|outsiders?)$/;

/**
 * "Customers could not log in", "shops could not take cards" tells of harm. That an attacker could not is
 * what takes proof.
 */
export function isShutOut(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.findIndex(({ text }) =>
    /^(?:cannot|can't|could|couldn't|can|unable|able)$/.test(text),
  );
  // "Unable to take cards since ten": a till takes what is paid.
  if (
    at >= 0 &&
    /^(?:take|accept|process)$/.test(act.text) &&
    tokens.indexOf(act) > at &&
    /^(?:cards?|cash|payments?|orders?|bookings?|calls?)$/.test(
      tokens[tokens.indexOf(act) + 1]?.text ?? '',
    )
  )
    return true;
  // "Nobody has looked at it yet": of ours.
  if (/^look/.test(act.text) && tokens.some(({ text }) => text === 'yet')) return true;
  // "Nobody can publish yet".
  if (
    at >= 0 &&
    tokens.some(({ text }) => /^(?:yet|still)$/.test(text)) &&
    !tokens.some(({ concept }) => concept?.id === 'attacker') &&
    !/^(?:take|lose)$/.test(keyOf(act))
  )
    return true;
  // "Nobody can log in at the moment"; into whose account they cannot is what takes proof.
  if (
    at >= 0 &&
    /^(?:can|cannot|can't)$/.test(tokens[at]?.text ?? '') &&
    tokens.some(
      ({ text }, place) =>
        /^(?:log|sign)$/.test(text) && /^(?:in|on)$/.test(tokens[place + 1]?.text ?? ''),
    ) &&
    !tokens.some(
      (token) => token.concept?.id === 'attacker' || (token !== act && valuables.has(keyOf(token))),
    )
  )
    return true;
  // "86 tablets could not fetch the timetable": whoever could not, it was no stranger.
  if (
    at > 0 &&
    at < tokens.indexOf(act) &&
    !/^(?:can|could|able)$/.test(tokens[at + 1]?.text === 'not' ? '' : (tokens[at]?.text ?? '')) &&
    keyOf(act) === 'access' &&
    !tokens
      .slice(0, at)
      .some(({ text, concept }) => concept?.id === 'attacker' || strangers.test(text))
  )
    return true;
  return (
    at > 0 &&
    at < tokens.indexOf(act) &&
    (keyOf(act) === 'access' || act.text === 'take') &&
    tokens
      .slice(0, at)
      .some((token) =>
        /^(?:customer|staff|person|site|you|people|we)$/.test(token.concept?.id ?? token.text),
      )
  );
}
