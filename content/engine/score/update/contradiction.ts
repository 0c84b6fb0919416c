import { isCorrection, isRetracted } from './correction.ts';
import type { PreparedFact } from './facts.ts';
import { isSameFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { isQuestionFirst } from './fronted-question.ts';
import { hasOtherLetter } from './letter-names.ts';
import { isDeniedBehind, isLabel } from './label-clause.ts';
import { type Match, matchBest, matchClause } from './match.ts';
import { keyOf, readStatement, type Statement } from './statement.ts';
import type { Token } from './token.ts';
import { isNoOpposite } from './opposite.ts';
import { type Claims, findSupport, isToldByFact } from './support.ts';
import { isSearch } from './unknowns.ts';

/**
 * The opposite of what is known. It costs as often as it is right: of eleven that were found first in a hundred pairs by
 * strangers three were (2026-11-29). Where it is, the fact itself is missing too.
 */
export function findContradictions(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, fact } = prepared;
    if (state !== 'asked' || statement.mood === 'open') return [];
    const guessed = onlyGuessed.test(fact.text);
    const bare = statement.elements.every(({ concept }) => concept?.act);
    const made = matchBest(statement, claims.said, false).filter(
      (match) =>
        match.sense === 'opposite' &&
        !(guessed && [...match.turned].every(({ key }) => key === 'attack')) &&
        !isOfOthersHarm(statement, match) &&
        match.coverage >= 0.55 &&
        match.mood === 'plain' &&
        namesItself(prepared, match) &&
        !isLabel(match) &&
        // "Why it failed is for the review": asked, and nothing turned round.
        !isQuestionFirst(match.sentence.byClause[match.clause] ?? []) &&
        !isDeniedBehind(match) &&
        (bare || [...match.met].some((element) => !element.concept?.act && !element.figure)) &&
        (isEndDenied(fact.text, match) || !isPast(match)) &&
        [...match.turned].some(
          (element) =>
            !match.near.has(element) ||
            // "Not affected" and "not fine": near by word, and one denies the other.
            (element.key === 'affect' && element.sign === -1 && deniesGood(match)),
        ) &&
        !isCutOff(statement, match) &&
        !hasOtherLetter(fact.text, rawOf(match)) &&
        // "We checked the list", where it holds no names.
        !(isSearch(match) && ![...match.turned].some(({ key }) => key === 'investigate')) &&
        !isAnnounced(fact.text, match) &&
        !isOfOtherHalf(fact.text, match) &&
        !isSaidBeside(statement, match) &&
        !isOfOtherThing(prepared, match) &&
        // "Cards were not on the list" and "it held no cards" deny the same.
        !(
          denying.test(fact.text) &&
          !isEndDenied(fact.text, match) &&
          hasDenial(match) &&
          !deniesGood(match) &&
          !isOfTwoHalves(statement, match)
        ) &&
        (isEndDenied(fact.text, match) || !isCorrection(claims.said, match.sentence.index)) &&
        !isRetracted(match.sentence, match.clause) &&
        !isOfOtherCount(claims, prepared, match) &&
        !isOfTheWhole(statement, match) &&
        !deniesTheSame(statement, match) &&
        !isToldByFact(claims, match, prepared) &&
        !isNoOpposite(fact.text, match) &&
        findSupport(claims, match, prepared) <
          Math.min(match.coverage, shareInClause(statement, match)) - 0.02,
    );
    if (made.length === 0) made.push(...findAlready(prepared, claims));
    if (made.length === 0) return [];
    const why = `This says the opposite of what is known: ${fact.text}`;
    return [{ rule: 'contradicted-fact', cost: 0.1, spans: made.map(({ span }) => span), why }];
  });
}

/**
 * "The block is active", of a fact that has it not active yet: known by that very word, since words for "off" and "on"
 * stand side by side in such lines.
 */
