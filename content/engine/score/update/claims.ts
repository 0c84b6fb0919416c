import { isCorrection, isRetracted } from './correction.ts';
import type { PreparedFact } from './facts.ts';
import { isSameFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { type Match, isOnSubject, matchBest, matchClause } from './match.ts';
import { type Element, isBare, type Statement } from './statement.ts';
import { findChanged } from './supersede.ts';
import { type Claims, bySureness, findSupport } from './support.ts';

/** Facts that could not be known yet. */
export function findTooEarly(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, own, state, fact } = prepared;
    if (state !== 'future' || statement.mood === 'open') return [];
    // All of its words are in other facts as well: then only what none of them says is its own.
    const [least, margin] = own.length === 0 ? [0.8, -0.25] : [0.55, 0.1];
    const made = matchBest(statement, claims.said, false).filter(
      (match) =>
        match.sense !== 'opposite' &&
        match.mood !== 'open' &&
        !isLabel(match) &&
        !isOfLabelAlone(match) &&
        isOnSubject(statement, match) &&
        match.agreed >= least &&
        (own.length === 0 || shareMet(own, match) >= 0.55) &&
        (match.sense === 'same' || isBare(statement) || match.agreed >= 0.7) &&
        // Told with what is known ("a stranger signed in with the technician's password") it is told.
        (isTold(own, match) || findSupport(claims, match) <= match.agreed + margin) &&
        (own.length === 0 || own.some((element) => isNamed(element, match))) &&
        !isRetracted(match.sentence, match.clause),
    );
    if (made.length === 0) return [];
    const worst = Math.max(...made.map((match) => bySureness[match.mood] * match.agreed));
    const why = `Nobody could know this yet at that minute: ${fact.text} If you say it and it turns out otherwise, the next update is not believed.`;
    return [
      { rule: 'not-yet-known', cost: 0.28 * worst, spans: made.map(({ span }) => span), why },
    ];
  });
}

function isTold(own: readonly Element[], match: Match): boolean {
  const named = own.filter(
    (element) => element.weight >= 0.75 && match.met.has(element) && isNamed(element, match),
  );
  return named.length >= 3 && shareMet(own, match) >= 0.6;
}

/** Said in the sentence itself, not only meant by its "they". */
function isNamed({ key, figure, concept }: Element, { sentence }: Match): boolean {
  return figure !== null || concept?.act === true || sentence.byKey.has(key);
}

function shareMet(elements: readonly Element[], match: Match): number {
  const all = elements.reduce((sum, { weight }) => sum + weight, 0);
  const met = elements
    .filter((element) => match.met.has(element))
    .reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : met / all;
}

/** What was right once and is not any more, said as if it still were. */
export function findStale(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, successor, fact } = prepared;
    if (!successor) return [];
    const gone = findChanged(statement, successor);
    const fresh = findChanged(successor, statement);
    const onlyMood = statement.mood === 'open' && successor.mood !== 'open';
    const toldAnew = matchBest(successor, claims.said, false).some(
      (match) => match.sense !== 'opposite' && match.mood !== 'open' && match.agreed >= 0.65,
    );
    const made = matchBest(statement, claims.said, false).filter((match) => {
      if (match.sense === 'opposite') return false;
      // An old count is known by its number, whatever stands around it.
      const byFigure = gone.some(
        (element) =>
          (element.figure?.value ?? 0) >= 13 &&
          element.figure?.kind === 'count' &&
          match.met.has(element),
      );
      if (match.agreed < (byFigure ? 0.25 : 0.45)) return false;
      if (!byFigure && !isOnSubject(statement, match)) return false;
      if (isCorrection(claims.said, match.sentence.index)) return false;
      if (onlyMood) return match.mood === 'open' && match.agreed >= 0.6 && !toldAnew;
      if (match.mood === 'open') return false;
      if (gone.length === 0 || shareMet(gone, match) < 0.6) return false;
      const renewed = matchClause(successor, match.sentence, match.clause, false);
      return !(fresh.length > 0 && renewed.sense !== 'opposite' && shareMet(fresh, renewed) >= 0.6);
    });
    if (made.length === 0) return [];
    const why = `This was so once: “${fact.text}” Since then: “${successor.text}” Say the new state, and that it changed.`;
    return [{ rule: 'stale-fact', cost: 0.28, spans: made.map(({ span }) => span), why }];
  });
}

