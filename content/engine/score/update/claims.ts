import type { Finding } from './finding.ts';
import { findChanged, type PreparedFact } from './facts.ts';
import { isOnSubject, matchBest, matchClause, type Match } from './match.ts';
import { isCorrection, isDisowned, isQuoted, isRetracted } from './correction.ts';
import { isFaint } from './lexicon.ts';
import {
  keyOf,
  readStatement,
  signOf,
  type Element,
  type SaidSentence,
  type Statement,
} from './statement.ts';
import type { Mood } from './token.ts';

const bySureness: Readonly<Record<Mood, number>> = { plain: 1, weak: 0.45, planned: 0.35, open: 0 };

export interface Claims {
  readonly facts: readonly PreparedFact[];
  readonly said: readonly SaidSentence[];
}

/** How well the facts that hold bear a clause out, 0..1. */
export function findSupport(
  { facts }: Claims,
  { sentence, clause }: Match,
  except?: PreparedFact,
): number {
  const [first, second] = rankSupport(facts, sentence, clause);
  return (first?.fact === except ? second?.agreed : first?.agreed) ?? 0;
}

interface Support {
  readonly fact: PreparedFact;
  readonly agreed: number;
}

/** The two facts that bear a clause out best: many rules ask of one clause, one without one fact. */
function rankSupport(
  facts: readonly PreparedFact[],
  sentence: SaidSentence,
  clause: number,
): readonly [Support?, Support?] {
  const ofFacts = supports.get(facts) ?? new WeakMap<SaidSentence, [Support?, Support?][]>();
  supports.set(facts, ofFacts);
  const byClause = ofFacts.get(sentence) ?? [];
  ofFacts.set(sentence, byClause);
  const known = byClause[clause];
  if (known) return known;
  let first: Support | undefined;
  let second: Support | undefined;
  for (const fact of facts) {
    if (fact.state === 'future' || fact.state === 'superseded') continue;
    const agreed = [fact.statement, ...fact.phrases.filter(isTelling)].reduce((most, statement) => {
      const match = matchClause(statement, sentence, clause, false);
      return match.sense === 'opposite' ? most : Math.max(most, match.agreed);
    }, 0);
    if (agreed === 0) continue;
    const own = { fact, agreed };
    if (!first || own.agreed > first.agreed) {
      second = first;
      first = own;
    } else if (!second || own.agreed > second.agreed) second = own;
  }
  const ranked: [Support?, Support?] = first ? (second ? [first, second] : [first]) : [];
  byClause[clause] = ranked;
  return ranked;
}

/** A phrasing that says what happens to what; "1,860 cards" bears nothing out. */
function isTelling({ elements, weight }: Statement): boolean {
  return (
    weight >= 2.2 &&
    elements.some(({ concept }) => concept?.act) &&
    elements.some(({ concept, figure }) => !concept?.act && !figure)
  );
}

const supports = new WeakMap<
  readonly PreparedFact[],
  WeakMap<SaidSentence, [Support?, Support?][]>
>();

/** Claims that must not be made, also in other words; not where they are denied or left open. */
export function findForbidden(claims: Claims, forbidden: readonly string[]): readonly Finding[] {
  return forbidden.flatMap((text): Finding[] => {
    const statement = readStatement(text, false);
    if (statement.weight === 0) return [];
    const made = matchBest(statement, claims.said, true).filter((match) => {
      if (match.sense === 'opposite' || match.agreed < 0.6 || !isOnSubject(statement, match))
        return false;
      if (match.sense === 'absent' && !isBare(statement)) return false;
      // "We were hacked" is one word of matter: what only follows from it is not it.
      if (statement.elements.length === 1 && match.agreed < 0.95) return false;
      if (isOtherTime(statement, match) || isAskedFor(statement, match)) return false;
      if (isTakenBack(claims.said, match)) return false;
      if (statement.mood !== 'open' && match.mood === 'open') return false;
      if (isRetracted(match.sentence, match.clause)) return false;
      if (isLess(text, match) || isOfAnother(statement, match)) return false;
      const support = findSupport(claims, match);
      // "Only one was read": that one was read is another thing to say.
      if (limiting.test(text) && !isLimited(match)) return support < 0.5;
      return support <= match.agreed + 0.05;
    });
    if (made.length === 0) return [];
    const worst = Math.max(
      ...made.map((match) => sureness(statement, match) * (0.6 + 0.4 * match.agreed)),
    );
    if (worst === 0) return [];
    const why = `This claim must not be made: “${text}”. Say what was seen, and what is not known yet.`;
    return [
      { rule: 'forbidden-claim', cost: 0.3 * worst, spans: made.map(({ span }) => span), why },
    ];
  });
}