function findAlready({ statement, fact }: PreparedFact, { said }: Claims): readonly Match[] {
  const awaited = /\b(?:is|are|has|have) (?:still )?not (?:yet )?(?:been )?([a-z]{5,})\b/i.exec(
    fact.text,
  )?.[1];
  if (awaited === undefined || !/\byet\b/i.test(fact.text)) return [];
  const isSaid = ({ text, negated }: Token, at: number, words: readonly Token[]): boolean =>
    text === awaited.toLowerCase() &&
    !negated &&
    /^(?:is|are|been|now|already)$/.test(words[at - 1]?.text ?? '');
  return matchBest(statement, said, false).filter(
    (match) =>
      match.mood === 'plain' &&
      match.coverage >= 0.5 &&
      [...match.met].some(({ concept, figure }) => !figure && !concept?.act) &&
      (match.sentence.byClause[match.clause] ?? []).some(isSaid) &&
      !said.some(({ tokens }) =>
        tokens.some(({ text, negated }) => text === awaited.toLowerCase() && negated),
      ),
  );
}

/** "It is no longer blocked", of what still is: these words correct nothing. */
function isEndDenied(fact: string, match: Match): boolean {
  return /\bstill\b/i.test(fact) && /\b(?:no|any) longer\b/i.test(rawOf(match));
}

function rawOf({ sentence, clause }: Match): string {
  return (sentence.byClause[clause] ?? []).map(({ raw }) => raw).join(' ');
}

/** "It was treated as a possible attack": that it was none turns nothing round. */
const onlyGuessed = /\b(?:treated as|taken for|possible|suspected|feared|thought to be|assumed)\b/i;

