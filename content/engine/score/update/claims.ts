import { isCorrection, isRetracted } from './correction.ts';
import type { Finding } from './finding.ts';
import { harms, isLess } from './claim-extent.ts';
import { isLabel } from './label-clause.ts';
import {
  type Match,
  isOnlyMeant,
  isOnlyNear,
  isOnSubject,
  matchBest,
  matchClause,
  textOf,
} from './match.ts';
import { writeSentence, type SaidSentence } from './said-sentence.ts';
import { type Element, isBare, type Statement } from './statement.ts';
import { findStem } from './stem.ts';
import { findChanged } from './supersede.ts';
import { type Claims, bySureness, findSupport, isToldByFact } from './support.ts';
import { findTlp, isAboutMarking, type Tlp } from './tlp.ts';

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
        !isToldByFact(claims, match) &&
        !isOnlyNear(statement, match) &&
        !isOnlyMeant(match) &&
        !(/\b(?:all|every)\b/i.test(fact.text) && isLess(fact.text, match)) &&
        !isUnderWay(fact.text, match) &&
        isOnSubject(statement, match) &&
        (isToldByFigure(own, match) ||
          (match.agreed >= least &&
            (own.length === 0 || shareMet(own, match) >= 0.55) &&
            (match.sense === 'same' || isBare(statement) || match.agreed >= 0.7))) &&
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

/** "Rotation of the remaining keys is half done", where the fact is that all have been rotated. */
function isUnderWay(fact: string, match: Match): boolean {
  if (!/\b(?:all|every|both|each)\b/i.test(fact)) return false;
  const done = /\b(?:been|was|were|are|is) (?:now )?(\w+(?:ed|en))\b/i.exec(fact)?.[1];
  if (done === undefined) return false;
  const words = match.sentence.byClause[match.clause] ?? [];
  const deeds = words.filter(({ stem }) => stem === findStem(done.toLowerCase()));
  const said = textOf(match);
  const ended =
    /\b(?:complete|completed|finished|over|done|through)\b/.test(said) &&
    !/\b(?:half|partly|almost|nearly|two thirds|a third|most of it) (?:way )?(?:done|through|finished|complete)\b/.test(
      said,
    );
  return (
    !ended &&
    deeds.length > 0 &&
    deeds.every(
      ({ text, concept }) => /(?:ing|tion|ment)$/.test(text) && !harms.has(concept?.id ?? ''),
    )
  );
}

/** A number that no other fact has, with two more words of its fact: told, in whatever other words. */
function isToldByFigure(own: readonly Element[], match: Match): boolean {
  return (
    match.agreed >= 0.4 &&
    own.some(
      (element) =>
        element.figure !== null &&
        element.figure.value >= 13 &&
        /^(?:count|money|size)$/.test(element.figure.kind) &&
        !element.label &&
        match.met.has(element),
    ) &&
    ([...match.met].filter((element) => !element.figure && element.weight >= 0.75).length >= 2 ||
      own.some((element) => isCounted(element, match)))
  );
}

/** "It is 12,600 chats": a number that nobody meets by chance, and what it counts. */
function isCounted({ figure, units }: Element, { sentence, clause }: Match): boolean {
  return (
    figure !== null &&
    figure.kind === 'count' &&
    figure.value >= 100 &&
    !/^[1-9]0+$/.test(String(figure.value)) &&
    sentence.figures.some(
      (token) =>
        token.clause === clause &&
        token.figure?.value === figure.value &&
        token.mood === 'plain' &&
        token.units.some((unit) => units.includes(unit)),
    )
  );
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
    const freshTold = matchBest(successor, claims.said, false).some(
      (match) => match.sense !== 'opposite' && shareMet(fresh, match) >= 0.6,
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
      if (isCorrection(claims.said, match.sentence.index) || isHistory(match) || isCalledOff(match))
        return false;
      if (!byFigure && isDeniedInSentence(statement, match)) return false;
      if (freshTold && (isOfBefore(match) || (!byFigure && isHeading(match)))) return false;
      if (onlyMood) return match.mood === 'open' && match.agreed >= 0.6 && !toldAnew;
      if (match.mood === 'open') return false;
      if (gone.length === 0 || shareMet(gone, match) < 0.6) return false;
      // "So we rolled it back" says nothing of the cause that was ruled out.
      if (ruling.test(successor.text) && !dropping.test(writeSentence(match.sentence))) return true;
      const renewed = matchClause(successor, match.sentence, match.clause, false);
      return !(fresh.length > 0 && renewed.sense !== 'opposite' && shareMet(fresh, renewed) >= 0.6);
    });
    if (made.length === 0) return [];
    const why = `This was so once: “${fact.text}” Since then: “${successor.text}” Say the new state, and that it changed.`;
    return [{ rule: 'stale-fact', cost: 0.28, spans: made.map(({ span }) => span), why }];
  });
}