/** "All keys have been replaced" is not made by "keys are being replaced", nor by "the rest was". */
function isLess(claim: string, { sentence, clause, met }: Match): boolean {
  // What harms is claimed as soon as it goes on.
  const harm = [...met].some(({ key, sign }) => harms.has(key) && sign === 1);
  const words = sentence.byClause[clause] ?? [];
  const going = words.some(
    ({ text, concept }, at) =>
      text === 'being' ||
      (concept?.act === true &&
        text.endsWith('ing') &&
        /^(?:am|is|are|'re)$/.test(words[at - 1]?.text ?? '')),
  );
  if (going && !harm && /\b(?:has|have|had|was|were) (?:now |all )?(?:been )?\w+ed\b/i.test(claim))
    return true;
  return (
    /\b(?:all|every|everything|everybody|everyone)\b/i.test(claim) &&
    sentence.tokens.some(({ text }) => /^(?:some|rest|half|partly|most)$/.test(text))
  );
}

const dayWords =
  /^(?:today|tonight|tomorrow|yesterday|noon|midnight|morning|afternoon|evening|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** "Refunds arrive within three days" is not "refunds arrive today". */
function isOtherTime({ text, elements }: Statement, { sentence, clause, met }: Match): boolean {
  const isTime = (figure: Element['figure']): boolean =>
    figure !== null && /^(?:time|date|stretch)$/.test(figure.kind);
  const days =
    text
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.filter((word) => dayWords.test(word)) ?? [];
  const timed = elements.filter(({ figure }) => isTime(figure));
  if (days.length === 0 && timed.length === 0) return false;
  const words = sentence.byClause[clause] ?? [];
  if (
    timed.some((element) => met.has(element)) ||
    words.some(({ text: own }) => days.includes(own))
  )
    return false;
  return words.some(({ text: own, figure }) => isTime(figure) || dayWords.test(own));
}

/** "We asked them to delete it" does not say that they did. */
function isAskedFor({ elements, text }: Statement, { sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const asked = words.findIndex(({ text: own }) => requests.test(own));
  if (asked < 0 || requests.test(text)) return false;
  const to = words.findIndex(({ text: own }, at) => at > asked && own === 'to');
  const acts = elements.filter(({ concept }) => concept?.act);
  return (
    to >= 0 &&
    acts.length > 0 &&
    acts.every(({ key }) => !words.slice(0, to).some((word) => keyOf(word) === key))
  );
}

const requests =
  /\b(?:asked|ask|asking|requested|request|instructed|ordered|urged|invited|told|advised)\b/;

/** "We wrote that photos may be lost. That turned out to be wrong." */
function isTakenBack(said: readonly SaidSentence[], { sentence }: Match): boolean {
  const next = said[sentence.index + 1];
  return isQuoted(sentence) && next !== undefined && next.clauses > 0 && isDisowned(next);
}

const harms = new Set('take access expose compromise lose delete encrypt affect attack'.split(' '));

/** "Phones work" says nothing of the site: what works is named right before. */
function isOfAnother({ elements }: Statement, { sentence, clause }: Match): boolean {
  const claimed = elements.find(({ key, sign }) => key === 'down' && sign === -1);
  const keys = new Set(elements.map(({ key }) => key));
  if (!claimed || keys.size < 2) return false;
  const words = (sentence.byClause[clause] ?? []).filter(({ hollow }) => !hollow);
  const working = words.flatMap((word, at) =>
    keyOf(word) === 'down' && signOf(word) === -1
      ? // "We get the money back": who gets it stands before, what comes back behind.
        /^(?:get|gets|got|getting|bring|brought|bringing)$/.test(word.text)
        ? [undefined]
        : [words[at - 1]]
      : [],
  );
  return (
    working.length > 0 &&
    working.every(
      (subject) =>
        subject !== undefined &&
        !subject.concept?.act &&
        !subject.figure &&
        !keys.has(keyOf(subject)) &&
        !isFaint(subject.stem),
    )
  );
}

const limiting = /\b(?:only|just|solely|merely|nothing but|no more than|at most|limited to)\b/i;

function isLimited({ sentence }: Match): boolean {
  return sentence.tokens.some(({ text }) =>
    /^(?:only|just|solely|merely|single|sole|alone|limited|confined|restricted|other|others|more|else|elsewhere|most)$/.test(
      text,
    ),
  );
}

function sureness(statement: Statement, match: Match): number {
  if (statement.mood === 'open') return 1;
  if (statement.mood === match.mood) return 1;
  return bySureness[match.mood];
}

/** Names alone, with nothing that happens. */
function isBare(statement: Statement): boolean {
  return !statement.elements.some(({ concept }) => concept?.act);
}

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
        isOnSubject(statement, match) &&
        match.agreed >= least &&
        (own.length === 0 || shareMet(own, match) >= 0.55) &&
        (match.sense === 'same' || isBare(statement) || match.agreed >= 0.7) &&
        findSupport(claims, match) <= match.agreed + margin &&
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
        (bare || [...match.met].some((element) => !element.concept?.act && !element.figure)) &&
        !isPast(match) &&
        !isSaidBeside(statement, match) &&
        // "Cards were not on the list" and "it held no cards" deny the same.
        !(denying.test(fact.text) && hasDenial(match)) &&
        !isCorrection(claims.said, match.sentence.index) &&
        findSupport(claims, match, prepared) < match.coverage - 0.02,
    );
    if (made.length === 0) return [];
    const why = `This says the opposite of what is known: ${fact.text}`;
    return [{ rule: 'contradicted-fact', cost: 0.28, spans: made.map(({ span }) => span), why }];
  });
}