/** "No service suffers" where a phone was stolen: of another thing, which the clause names. */
function isOfOthersHarm({ elements }: Statement, { turned, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const things = words.filter(({ hollow, figure, concept }) => !hollow && !figure && !concept?.act);
  return (
    things.length > 0 &&
    words.some(({ concept, negated }) => concept?.id === 'affect' && negated) &&
    [...turned].every(({ key }) => key !== 'affect') &&
    things.every((token) => !elements.some(({ key }) => key === keyOf(token)))
  );
}

/** "Access was withdrawn" and "there is no access" say the same. */
function isCutOff({ elements }: Statement, { turned }: Match): boolean {
  const has = (key: string): boolean =>
    elements.some((element) => element.key === key && element.sign === 1);
  return (
    has('access') &&
    (has('off') || has('stop')) &&
    [...turned].every(({ key }) => key === 'access' || key === 'take')
  );
}

/** "The manager tells them at 07:30", where they have not been told yet: that is when they will be. */
function isAnnounced(text: string, { turned, sentence, clause }: Match): boolean {
  const tokens = sentence.byClause[clause] ?? [];
  return (
    /\b(?:has|have) not (?:yet )?been\b|\bnot yet\b/i.test(text) &&
    tokens.some(({ figure }) => figure?.kind === 'time' || figure?.kind === 'date') &&
    tokens.some(
      (token, at) =>
        /^[a-z]+[^su]s$/.test(token.text) &&
        [...turned].some(({ key }) => key === keyOf(token)) &&
        !/^(?:is|are|was|were|has|have)$/.test(tokens[at - 1]?.text ?? ''),
    )
  );
}

/** "Uganda is not affected", where Kenya is and "users in Uganda see correct balances". */
function isOfOtherHalf(text: string, { met, turned, sentence, clause }: Match): boolean {
  const things = [...met].filter(
    (element) => !turned.has(element) && !element.figure && !element.concept?.act,
  );
  const halves = text.split(/;\s/).map((half) => readStatement(half, false).elements);
  const words = sentence.byClause[clause] ?? [];
  const deeds = [...turned].filter(({ key }) => words.some((token) => keyOf(token) === key));
  return (
    halves.length > 1 &&
    things.length > 0 &&
    halves.some((half) => {
      const has = ({ key }: { readonly key: string }): boolean =>
        half.some((element) => element.key === key);
      return things.every(has) && !deeds.some(has);
    })
  );
}

const denying =
  /\b(?:not|no|none|nobody|nothing|never|neither|nor|cannot|unable|impossible)\b|n['’]t\b/i;

/** "Houses are affected, sheds are not": what is denied of the sheds is no denial of the houses. */
function isOfTwoHalves({ elements }: Statement, { turned }: Match): boolean {
  return elements.some((one) =>
    [...turned].some((other) => other.key === one.key && other.sign !== one.sign),
  );
}

function hasDenial({ sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).some(({ text }) => denying.test(text));
}

/** "Not ok", "not available": the denial itself is what harms. */
function deniesGood({ sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).some(
    ({ concept, sign, negated }) =>
      negated && sign === -1 && /^(?:down|affect|compromise)$/.test(concept?.id ?? ''),
  );
}

/** Whether another clause of the same sentence says it as it is. */
function isSaidBeside(statement: Statement, { sentence, clause, coverage }: Match): boolean {
  for (let other = 0; other < Math.min(20, sentence.clauses); other += 1) {
    if (other === clause) continue;
    const match = matchClause(statement, sentence, other, false);
    if (match.sense === 'same' && match.coverage >= coverage - 0.1) return true;
  }
  return false;
}

/** "Only reads suffer; writes go on": what suffers is named, and it is not what the fact speaks of. */
function isOfOtherThing({ statement }: PreparedFact, { met, sentence, clause }: Match): boolean {
  const things = [...met].filter(({ figure, concept }) => !figure && !concept?.act);
  return (
    things.length > 0 &&
    sentence.ownSubject[clause] === true &&
    statement.elements.some(({ concept }) => concept?.act) &&
    things.every(({ key }) =>
      (sentence.byKey.get(key) ?? []).every((token) => token.clause > clause),
    ) &&
    things.some(({ key }) => sentence.byKey.has(key))
  );
}

/** How much of a statement one clause says by itself; what a "they" stands for is its own. */
function shareInClause({ weight }: Statement, { met, sentence, clause }: Match): number {
  const own = [...met].filter(({ key, figure }) =>
    figure
      ? sentence.figures.some(
          (token) => token.clause === clause && token.figure && isSameFigure(token.figure, figure),
        )
      : (sentence.byKey.get(key) ?? []).every((token) => token.clause === clause),
  );
  return own.reduce((sum, element) => sum + element.weight, 0) / weight;
}

/** "It is still on four laptops": these four are another fact's. */
function isOfOtherCount(
  { facts }: Claims,
  prepared: PreparedFact,
  { sentence, clause, met }: Match,
): boolean {
  const counted = sentence.figures.filter(
    ({ figure, clause: own }) =>
      own === clause && (figure?.kind === 'count' || figure?.kind === 'time'),
  );
  return counted.some(
    ({ figure }) =>
      figure &&
      ![...met].some((element) => element.figure && isSameFigure(element.figure, figure)) &&
      facts.some(
        (other) =>
          other !== prepared &&
          (other.state === 'asked' || other.state === 'marked') &&
          other.statement.elements.some(
            (element) => element.figure && isSameFigure(element.figure, figure),
          ) &&
          other.statement.elements.some(
            (element) =>
              !element.figure && !element.concept?.act && sentence.byKey.has(element.key),
          ),
      ),
  );
}

/** "They cannot print labels and load by hand", of a fact that has them print none. */
function deniesTheSame({ elements }: Statement, { met, turned, sentence, clause }: Match): boolean {
  const denied = elements.filter(
    (element) =>
      element.sign === -1 &&
      !element.concept?.act &&
      met.has(element) &&
      !turned.has(element) &&
      (sentence.byKey.get(element.key) ?? []).some(
        (token) => token.clause === clause && token.negated,
      ),
  );
  return denied.length >= 2;
}

/** "140 shops could not take cards" turns nothing round of "95 of the 140 take cards again". */
function isOfTheWhole({ elements }: Statement, { met }: Match): boolean {
  const counts = elements.filter(({ figure, label }) => figure?.kind === 'count' && !label);
  const told = counts.filter((element) => met.has(element));
  const largest = Math.max(...counts.map(({ figure }) => figure?.value ?? 0));
  return (
    counts.length >= 2 && told.length === 1 && told.every(({ figure }) => figure?.value === largest)
  );
}

/** Where a fact has a thing of its own ("by telephone"), a clause without it speaks of another. */
function namesItself({ own }: PreparedFact, match: Match): boolean {
  const things = own.filter(
    ({ figure, concept, weight }) => !figure && !concept?.act && weight >= 0.75,
  );
  return things.length === 0 || things.some((thing) => match.met.has(thing));
}

/** "It was active until 09:17" tells of before. */
function isPast({ sentence, clause }: Match): boolean {
  return sentence.tokens.some(
    (token) =>
      token.clause === clause &&
      /^(?:until|before|previously|formerly|please|you|should|if|unless)$/.test(token.text),
  );
}
