import { type Asks, answering } from './answer.ts';
import { harms } from './claim-extent.ts';
import { isDisputed, isRetracted } from './correction.ts';
import type { PreparedFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { isQuestionFirst } from './fronted-question.ts';
import { headsList, isLeftOpenBehind } from './label-clause.ts';
import {
  type Match,
  hasVerb,
  isOnlyNear,
  isOnSubject,
  matchBest,
  matchClause,
  spanOf,
  textOf,
} from './match.ts';
import { isBare, readStatement, type Statement } from './statement.ts';
import { type Claims, findSupport, isToldByFact } from './support.ts';
import type { Token } from './token.ts';

/** What is known to be unknown, told as if it were settled, either way. */
export function findSettledUnknowns(claims: Claims): readonly Finding[] {
  return claims.facts.flatMap((prepared): readonly Finding[] => {
    const { statement, state, fact } = prepared;
    if (state !== 'asked' || statement.mood !== 'open') return [];
    if (isStillGone(fact.text) || isAdvice(fact.text)) return [];
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
        (match.mood === 'plain' ||
          (match.mood === 'weak' && !isBare(core) && !suspecting.test(fact.text))) &&
        match.sense !== 'absent' &&
        isOfMainDeed(core, match) &&
        !isLookedInto(match) &&
        !isApology(match) &&
        !(core.asks === 'who' && isBySomebody(match)) &&
        !isOfTheRest(fact.text, match) &&
        !isUnderWay(match) &&
        !isAskedFor(match) &&
        !isLeftOpenBehind(match) &&
        !isLeftOpenBeside(statement, match) &&
        !(finding.test(fact.text) && isSearch(match)) &&
        !headsList(match, 7) &&
        !isOnlyNamed(match) &&
        !isOnlyNear(core, match) &&
        !isQuestion(match) &&
        !isToldAsSearched(fact.text, match) &&
        !isOnlyPossible(match) &&
        !isDoneByUs(fact.text, match) &&
        !isOfOneAlone(fact.text, match) &&
        // Of "how the token got out" only "token" may be read: a sentence about it settles nothing.
        !(elements.length === 1 && isBare(core) && isLong(match)) &&
        match.coverage >= 0.55 &&
        isOnSubject(isBareDeed(core) ? statement : core, match) &&
        findSupport(claims, match, prepared) < match.coverage - 0.02 &&
        !isRetracted(match.sentence, match.clause) &&
        !isDisputed(claims.said, match.sentence) &&
        !isToldByFact(claims, match, prepared) &&
        !isAccepted(prepared, match) &&
        !isCertainPart(fact.text, match),
    );
    if (made.length === 0) return findToldCulprit(claims, prepared);
    const admitted = isAdmitted(claims, prepared, made);
    const told = admitted ? made.filter(({ coverage }) => coverage >= 0.9) : made;
    if (told.length === 0) return [];
    const sure = !admitted && told.some(({ mood }) => mood === 'plain');
    const why = `This is not known, and the text tells it as settled: ${fact.text}`;
    return [
      {
        rule: 'unknown-as-fact',
        cost: sure ? 0.14 : 0.08,
        spans: told.map(({ span }) => span),
        why,
      },
    ];
  });
}

const whoAsked =
  /\b(?:who (?:is|was|did|sent|made|entered|stood|stands|took|has|had)|behind (?:it|this|the)|identity|perpetrators?|attribution|culprits?)\b/i;
const culprit =
  /^(?:(?:and|but|so) )?(?:it|this|they|these|those|that|the (?:attackers?|intruders?|thieves|culprits?|people behind (?:it|this))) (?:is|was|are|were) (?:\w+ly )?(?:an?|the|our|one of|some) (?:\w+ ){0,3}(?:groups?|gang|ring|insiders?|employees?|colleagues?|contractors?|competitors?|rivals?|activists?|hacktivists?|teenagers?|students?|states?|nation|criminals|professionals|crew|network|syndicate)\b/;

/** "It is an organised group from abroad", where it is not known who is behind it. */
function findToldCulprit({ said }: Claims, { fact }: PreparedFact): readonly Finding[] {
  if (!whoAsked.test(fact.text)) return [];
  const spans = said.flatMap((sentence) =>
    sentence.byClause.flatMap((words, clause) =>
      words.every(({ mood }) => mood === 'plain') &&
      culprit.test(textOf({ sentence, clause })) &&
      !isDisputed(said, sentence) &&
      !isRetracted(sentence, clause)
        ? [spanOf(sentence, clause)]
        : [],
    ),
  );
  if (spans.length === 0) return [];
  const why = `This is not known, and the text tells it as settled: ${fact.text}`;
  return [{ rule: 'unknown-as-fact', cost: 0.14, spans, why }];
}

/** "Sorry for the trouble this caused": of what it did to readers. */
function isApology(match: Match): boolean {
  return /\b(?:sorry|apologi[sz]e|apologies|regret)\b/.test(textOf(match));
}

/** "Somebody was sending us requests": it is as open as before who did. */
function isBySomebody({ sentence, clause }: Match): boolean {
  return /^(?:somebody|someone|an unknown|unknown)$/.test(
    (sentence.byClause[clause] ?? [])[0]?.text ?? '',
  );
}

const elsewhere =
  /\b(?:other|others|rest|remaining|elsewhere|(?:everywhere|everybody|everyone|everything) else)\b/i;