const denying = /\b(?:not|no|none|nobody|nothing|never|neither|nor)\b|n['’]t\b/i;

function hasDenial({ sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).some(({ text }) => denying.test(text));
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
      /^(?:until|before|previously|formerly|please|you|should)$/.test(token.text),
  );
}

/** What is known to be unknown, told as if it were settled, either way. */
export function findSettledUnknowns(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, fact } = prepared;
    if (state !== 'asked' || statement.mood !== 'open') return [];
    const open = new Set(['confirm', 'investigate', 'find']);
    const elements = statement.elements.filter(
      ({ key }) =>
        !open.has(key) && !/^(?:known|know|unknown|unclear|whether|evid|say|sign)/.test(key),
    );
    const weight = elements.reduce((sum, element) => sum + element.weight, 0);
    const core: Statement = { ...statement, elements, weight };
    const made = matchBest(core, claims.said, true).filter(
      (match) =>
        (core.asks === null || isAnswered(core.asks, match)) &&
        (match.mood === 'plain' || match.mood === 'weak') &&
        match.sense !== 'absent' &&
        match.coverage >= 0.55 &&
        isOnSubject(core, match) &&
        findSupport(claims, match, prepared) < match.coverage - 0.02 &&
        !isRetracted(match.sentence, match.clause) &&
        !isAccepted(prepared, match),
    );
    if (made.length === 0) return [];
    const sure = made.some(({ mood }) => mood === 'plain');
    const why = `This is not known, and the text tells it as settled: ${fact.text}`;
    return [
      {
        rule: 'unknown-as-fact',
        cost: sure ? 0.25 : 0.08,
        spans: made.map(({ span }) => span),
        why,
      },
    ];
  });
}

/** Whether a phrasing that the author accepts states it as plainly. "How they came in" states nothing. */
function isAccepted({ phrases }: PreparedFact, { sentence, clause }: Match): boolean {
  return phrases.some(
    (phrase) =>
      phrase.mood === 'plain' &&
      /\b(?:is|are|was|were|has|have|had|no|not)\b/i.test(phrase.text) &&
      !/\b(?:how|who|whether|which|what|when|where|if|why)\b/i.test(phrase.text) &&
      matchClause(phrase, sentence, clause, false).agreed >= 0.9,
  );
}

/** Whether a sentence says why, how, where or when. That a thing happened, or not yet, settles none of these. */
function isAnswered(asks: NonNullable<Statement['asks']>, { sentence }: Match): boolean {
  return sentence.tokens.some(({ text, figure }) =>
    asks === 'when' && figure
      ? /^(?:time|date|stretch)$/.test(figure.kind)
      : answers[asks].test(text),
  );
}

const answers: Readonly<Record<NonNullable<Statement['asks']>, RegExp>> = {
  why: /^(?:because|due|owing|caused|causes|thanks|by|reason|cause|result|resulted|since|from|as|so)$/,
  how: /^(?:through|via|by|with|using|used|because|from|over|exploited|exploiting|phishing|phished|stolen|thanks)$/,
  where: /^(?:in|on|at|from|via|through|to|by|out)$/,
  when: /^(?:today|tonight|tomorrow|yesterday|soon|shortly|morning|afternoon|evening|noon|hour|now|already|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
};

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
