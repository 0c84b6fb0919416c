import { isRetracted } from './correction.ts';
import type { PreparedFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { headsList, isLeftOpenBehind } from './label-clause.ts';
import {
  type Match,
  hasVerb,
  isOnlyNear,
  isOnSubject,
  matchBest,
  matchClause,
  textOf,
} from './match.ts';
import { isBare, type Statement } from './statement.ts';
import { type Claims, findSupport, isToldByFact } from './support.ts';
import type { Token } from './token.ts';

/** What is known to be unknown, told as if it were settled, either way. */
export function findSettledUnknowns(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): Finding[] => {
    const { statement, state, fact } = prepared;
    if (state !== 'asked' || statement.mood !== 'open' || isStillGone(fact.text)) return [];
    const open = new Set(['confirm', 'investigate', 'find']);
    const elements = statement.elements.filter(
      ({ key, open: unsure }) =>
        unsure &&
        !open.has(key) &&
        !/^(?:known|know|unknown|unclear|whether|evid|say|sign)/.test(key),
    );
    const weight = elements.reduce((sum, element) => sum + element.weight, 0);
    const core: Statement = { ...statement, elements, weight };
    const made = matchBest(core, claims.said, true).filter(
      (match) =>
        // "New firmware on the gateway 12:40" says nothing of whether it helped.
        (core.asks === null ? hasVerb(match) : isAnswered(core.asks, match)) &&
        // "They are being examined by Nia Gethin": her name settles nothing.
        ![...match.met].every(({ name }) => name) &&
        (match.mood === 'plain' || (match.mood === 'weak' && !suspecting.test(fact.text))) &&
        match.sense !== 'absent' &&
        isOfMainDeed(core, match) &&
        !isLookedInto(match) &&
        !isOfTheRest(fact.text, match) &&
        !isUnderWay(match) &&
        !isAskedFor(match) &&
        !isLeftOpenBehind(match) &&
        !isLeftOpenBeside(statement, match) &&
        !(finding.test(fact.text) && isSearch(match)) &&
        !headsList(match, 7) &&
        !isOnlyNamed(match) &&
        !isOnlyNear(core, match) &&
        // Of "how the token got out" only "token" may be read: a sentence about it settles nothing.
        !(elements.length === 1 && isBare(core) && isLong(match)) &&
        match.coverage >= 0.55 &&
        isOnSubject(isBareDeed(core) ? statement : core, match) &&
        findSupport(claims, match, prepared) < match.coverage - 0.02 &&
        !isRetracted(match.sentence, match.clause) &&
        !isToldByFact(claims, match, prepared) &&
        !isAccepted(prepared, match),
    );
    if (made.length === 0) return [];
    const admitted = isAdmitted(claims, prepared, made);
    const told = admitted ? made.filter(({ coverage }) => coverage >= 0.9) : made;
    if (told.length === 0) return [];
    const sure = !admitted && told.some(({ mood }) => mood === 'plain');
    const why = `This is not known, and the text tells it as settled: ${fact.text}`;
    return [
      {
        rule: 'unknown-as-fact',
        cost: sure ? 0.25 : 0.08,
        spans: told.map(({ span }) => span),
        why,
      },
    ];
  });
}

const elsewhere = /\b(?:other|others|rest|remaining|elsewhere|everywhere else)\b/i;

/** "The rest of the site has power": what is not known is not asked of the rest. */
function isOfTheRest(fact: string, match: Match): boolean {
  return elsewhere.test(textOf(match)) && !elsewhere.test(fact);
}

/** "Pending ones are safe with us, but we don't know yet whether they go out": another clause leaves it open. */
function isLeftOpenBeside(statement: Statement, { sentence, clause, coverage }: Match): boolean {
  for (let other = 0; other < Math.min(20, sentence.clauses); other += 1) {
    if (other === clause) continue;
    const beside = matchClause(statement, sentence, other, false);
    const own = [...beside.met].filter(
      ({ key }) =>
        !/^(?:known?|unknown|unclear)$/.test(key) &&
        (sentence.byKey.get(key) ?? []).some((token) => token.clause === other),
    );
    if (beside.mood === 'open' && own.length >= 2 && beside.coverage >= 0.5 * coverage) return true;
  }
  return false;
}

const finding =
  /\b(?:shows?|showed|found|revealed)\b.{0,20}\b(?:no|none|nothing)\b|\bno (?:\w+ )?(?:signs?|evidence|traces?|indications?)\b/i;

