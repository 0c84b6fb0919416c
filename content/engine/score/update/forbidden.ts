import type { Finding } from './finding.ts';
import { isLess, isLimited, isOfMore, lacksTheOnly, limiting } from './claim-extent.ts';
import { rateLikeness } from './claim-likeness.ts';
import { type Match, hasVerb, isOnSubject, matchBest, textOf } from './match.ts';
import {
  deniesFigure,
  isBarelyPossible,
  isBidden,
  isCalledSo,
  isMakeshift,
  isMereMention,
  isNamedAsCause,
  isOnlyLess,
  isTried,
  lacksItsDeed,
  isOver,
  isScattered,
  isTheDeedOfAFact,
  isTurnOfPhrase,
} from './no-claim.ts';
import { isOtherMatter, isOverOfOne, isPartOfFact } from './other-matter.ts';
import { type Element, isBare, keyOf, readStatement, type Statement } from './statement.ts';
import { findStem } from './stem.ts';
import { type Claims, bySureness, findSupport, isToldByFact } from './support.ts';
import { isBaseless } from './baseless.ts';
import { isOfTheRest } from './unknowns.ts';
import { isTakenBack } from './taken-back.ts';
import { isShutOut } from './shut-out.ts';
import { findThemed } from './themed-claims.ts';
import { findToldFigure } from './told-figure-claims.ts';
import { findToldCause, lacksCausing } from './told-cause.ts';

/** Claims that must not be made, also in other words; not where they are denied or left open. */
export function findForbidden(claims: Claims, forbidden: readonly string[]): readonly Finding[] {
  const openly: Claims = {
    ...claims,
    facts: claims.facts.filter(({ state }) => state !== 'marked' && state !== 'withheld'),
  };
  return forbidden.flatMap((text): readonly Finding[] => {
    const statement = readStatement(text, false);
    if (statement.weight === 0) return [];
    // A name that may not be told is not borne out by the marked note that it stands in.
    const bearing = isBare(statement) ? openly : claims;
    const made = matchBest(statement, claims.said, true).filter((match) => {
      const rare = isHarmOfNoFact(claims, statement, match);
      const called = isCalledSo(claims, statement, match);
      const cause = called || isNamedAsCause(statement, match);
      if (match.sense === 'opposite') return false;
      if (match.agreed < (called ? 0.2 : rare || cause ? 0.35 : 0.6)) return false;
      if (!called && !(rare && match.met.size === 1) && !isOnSubject(statement, match))
        return false;
      if (match.sense === 'absent' && !isBare(statement) && !cause) return false;
      // "We were hacked" is one word of matter: what only follows from it is not it.
      if (statement.elements.length === 1 && match.agreed < 0.95) return false;
      if (isMereMention(statement, match) || isOwnLook(match) || isOfRecords(match)) return false;
      if (isOfBefore(match)) return false;
      // That an account is off does not say that whoever had it is gone.
      if ([...match.near].some(({ key }) => key === 'gone')) return false;
      if (isOtherMatter(statement, match) || isTakenBack(claims.said, match)) return false;
      if (
        (statement.mood !== 'open' || isFlatDenial(text)) &&
        (match.mood === 'open' || (statement.mood === 'plain' && isLeftOpen(match)))
      )
        return false;
      if (!called && isScattered(statement, match)) return false;
      if (/^all\b|^every/i.test(text) && match.mood === 'weak' && isBarelyPossible(match))
        return false;
      if (lacksDeed(statement, match) || deniesFigure(statement, match)) return false;
      if (/\belse\b/.test(textOf(match)) && isOfTheRest(text, match)) return false;
      if (isLess(text, match) || isOver(statement, match)) return false;
      if (isOverOfOne(statement, match) || isMakeshift(statement, match)) return false;
      if (isTried(statement, match) || isOnlyLess(match)) return false;
      if (isBidden(statement, match) || lacksCausing(text, match)) return false;
      if (isOfUsers(match) || isOfAnotherMonth(claims, text, match)) return false;
      if (lacksItsDeed(statement, match) && !cause) return false;
      if (isTheDeedOfAFact(claims, statement, match) || isTurnOfPhrase(match)) return false;
      // "Nobody was hurt" does not say that the place is safe.
      if ([...match.near].some(({ key }) => key === 'compromise')) return false;
      if (isPartOfFact(claims, match) || isToldByFact(bearing, match)) return false;
      const support = findSupport(bearing, match);
      if (lacksTheOnly(statement, match)) return false;
      const limits = limiting.test(text);
      if (limits && isOfMore(statement, match)) return false;
      // "Only one was read": that one was read is another thing to say.
      if (limits && !isLimited(match)) return false;
      return support <= match.agreed + 0.05;
    });
    if (made.length === 0) {
      const close = findClose(claims, text, statement);
      if (close.length > 0) return close;
      const caused = findToldCause(claims, text);
      if (caused.length > 0) return caused;
      const figured = findToldFigure(claims, statement);
      return figured.length > 0 ? figured : findThemed(claims, statement);
    }
    const worst = Math.max(
      ...made.map(
        (match) =>
          sureness(statement, match) * (0.6 + 0.4 * match.agreed) * rateLikeness(statement, match),
      ),
    );
    if (worst === 0) return [];
    const why = `This claim must not be made: “${text}”. Say what was seen, and what is not known yet.`;
    return [
      { rule: 'forbidden-claim', cost: 0.3 * worst, spans: made.map(({ span }) => span), why },
    ];
  });
}

