import type { Span } from '../sentences.ts';
import { eachClause, isInFacts, shareInFacts } from './baseless.ts';
import { isDisputed } from './correction.ts';
import { overlaps, type Finding } from './finding.ts';
import { textOf } from './match.ts';
import { keyOf } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

const attributions = new Set([
  'former',
  'insider',
  'state-actor',
  'russia',
  'china',
  'north-korea',
  'iran',
]);
const groups =
  /^(?:apt\d+|competitor|competitors|activist|activists|hacktivist|hacktivists|gang|cartel|mafia|ex-employee|teenager|teenagers|rival|rivals|himself|herself)$/;
const reports =
  /^(?:report(?:ed|s)?|noticed|spotted|told|tells|flagged|raised|called|rang|phoned|alerted|stopped|came|admitted)$/;
const certain = /^(?:clearly|obviously|undoubtedly|certainly|surely|definitely|evidently)$/;
/** How a guess is closed: nobody who has looked needs to say so. */
const leavesNoDoubt =
  /\b(?:that['’]?s|that is|that was|it was|this is) what (?:did|caused|broke|started|triggered|killed) (?:it|this|that)\b|\b(?:full stop|end of story|case closed|plain and simple|make no mistake|mark my words|no two ways about it|no question about it|nobody needs to tell (?:me|us))\b/;
/** That somebody meant it. */
const intent =
  /^(?:deliberate|deliberately|intentional|intentionally|sabotage|sabotaged|malicious|maliciously)$/;
const motive = /^(?:wanted|intended|motivated|motive|aimed|goal|revenge|trying)$/;

/** "Origin servers" are a kind of servers. */
function isKind({ text }: Token, next: Token | undefined): boolean {
  return text === 'origin' && next !== undefined && !next.hollow && next.gap.trim() === '';
}

/**
 * "Ask the vendor why it is slow", "they have not told us the cause", "cause" in a list of what is open:
 * nobody says what it was.
 */
function isCauseAsked(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token;
  const before = tokens.slice(0, at);
  return (
    (text === 'why' && !/^(?:is|was|that's|reason|this)$/.test(before.at(-1)?.text ?? '')) ||
    (text === 'why' && isOwnReason(tokens.slice(at + 1))) ||
    before.some(
      ({ text: word, negated }) => negated && /^(?:told|tell|given|named|said|shared)$/.test(word),
    ) ||
    tokens.every((token) => token.hollow || token === tokens[at])
  );
}

const befell =
  /^(?:take|access|expose|compromise|lose|delete|affect|encrypt|use|attack|down|slow|attacker|begin|error|perpetrate|negligent)$/;

const judges =
  /^(?:consider|considers|believe|believes|think|thinks|assume|assumes|regard|regards|rate|expect|suspect|conclude|sure|certain|confident|convinced|calm|risk|safe|limited|low|unlikely|know|knows)$/;

/** "Which is why they're last", "that is why we wait": why it is handled so, and not what brought it about. */
function isOwnReason(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  return (
    first !== undefined &&
    ((/^(?:we|i|you)(?:'\w+)?$/.test(first.text) &&
      !tokens.some(({ text }) => judges.test(text))) ||
      !tokens.some(
        (token) =>
          befell.test(token.concept?.id ?? '') ||
          judges.test(token.text) ||
          /^(?:happen(?:s|ed)?|came|went|started|broke|got|could)$/.test(token.text),
      ))
  );
}

const caring =
  /^(?:looks?|looking|handles?|handling|leads?|leading|runs|checks?|checking|writes?|writing|calls?|speaks?|decides?|answers?)$/;

/** "The former version": nobody who left. */
function isFormerThing(tokens: readonly Token[], token: Token): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return (
    token.text === 'former' &&
    next !== undefined &&
    !/^(?:employee|staff|person|customer|supplier)$/.test(next.concept?.id ?? '') &&
    !/(?:or|er|ist|ant|ee|ees|ors|ers|ists|ants|staff|colleague|colleagues|admin|admins|intern|interns)$/.test(
      next.text,
    )
  );
}

/** "An employee exported the list" makes it an insider's case. */
function knowsOfStaff({ facts }: Claims): boolean {
  return facts.some(
    ({ state, statement }) =>
      state === 'asked' &&
      statement.elements.some(({ key }) => key === 'staff') &&
      statement.elements.some(
        ({ key, sign }) => /^(?:take|access|delete|send)$/.test(key) && sign === 1,
      ),
  );
}

/** Who did it, why, and how they came in, told without a fact that says so. */
export function findSpeculation(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  return eachClause(claims, (tokens, match) => {
    if (overlaps(match.span, taken) || tokens.some(({ mood }) => mood === 'open')) return null;
    // "You will hear theories of an insider; none of them has anything behind it".
    if (isDisputed(claims.said, match.sentence)) return null;
    if (tokens.some(({ text }) => /^(?:sorry|regret|apolog(?:[iy][sz]e|ies))$/.test(text)))
      return null;
    const stated = (keep: (token: Token) => boolean): Token | undefined =>
      tokens.find((token) => keep(token) && !token.negated && !isInFacts(claims, keyOf(token)));
    const tells = tokens.some(({ text }) => reports.test(text));
    const who = stated(
      (token) =>
        (attributions.has(keyOf(token)) &&
          !isFormerThing(tokens, token) &&
          !(keyOf(token) === 'insider' && knowsOfStaff(claims))) ||
        // "She reported it herself" praises, and "she looks after it herself" blames nobody.
        (groups.test(token.text) &&
          !(
            /^(?:him|her)self$/.test(token.text) &&
            (tells || tokens.some(({ text }) => caring.test(text)))
          )),
    );
    const sure = stated(({ text }) => certain.test(text));
    const closed = leavesNoDoubt.test(textOf(match)) && shareInFacts(claims, tokens) < 0.5;
    const aim =
      stated(({ text }) => motive.test(text)) &&
      tokens.some((token) => /^(?:attacker|attack)$/.test(keyOf(token)) || token.text === 'they');
    // "Deliberately not repeated here": of whoever writes.
    const meant = stated(
      (token) => intent.test(token.text) && tokens[tokens.indexOf(token) + 1]?.text !== 'not',
    );
    const must = tokens.some(
      ({ text }, at) =>
        text === 'must' &&
        (tokens[at + 1]?.text === 'have' ||
          // "The cause must be the new driver".
          (tokens[at + 1]?.text === 'be' &&
            tokens.slice(0, at).some((token) => keyOf(token) === 'cause'))),
    );
    const cause = tokens.find(
      (token, at) =>
        // "Please don't write it down as the cause".
        (keyOf(token) === 'cause' &&
          !token.negated &&
          !isKind(token, tokens[at + 1]) &&
          !isCauseAsked(tokens, at)) ||
        (token.text === 'because' && tokens.length > 5),
    );
    // "The cause is known: a certificate ran out" is told in two parts.
    const baseless =
      shareInFacts(claims, tokens) < 0.5 && shareInFacts(claims, match.sentence.tokens) < 0.5;
    const guessed =
      must &&
      claims.facts.some(
        ({ state, statement }) =>
          state === 'asked' &&
          statement.mood === 'open' &&
          statement.elements.some(({ key }) => key === 'cause'),
      );
    const found =
      who ??
      meant ??
      (guessed || closed ? tokens[0] : undefined) ??
      (baseless ? (sure ?? (aim || must ? tokens[0] : undefined) ?? cause) : undefined);
    // Only a "because": a writer knows more than the facts tell.
    const mild = found === cause;
    if (!found) return null;
    const weak = tokens.some(({ mood }) => mood === 'weak') && !must;
    const why =
      'No fact says who did it, why or how. A guess that is told as a fact is quoted as one: say that it is being looked into, or leave it out.';
    const cost = (who || meant ? 0.18 : mild ? 0.03 : 0.12) * (weak ? 0.5 : 1);
    return { rule: 'speculation', cost, spans: [match.span], why };
  });
}