/** "The rest of the site has power": what is not known, or not to be claimed, is not asked of the rest. */
export function isOfTheRest(fact: string, match: Match): boolean {
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
  /\b(?:no|none|nothing)\b.*\b(?:found|seen|detected|observed|so far)\b|\b(?:shows?|showed|found|revealed)\b.{0,20}\b(?:no|none|nothing)\b|\bno (?:\w+ )?(?:signs?|evidence|traces?|indications?)\b/i;

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

/** "If you got one, call us": asked of the reader, and no unknown. */
function isAdvice(text: string): boolean {
  return /^(?:if|when|should|unless|once) you\b/i.test(text);
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
function isAnswered(asks: Asks, { sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return words.some(({ text, figure }, at) => {
    // "Since nine this morning": that it lasts. "Publish when approved, next note at ten": of another deed.
    if (
      asks === 'when' &&
      (words.slice(Math.max(0, at - 4), at).some((word) => word.text === 'since') ||
        words.some((word) => word.text === 'when'))
    )
      return false;
    if (asks === 'where' && words[at + 1]?.figure) return false;
    if (figure && asks === 'when') return /^(?:time|date|stretch)$/.test(figure.kind);
    if (figure && asks === 'count') return /^(?:count|percent|money|size)$/.test(figure.kind);
    // "By an outsider" says who, and not how.
    if (asks === 'how' && text === 'by' && isSomebody(words.slice(at + 1, at + 4))) return false;
    return answering[asks].test(text);
  });
}

function isSomebody(words: readonly Token[]): boolean {
  return words.some(({ text }) =>
    /^(?:outsiders?|strangers?|attackers?|intruders?|hackers?|criminals?|thie(?:f|ves)|somebody|someone|anyone|anybody|person|people|us)$/.test(
      text,
    ),
  );
}

/** "How the repair goes on", "by which way they came in": asks, and answers nothing. "Why it failed is the disk" does. */
function isQuestion({ sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const start = /^(?:and|or|but)$/.test(words[0]?.text ?? '') ? 1 : 0;
  return (
    isQuestionFirst(words.slice(start)) &&
    !/^(?:if|when)$/.test(words[start]?.text ?? '') &&
    !words.some(({ text }) => /^(?:is|are|was|were)$/.test(text))
  );
}

/** "The archive shows no such calls so far": what a search has not found, told as that. */
function isToldAsSearched(fact: string, match: Match): boolean {
  return (
    finding.test(fact) &&
    /\b(?:no|none|nothing|not)\b/.test(textOf(match)) &&
    /\b(?:so far|yet|until now|to date|found|see|sees|seen|shows?|detected|observed|evidence|signs?|traces?|indications?)\b/.test(
      textOf(match),
    )
  );
}

/** "Spread is not ruled out; scan at 20 percent": what the fact tells for certain beside what it leaves open. */
function isCertainPart(fact: string, { sentence, clause, tokens }: Match): boolean {
  // "14 of them were misused" says more than that 14 look odd.
  const deeds = (sentence.byClause[clause] ?? []).filter(
    (token) =>
      harms.has(token.concept?.id ?? '') ||
      token.concept?.id === 'use' ||
      (token.figure && tokens.includes(token)),
  );
  const parts = fact.split(/;\s|,\s(?:but|and)\s/);
  return parts.some((part) => {
    // "Two are missing; not confirmed": the doubt has to be of something else.
    if (!parts.some((other) => other !== part && namesThing(other))) return false;
    const told = readStatement(part, false);
    if (told.mood !== 'plain' || told.asks !== null || told.elements.length < 2) return false;
    const own = matchClause(told, sentence, clause, false);
    return own.agreed >= 0.6 && deeds.every((token) => own.tokens.includes(token));
  });
}

function namesThing(text: string): boolean {
  return readStatement(text, false).elements.some(
    ({ figure, concept, weight }) => !figure && !concept?.act && weight >= 0.75,
  );
}

/** "Could be opened by anyone": what was possible. "Could not be opened" tells what was not done. */
function isOnlyPossible({ met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const acts = words.flatMap(({ concept }, at) =>
    concept?.act && [...met].some(({ key }) => key === concept.id) ? [at] : [],
  );
  return (
    acts.length > 0 &&
    acts.every(
      (at) =>
        words[at]?.negated === false &&
        words
          .slice(Math.max(0, at - 3), at)
          .some(({ text }) => /^(?:can|could|may|might|possibly|perhaps|maybe)$/.test(text)),
    )
  );
}

/** "We have looked at one mailbox", where it is not known whether somebody opened others: we are not those. */
function isDoneByUs(fact: string, { met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const acts = words.flatMap(({ concept }, at) =>
    concept &&
    /^(?:access|take|expose)$/.test(concept.id) &&
    [...met].some(({ key }) => key === concept.id)
      ? [at]
      : [],
  );
  return (
    !/\b(?:we|us|our)\b/i.test(fact.replace(/^we (?:do not|don't|cannot) \w+/i, '')) &&
    acts.length > 0 &&
    acts.every((at) => {
      const before = words.slice(Math.max(0, at - 4), at);
      return (
        before.some(({ text }) => /^(?:we|i|we've|i've)$/.test(text)) &&
        before.every(
          ({ text, hollow }) => hollow || /^(?:so|far|now|only|just|already)$/.test(text),
        ) &&
        !before.some(({ text }) => /^(?:were|was|been|be)$/.test(text))
      );
    })
  );
}

/** "Whether other lines have it" is not settled by what is said of one. */
function isOfOneAlone(fact: string, { sentence }: Match): boolean {
  return (
    /\b(?:whether|if)\b.*\b(?:other|others|the rest|remaining)\b/i.test(fact) &&
    !sentence.tokens.some(({ text }) =>
      /^(?:others?|else|elsewhere|rest|remaining|all|every\w*|no|none|nobody|nothing|only|more|further|whole|entire)$/.test(
        text,
      ),
    )
  );
}
