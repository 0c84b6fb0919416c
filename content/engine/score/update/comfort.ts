import type { Span } from '../sentences.ts';
import { eachClause, isInFacts } from './baseless.ts';
import { isRetracted } from './correction.ts';
import { overlaps, type Finding } from './finding.ts';
import { limiting, textOf } from './match.ts';
import { keyOf, signOf } from './statement.ts';
import { findSupport, type Claims } from './support.ts';
import type { Token } from './token.ts';
import { isApart } from './unproven.ts';

// What puts a reader at ease and rests on no fact.

/** "It only has dummy data": a limit that no fact draws, with words of its own. */
export function findBaselessLimits(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  const limited = claims.facts.some(
    ({ state, fact }) => state === 'asked' && limiting.test(fact.text),
  );
  if (limited) return [];
  return eachClause(claims, (tokens, match) => {
    if (
      overlaps(match.span, taken) ||
      tokens.some(({ mood, negated }) => mood !== 'plain' || negated)
    )
      return null;
    const at = tokens.findIndex(({ text }) => /^(?:only|just|merely|solely|purely)$/.test(text));
    const next = tokens.slice(at + 1, at + 6);
    // What it holds, not whom it concerns: that is scope.
    const holds = [tokens[at - 1], tokens[at + 1]].some((token) =>
      /^(?:has|have|had|holds?|held|contains?|contained|with)$/.test(token?.text ?? ''),
    );
    if (at < 0 || !holds || next.some(({ figure }) => figure)) return null;
    if (tokens.some(({ text }) => /^(?:we|i|you|please)$/.test(text))) return null;
    if (!next.some((token) => !token.hollow && !isInFacts(claims, keyOf(token)))) return null;
    if (findSupport(claims, match) >= 0.6 || isRetracted(match.sentence, match.clause)) return null;
    const why = 'No fact says that it ends there. Say what was looked at, and what is still open.';
    return { rule: 'unproven-all-clear', cost: 0.045, spans: [match.span], why };
  });
}

/** What eases a reader, by concept and sign, with what else says the same. */
const comforts: readonly (readonly [key: string, sign: 1 | -1])[] = [
  ['down', -1],
  ['affect', -1],
  ['compromise', -1],
  ['lose', -1],
  ['return', 1],
];