/** The opposite of what is known. */
export function findContradictions(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, fact } = prepared;
    if (state !== 'asked' || statement.mood === 'open') return [];
    const bare = statement.elements.every(({ concept }) => concept?.act);
    const made = matchBest(statement, claims.said, false).filter(
      (match) =>
        match.sense === 'opposite' &&
        match.coverage >= 0.55 &&
        match.mood === 'plain' &&
        namesItself(prepared, match) &&
        !isLabel(match) &&
        (bare || [...match.met].some((element) => !element.concept?.act && !element.figure)) &&
        !isPast(match) &&
        [...match.turned].some(
          (element) =>
            !match.near.has(element) ||
            // "Not affected" and "not fine": near by word, and one denies the other.
            (element.key === 'affect' && element.sign === -1 && deniesGood(match)),
        ) &&
        !isCutOff(statement, match) &&
        !isSaidBeside(statement, match) &&
        !isOfOtherThing(prepared, match) &&
        // "Cards were not on the list" and "it held no cards" deny the same.
        !(denying.test(fact.text) && hasDenial(match) && !deniesGood(match)) &&
        !isCorrection(claims.said, match.sentence.index) &&
        !isOfOtherCount(claims, prepared, match) &&
        !isOfTheWhole(statement, match) &&
        findSupport(claims, match, prepared) <
          Math.min(match.coverage, shareInClause(statement, match)) - 0.02,
    );
    if (made.length === 0) return [];
    const why = `This says the opposite of what is known: ${fact.text}`;
    return [{ rule: 'contradicted-fact', cost: 0.28, spans: made.map(({ span }) => span), why }];
  });
}

/** "Customer releases: none have it": what stands before the colon only names what is spoken of. */
function isLabel({ sentence, clause }: Match): boolean {
  const own = sentence.byClause[clause] ?? [];
  const next = sentence.byClause[clause + 1]?.[0];
  return (
    own.length <= 5 &&
    next?.gap.includes(':') === true &&
    !own.some(
      ({ concept, text, negated }) => concept?.act || negated || /^(?:is|are|was|were)$/.test(text),
    )
  );
}

/** "Bank details: still to be looked for": behind the colon only what is to be done. */
function isOfLabelAlone(match: Match): boolean {
  const { sentence, clause, met } = match;
  const own = sentence.byClause[clause] ?? [];
  return (
    clause > 0 &&
    isLabel({ ...match, clause: clause - 1 }) &&
    own.some(
      ({ mood, text }) =>
        mood !== 'plain' || /^(?:still|to|not|no|pending|being|later)$/.test(text),
    ) &&
    ![...met].some(({ key }) =>
      (sentence.byKey.get(key) ?? []).some((token) => token.clause === clause),
    )
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

const denying = /\b(?:not|no|none|nobody|nothing|never|neither|nor)\b|n['’]t\b/i;

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

/** "140 shops could not take cards" turns nothing round of "95 of the 140 take cards again". */
function isOfTheWhole({ elements }: Statement, { met }: Match): boolean {
  const counts = elements.filter(({ figure, label }) => figure?.kind === 'count' && !label);
  const told = counts.filter((element) => met.has(element));
  const largest = Math.max(...counts.map(({ figure }) => figure?.value ?? 0));
  return (
    counts.length >= 2 && told.length === 1 && told.every(({ figure }) => figure?.value === largest)
  );
}

/** "It is still on four laptops": these four are another fact's. */
function isOfOtherCount(
  { facts }: Claims,
  prepared: PreparedFact,
  { sentence, clause, met }: Match,
): boolean {
  const counted = sentence.figures.filter(
    ({ figure, clause: own }) => own === clause && figure?.kind === 'count',
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

/** What came to us under a marking, told to those it was not meant for. */
export function findWithheld(claims: Claims, outside: boolean): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, own, tlp, fact } = prepared;
    if (state !== 'withheld' || own.length === 0) return [];
    const told = matchBest(statement, claims.said, false).filter(
      (match) =>
        match.coverage >= 0.45 &&
        shareMet(own, match) >= 0.5 &&
        findSupport(claims, match, prepared) <= match.coverage,
    );
    if (told.length === 0) return [];
    const why = `TLP:${(tlp ?? 'amber').toUpperCase()} does not let these readers have it: ${fact.text}`;
    return [
      { rule: 'broken-tlp', cost: outside ? 0.3 : 0.15, spans: told.map(({ span }) => span), why },
    ];
  });
}