const ruling = /\b(?:ruled out|excluded|dismissed|disproved|not the (?:cause|reason|culprit))\b/i;
const dropping =
  /\b(?:ruled|excluded|dismissed|disproved|not|no|never|neither|nor|wrong|wrongly|mistaken|dropped|cleared|innocent|thought|suspected|believed|assumed|took|first|initially|earlier)\b|n['’]t\b/i;

/** "The 22:00 rebuild in the plan is off": the plan is named to say that it does not hold. */
function isCalledOff(match: Match): boolean {
  return /\b(?:rebuild|restart|restore|plan|meeting|call|release|deployment|deploy|switch|migration|maintenance|reboot|rotation|update|test|shutdown|work|job|run|window)\b.*\b(?:is|are|has been|have been) (?:now |therefore )?(?:off|cancelled|canceled|called off|dropped|scrapped|postponed|on hold)\b/.test(
    textOf(match),
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

/** "It was NOT the change, we have ruled that out (no difference without it)": what stands beside tells it no more. */
function isDeniedInSentence({ elements }: Statement, { sentence }: Match): boolean {
  return elements.some(
    ({ key, sign, weight, figure, concept }) =>
      sign === 1 &&
      weight >= 0.75 &&
      !figure &&
      !concept?.act &&
      (sentence.byKey.get(key) ?? []).length > 0 &&
      (sentence.byKey.get(key) ?? []).every(({ negated }) => negated),
  );
}

/** "…, because the rollback did not work": why it came to what is told. */
function isHistory({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return (
    clause > 0 &&
    /^(?:because|since|after|as)$/.test(words[0]?.text ?? '') &&
    words.some(({ text }) => /^(?:did|didn't|was|were|had)$/.test(text)) &&
    !words.some(({ text }) => /^(?:still|is|are|remains?)$/.test(text))
  );
}

/** "Pagers went dead at 13:40, all of them", in a text that tells how it is now. */
function isOfBefore({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return (
    words.some(
      ({ text }) =>
        /^(?:was|were|went|began|started|stopped|rose|fell|lay|had|told|came|could|couldn't)$/.test(
          text,
        ) ||
        // "It jumped to 6.5 s at 20:00".
        (/[a-z]{2}ed$/.test(text) && words.some(({ figure }) => figure?.kind === 'time')),
    ) && !words.some(({ text }) => /^(?:still|is|are|remains?|now|since)$/.test(text))
  );
}

/** "Wrong times on the boards." at the head: names what happened, and how it is now stands behind. */
function isHeading(match: Match): boolean {
  return match.sentence.index === 0 && match.clause === 0 && !isSaid(match);
}

function isSaid({ sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).some(
    ({ text, figure, concept }) =>
      figure !== null ||
      /[a-z]{2}(?:ed|en)$/.test(text) ||
      /^(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|still|now|since)$/.test(
        text,
      ) ||
      (concept?.act === true && /[^s]s$/.test(text)),
  );
}

/** Whether a text is headed by the marking that a fact came under, or by the strictest. */
function isMarkedAlike(said: readonly SaidSentence[], tlp: Tlp | null): boolean {
  const head = said[0] ? findTlp(writeSentence(said[0])) : null;
  return head !== null && (head === tlp || head === 'red');
}

/** What came to us under a marking, told to those it was not meant for. */
export function findWithheld(claims: Claims, outside: boolean): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, own, tlp, fact } = prepared;
    if (state !== 'withheld' || own.length === 0 || isAboutMarking(fact.text)) return [];
    const told = matchBest(statement, claims.said, false).filter(
      (match) =>
        match.coverage >= 0.45 &&
        shareMet(own, match) >= 0.5 &&
        // "They sent addresses under TLP:RED, for you and me": that they are there, with their marking.
        !(!outside && match.sentence.tokens.some(({ text }) => /^tlp/.test(text))) &&
        // A mail that is itself marked so, for those whom it names.
        !(!outside && isMarkedAlike(claims.said, tlp)) &&
        findSupport(claims, match, prepared) <= match.coverage,
    );
    if (told.length === 0) return [];
    const why = `TLP:${(tlp ?? 'amber').toUpperCase()} does not let these readers have it: ${fact.text}`;
    return [
      { rule: 'broken-tlp', cost: outside ? 0.3 : 0.15, spans: told.map(({ span }) => span), why },
    ];
  });
}