/** "It does you no harm", "looks worse than it is": said to soothe, whatever it rests on. */
const soothing =
  /\b(?:(?:does|do|did|will do|can do) (?:you |anyone |anybody |them )?no harm\b(?! done)|(?:is|are|was|were) (?:quite |entirely |completely |perfectly )?harmless|(?:looks?|sounds?|is) (?:much |far |a lot )?worse than it (?:is|looks)|(?:just|only|merely|that['’]s|is) a formality|storm in a teacup|no big deal)\b/;
const restraints =
  /^(?:notices?|warnings?|alarms?|alerts?|bans?|restrictions?|lockdowns?|curfews?|limits?|caps?|freezes?|holds?|errors?|faults?|problems?|symptoms?|leaks?|smells?)$/;

/** "The till is back", where it was down from nine to ten: what was so for a while and is told as past. */
function isPast({ facts }: Claims, tokens: readonly Token[]): boolean {
  return facts.some(
    ({ state, statement, fact }) =>
      state === 'asked' &&
      /\b(?:was|were)\b[^.;]*\b(?:until|till|to) \d/i.test(fact.text) &&
      statement.elements.some(({ key, sign }) => /^(?:down|off|stop)$/.test(key) && sign === 1) &&
      tokens.some(
        (token) =>
          !token.hollow &&
          !/^(?:down|off|stop|return)$/.test(keyOf(token)) &&
          statement.elements.some(({ key }) => key === keyOf(token)),
      ),
  );
}

/** "It counts deleted files": a kind of files, and no deed. */
function isKindOf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /ed$/.test(tokens[at]?.text ?? '') &&
    next !== undefined &&
    !next.hollow &&
    !/^(?:is|are|was|were|been|being|has|have|had|we|i|they|and)$/.test(tokens[at - 1]?.text ?? '')
  );
}

/** "Both fine", "the copy has been erased": what puts a reader at ease and rests on no fact. */
export function findComfort(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  const known = (key: string, sign: 1 | -1): boolean =>
    claims.facts.some(
      ({ state, statement }) =>
        state === 'asked' &&
        statement.elements.some((element) => element.key === key && element.sign === sign),
    );
  return eachClause(claims, (tokens, match) => {
    if (overlaps(match.span, taken) || tokens.some(({ mood }) => mood !== 'plain')) return null;
    const words = textOf(match);
    const soothes = soothing.test(words) && !/\b(?:not|never|cannot)\b|n't\b/.test(words);
    if (!soothes && tokens.some(({ text }) => /^(?:we|i|you|your|please|if|not)$/.test(text)))
      return null;
    // "The boil water notice is back": a restraint, and no relief.
    if (
      tokens.some(
        ({ text }, at) =>
          restraints.test(text) &&
          tokens.slice(at + 1, at + 3).some(({ text: own }) => /^(?:is|are)$/.test(own)),
      )
    )
      return null;
    // "Other regions are fine" tells where it ends.
    if (
      tokens.some(
        ({ text }, at) =>
          /^(?:other|others|else|elsewhere|rest|remaining|own|before|outside|beyond)$/.test(text) ||
          (/^(?:north|south|east|west|upstream|downstream)$/.test(text) &&
            tokens[at + 1]?.text === 'of'),
      )
    )
      return null;
    // "Europe and America play normally", in a matter of Asia: where it ends, and nothing of what was hit.
    const named = tokens.filter(
      ({ hollow, figure, concept }) => !hollow && !figure && !concept?.act,
    );
    const beyond =
      named.some(({ raw }) => /^\p{Lu}\p{Ll}{2,}/u.test(raw)) &&
      !named.some((token) => isInFacts(claims, keyOf(token)));
    const eases =
      !beyond &&
      // "Fine by us" agrees to something.
      !/\b(?:fine|okay|ok) (?:by|with) (?:us|me|you|them)\b/.test(words) &&
      tokens.some(
        (token) =>
          !isApart(tokens, token) &&
          comforts.some(([key, sign]) => keyOf(token) === key && signOf(token) === sign) &&
          /^(?:fine|ok|okay|healthy|clean|normal|normally|safe|intact|untouched|unharmed|unaffected|back|returned)$/.test(
            token.text,
          ),
      );
    const erased =
      tokens.some(
        (token, at) =>
          keyOf(token) === 'delete' &&
          signOf(token) === 1 &&
          // "Had led the assistant to delete albums" is the harm.
          tokens[at - 1]?.text !== 'to' &&
          !isKindOf(tokens, at),
      ) &&
      tokens.some(
        ({ text, stem, concept }) =>
          concept?.id === 'data' || /^(?:copy|copies|list|it|them)$/.test(text) || stem === 'copi',
      ) &&
      !known('delete', 1);
    // "Ships can use the dock as usual": so that the dock works normally is known.
    const usual = claims.facts.some(
      ({ state, statement, fact }) =>
        state === 'asked' &&
        /\bas (?:usual|always|normal)\b/i.test(fact.text) &&
        tokens.some(
          (token) => !token.hollow && statement.elements.some(({ key }) => key === keyOf(token)),
        ),
    );
    if ((usual || isPast(claims, tokens)) && !erased) return null;
    if (!(erased || soothes || (eases && !comforts.some(([key, sign]) => known(key, sign)))))
      return null;
    if (isRetracted(match.sentence, match.clause)) return null;
    if (!soothes && findSupport(claims, match) >= 0.6) return null;
    const why =
      'This puts the reader at ease, and no fact says so. Say who looked and what they saw, or that nobody has looked yet.';
    return {
      rule: 'no-access-without-proof',
      cost: erased || soothes ? 0.12 : 0.045,
      spans: [match.span],
      why,
    };
  });
}