/**
 * What no fact bears out and what says a good part of a claim in other words: less sure to be that
 * claim, and it costs less.
 */
function findClose(claims: Claims, text: string, statement: Statement): readonly Finding[] {
  if (statement.mood === 'open' || limiting.test(text)) return [];
  const made = matchBest(statement, claims.said, true).filter(
    (match) =>
      match.mood === 'plain' &&
      match.sense === 'same' &&
      match.agreed >= 0.42 &&
      [...match.met].some(({ key }) => grave.test(key)) &&
      statement.elements.every((element) => !isEnd(element) || match.met.has(element)) &&
      match.near.size === 0 &&
      match.turned.size === 0 &&
      !isBare(statement) &&
      hasVerb(match) &&
      !isOwnLook(match) &&
      !isOfRecords(match) &&
      ((isOnSubject(statement, match) && isBaseless(claims, match.sentence, match.clause)) ||
        (isOfListAlone(match) && isDeedOfNoFact(claims, match))) &&
      !(match.sentence.byClause[match.clause] ?? []).some(({ negated }) => negated) &&
      !isOtherMatter(statement, match) &&
      !isTakenBack(claims.said, match) &&
      !isLess(text, match) &&
      !lacksCausing(text, match) &&
      !isOfAnotherMonth(claims, text, match) &&
      !isOver(statement, match),
  );
  if (made.length === 0) return [];
  const why = `This comes close to a claim that must not be made: “${text}”, and no fact bears it out.`;
  return [{ rule: 'forbidden-claim', cost: 0.1, spans: made.map(({ span }) => span), why }];
}

/** Of "the attack is over" that it is over is the claim, and "the attack" is no part of it. */
function isEnd({ key }: Element): boolean {
  return /^(?:finish|gone|contain)$/.test(key);
}

function isDeedOfNoFact({ facts }: Claims, { met }: Match): boolean {
  return [...met].every(
    ({ key, concept, sign }) =>
      !concept?.act ||
      !facts.some(
        ({ state, statement }) =>
          state !== 'future' &&
          statement.elements.some((element) => element.key === key && element.sign === sign),
      ),
  );
}

/** "Nobody's data was seen": a claim, although "seen" is how a search is told of. */
function isFlatDenial(text: string): boolean {
  return (
    /^(?:nobody|no one|nothing|none|no)\b/i.test(text) &&
    !/\b(?:evidence|signs?|indications?|known|clear|proof|traces?|whether)\b/i.test(text)
  );
}