/** "We checked all its logs", where these show nothing: how it is known, and no more than that. */
export function isSearch({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return (
    words.some(({ text }) => /^(?:we|i|we've|i've|they)$/.test(text)) &&
    words.some(({ concept, text }) => concept?.id === 'investigate' && text.endsWith('ed')) &&
    !words.some(({ negated }) => negated)
  );
}

/** Whether another sentence says that it is not known: then what was taken for an answer seldom is one. */
function isAdmitted(
  { said }: Claims,
  { statement }: PreparedFact,
  made: readonly Match[],
): boolean {
  return matchBest(statement, said, false).some(
    (match) =>
      match.mood === 'open' &&
      match.coverage >= 0.6 &&
      !made.some(({ sentence }) => sentence === match.sentence),
  );
}

const suspecting = /\b(?:suspect\w*|suspicion|believed|assumed|probably|likely|presumably)\b/i;

/** "The tablet has not been found": of a thing that is away, and nothing that could be settled by words. */
function isStillGone(text: string): boolean {
  return /\b(?:has|have|had) not (?:yet )?been (?:found|located|recovered|returned|handed in)\b/i.test(
    text,
  );
}

/** "Whether it was entered before patching" is not settled by "four are patched". */
function isOfMainDeed({ elements }: Statement, { met }: Match): boolean {
  const main = elements.find(({ concept }) => concept?.act);
  return main === undefined || met.has(main);
}

/** "Whether they are usable": what "they" are stands in the rest of the fact. */
function isBareDeed({ elements }: Statement): boolean {
  return elements.every(({ concept, figure }) => concept?.act === true || figure !== null);
}

/** "We are checking nine doses", "nine doses under check": that somebody looks settles nothing. */
function isLookedInto(match: Match): boolean {
  // "Security have had a look".
  if (
    /\b(?:had|have|has|took|taken) (?:a|another) (?:\w+ )?look\b|\b(?:is|are|am|still|now|we're|i'm|they're) looking (?:at|into|through)\b/.test(
      textOf(match),
    )
  )
    return true;
  const words = match.sentence.byClause[match.clause] ?? [];
  return words.some(
    ({ concept, text }, at) =>
      concept?.id === 'investigate' &&
      (text.endsWith('ing') ||
        ([1, 2].some((back) =>
          /^(?:under|being|be|to|will|we|i)$/.test(words[at - back]?.text ?? ''),
        ) &&
          !/^(?:have|has|had|was|were)$/.test(words[at - 1]?.text ?? '') &&
          !(text.endsWith('ed') && !/^(?:being|be)$/.test(words[at - 1]?.text ?? '')))),
  );
}

/** "Records are being rebuilt; this is in progress": whether they can be is as open as before. */
function isUnderWay(match: Match): boolean {
  const words = match.sentence.byClause[match.clause] ?? [];
  return (
    words.some((token, at) => words[at - 1]?.text === 'being' && match.tokens.includes(token)) ||
    /\b(?:in progress|under ?way|ongoing)\b/.test(textOf(match)) ||
    isLookRunning(words)
  );
}

/** "The comparison is running", "a search goes on": what it finds is as open as before. */
function isLookRunning(words: readonly Token[]): boolean {
  const verb = words.findIndex(({ text }, at) =>
    text === 'running'
      ? /^(?:is|are|still)$/.test(words[at - 1]?.text ?? '')
      : /^(?:runs|continues|goes)$/.test(text),
  );
  return (
    verb > 0 &&
    words
      .slice(0, verb)
      .some(
        ({ text, concept }) =>
          concept?.id === 'investigate' ||
          /^(?:comparisons?|search|scan|count|counting|tests?|testing|review|analysis|forensics?|audit|check)$/.test(
            text,
          ),
      )
  );
}

/** "We requested deletion": asked for, and not done. */
function isAskedFor({ met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const asked = words.findIndex(({ text }) =>
    /^(?:asked|requested|ordered|demanded|urged|instructed|begged|request|demand)$/.test(text),
  );
  const acts = words.filter((token) =>
    [...met].some(({ key, concept }) => concept?.act && token.concept?.id === key),
  );
  // "A wipe was ordered".
  const passive =
    asked === words.length - 1 && /^(?:is|are|was|were|been)$/.test(words[asked - 1]?.text ?? '');
  return (
    asked >= 0 &&
    acts.length > 0 &&
    (passive || acts.every((token) => words.indexOf(token) > asked))
  );
}

/** "The exports are stored there", "the exported files": things that are called so. */
function isOnlyNamed({ met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const acts = words.filter((token) =>
    [...met].some(({ key, concept }) => concept?.act && token.concept?.id === key),
  );
  return (
    acts.length > 0 &&
    acts.every((token) => {
      const at = words.indexOf(token);
      const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]];
      if (/^(?:exports|downloads|uploads|transfers|copies)$/.test(token.text))
        return /^(?:the|our|these|those|their|of|all|some)$/.test(before);
      return (
        /(?:ed|^lost|^stolen|^missing|^broken)$/.test(token.text) &&
        /^(?:a|an|the|our|these|those|their|of|where|holds?|with|any)$/.test(before) &&
        after !== undefined &&
        !after.hollow &&
        after.gap.trim() === ''
      );
    })
  );
}

function isLong({ sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).filter(({ hollow }) => !hollow).length > 3;
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
function isAnswered(asks: NonNullable<Statement['asks']>, { sentence, clause }: Match): boolean {
  return (sentence.byClause[clause] ?? []).some(({ text, figure }) => {
    if (figure && asks === 'when') return /^(?:time|date|stretch)$/.test(figure.kind);
    if (figure && asks === 'count') return /^(?:count|percent|money|size)$/.test(figure.kind);
    return answers[asks].test(text);
  });
}

const answers: Readonly<Record<NonNullable<Statement['asks']>, RegExp>> = {
  why: /^(?:because|due|owing|caused|causes|thanks|by|reason|cause|result|resulted|since|from|as|so)$/,
  how: /^(?:through|via|by|with|using|used|because|from|over|exploited|exploiting|phishing|phished|stolen|thanks)$/,
  who: /^(?:by|group|groups|gang|insider|insiders|employee|employees|contractor|competitor|competitors|former|man|woman|student|students|attacker|attackers|hacker|hackers|criminals?|thief|thieves|person|people|someone|somebody|nobody|supplier|partner|he|she|they)$/,
  where: /^(?:in|on|at|from|via|through|to|by|out)$/,
  count: /^(?:all|none|no|every|everything|everyone|everybody|nobody|nothing|only|both|each)$/,
  when: /^(?:today|tonight|tomorrow|yesterday|soon|shortly|morning|afternoon|evening|noon|hour|now|already|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
};