/** "Customers could not access their own data": of harm, and not what no stranger did. */
function isOfUsers({ met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const acts = words.filter((token) =>
    [...met].some(({ key, sign }) => sign === -1 && key === token.concept?.id),
  );
  return acts.length > 0 && acts.every((act) => isShutOut(words, act));
}

const month =
  /\b(?:in|of|since|last) (january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "A laptop was stolen in March", where no fact speaks of March: another time. */
function isOfAnotherMonth({ facts }: Claims, text: string, match: Match): boolean {
  const named = month.exec(textOf(match))?.[1]?.toLowerCase();
  return (
    named !== undefined &&
    !text.toLowerCase().includes(named) &&
    !facts.some(({ fact }) => fact.text.toLowerCase().includes(named))
  );
}

/** "They exported the list": whoever reads it knows which. */
function isOfListAlone({ sentence, clause }: Match): boolean {
  const things = (sentence.byClause[clause] ?? []).filter(
    ({ hollow, concept, figure }) => !hollow && !concept?.act && !figure,
  );
  return (
    things.length <= 2 &&
    things.every(
      ({ text, concept }) =>
        /^(?:list|lists|lot|everything|whole)$/.test(text) ||
        /^(?:data|attacker)$/.test(concept?.id ?? ''),
    )
  );
}

const grave =
  /^(?:take|expose|compromise|lose|delete|attack|harm|compensate|arrest|negligent|encrypt)$/;

/** "It was a hostile attack", where no fact knows of one: that word alone makes the claim of an attack. */
function isHarmOfNoFact(
  claims: Claims,
  { elements }: Statement,
  { met, turned, near, mood, sentence, clause }: Match,
): boolean {
  return (
    mood === 'plain' &&
    elements.every(
      (element) => !element.concept?.act || (met.has(element) && !turned.has(element)),
    ) &&
    [...met].some(
      (element) =>
        /^(?:attack|take|compromise)$/.test(element.key) &&
        element.sign === 1 &&
        !turned.has(element) &&
        !near.has(element) &&
        (sentence.byClause[clause] ?? []).some((token) => keyOf(token) === element.key) &&
        !claims.facts.some(({ state, statement }) =>
          statement.elements.some(({ key }) => state !== 'future' && key === element.key),
        ),
    )
  );
}

/** "On the payment server we looked": whoever writes has looked, and no stranger. */
function isOwnLook({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const look = words.findIndex(({ text }) => /^look(?:ed|ing)?$/.test(text));
  return (
    look > 0 &&
    words
      .slice(Math.max(0, look - 3), look)
      .some(({ text }) => /^(?:we|i|we've|i've)$/.test(text)) &&
    words.slice(look + 1).every(({ concept }) => concept?.act !== true || concept.id === 'find')
  );
}

/** "It was sold in 140 shops": all that such a sentence has of a claim is what its "it" stands for. */
function isOfBefore({ tokens, sentence }: Match): boolean {
  return tokens.every((token) => !sentence.tokens.includes(token));
}

/** "We have preserved 90 days of access records": kept as evidence, which says nothing of what was lost. */
function isOfRecords({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return (
    words.some(({ text }) => /^preserv/.test(text)) &&
    words.some(({ text }) =>
      /^(?:records?|logs?|evidence|images?|traces|disks?|memory)$/.test(text),
    )
  );
}

/** "It may have been copied, we cannot tell yet": said, and in the same breath left open. */
function isLeftOpen({ mood, sentence, clause }: Match): boolean {
  return (
    mood === 'weak' &&
    !(sentence.byClause[clause] ?? []).some(({ text }) =>
      /^(?:likely|probably|presumably|apparently)$/.test(text),
    ) &&
    !sentence.tokens.some(({ text }) => text === 'likely') &&
    [clause - 1, clause + 1].some((other) =>
      sentence.byClause[other]?.some((token) => token.mood === 'open'),
    )
  );
}

/** Where a claim's verb is in no list ("the nurse reused it"), the verb itself has to be there. */
function lacksDeed(statement: Statement, { met }: Match): boolean {
  const lower = statement.text.toLowerCase();
  const past = new Set(
    [
      ...(lower.match(/[a-z]+ed\b/g) ?? []),
      // "May go to clients".
      ...[...lower.matchAll(/\b(?:may|can|must|will|should) (?:be )?([a-z]+)/g)].flatMap(
        ([, verb]) => verb ?? [],
      ),
    ].map(findStem),
  );
  const deeds = statement.elements.filter(
    ({ key, name, figure }) => !figure && !name && past.has(key),
  );
  return deeds.length > 0 && !deeds.some((deed) => met.has(deed));
}

function sureness(statement: Statement, match: Match): number {
  if (statement.mood === 'open') return 1;
  if (statement.mood === match.mood) return 1;
  return bySureness[match.mood];
}
