import { headsList, isLeftOpenBehind } from './label-clause.ts';
import { type Match, isOnlyMeant, matchClause, textOf } from './match.ts';
import { isNameAlone, isRequest } from './no-claim.ts';
import { isFaint } from './small-words.ts';
import { type Element, keyOf, signOf, type Statement } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';
import { wholes } from './all-clear.ts';
import { isFromNowOn } from './unproven.ts';

// What sounds like a claim and is another matter: said of another time, thing, person or part.

export function isOtherMatter(statement: Statement, match: Match): boolean {
  return (
    // "Power is ruled out".
    (/\b(?:ruled out|excluded|discarded)\b/.test(textOf(match)) &&
      !/\b(?:ruled out|excluded|discarded)\b/i.test(statement.text)) ||
    // "Please hold off ordering again".
    (isRequest(match.sentence.byClause[match.clause] ?? []) && !isNameAlone(statement)) ||
    isNotDone(statement, match) ||
    isOnlyMeant(match) ||
    isLeftOpenBehind(match) ||
    headsList(match, isQuestion(match) ? 7 : 2) ||
    isOnlyOwner(statement, match) ||
    isOnlyAble(statement, match) ||
    isOtherTime(statement, match) ||
    isOfThePast(statement, match) ||
    isAskedFor(statement, match) ||
    isOfAnotherOne(statement, match) ||
    isOfAnother(statement, match)
  );
}

/** "They tried to become admin and failed", "we are still removing it", "keys are renewed every 90 days": not done. */
function isNotDone({ text, mood }: Statement, match: Match): boolean {
  return (
    mood === 'plain' &&
    /\b(?:has|have|had|was|were|is|are|gone)\b|\w{3}ed\b/i.test(text) &&
    !unfinished.test(text) &&
    unfinished.test(textOf(match))
  );
}

/** What is begun, tried, threatened, or done as a habit. */
export const unfinished =
  /\b(?:(?:begun|started|beginning|hope|hoping|tried|attempted|trying|attempting|threaten(?:ed|s|ing)?|promis(?:ed|es|e|ing)|offered|offers?|planned|prepared|preparing|waiting|failed) (?:to|for)|(?:is|are|am|we're|they're) (?:still |now |already )?(?:checking|testing|looking|searching|examining|counting|preparing|removing|replacing|rotating|cleaning|deleting|restoring|notifying|informing|writing to|contacting|publishing|identifying|finishing|working)|before (?:we|they|it)|so far|until (?:the|we|it)|failed (?:at|on|and)|(?:normally|usually|as a rule|in general|every \d+ (?:days?|hours?|weeks?|months?))|draft)\b/i;

/** "What was not touched: payment data": the heading asks. */
function isQuestion({ sentence, clause }: Match): boolean {
  return /^(?:what|which|who|where)$/.test(sentence.byClause[clause]?.[0]?.text ?? '');
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
  // A claim of a time to come is not made without one: "it will be done by two".
  return (
    (timed.length > 0 && days.length === 0 && /\b(?:by|within|until|before)\b/i.test(text)) ||
    words.some(({ text: own, figure }) => isTime(figure) || dayWords.test(own))
  );
}

const longAgo =
  /\b(?:last (?:year|spring|summer|autumn|fall|winter)|(?:years?|months) ago|(?:in|of) (?:19|20)\d\d|(?:previous|earlier|different|separate|other) (?:incident|attack|outage|breach|leak|event|case)|in the (?:drill|exercise|rehearsal))\b/i;

/** "Last autumn's incident was contained within an hour": another one. */
export function isOfThePast({ text }: Statement, { sentence }: Match): boolean {
  const said = sentence.tokens.map((token) => token.text).join(' ');
  return longAgo.test(said) && !longAgo.test(text);
}

const otherwise =
  /^(?:second|third|other|another|separate|different|neighbouring|neighboring|previous|next|staging|test|training|demo|covering)$/;

/** "The second bucket had only test data", where the claim is of the bucket: of another of its kind. */
function isOfAnotherOne({ text, elements }: Statement, { sentence, clause, met }: Match): boolean {
  const claimed = new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
  const words = sentence.byClause[clause] ?? [];
  return elements.some((element) => {
    if (element.figure || element.concept?.act || element.weight < 0.75 || !met.has(element))
      return false;
    const named = words.flatMap((word, at) => (keyOf(word) === element.key ? [at] : []));
    return (
      named.length > 0 &&
      named.every((at) => {
        // "The other two vaults".
        const before = words[at - 1]?.figure ? words[at - 2] : words[at - 1];
        return (
          before !== undefined &&
          otherwise.test(before.text) &&
          !claimed.has(before.text) &&
          !before.negated &&
          words[at]?.gap.trim() === ''
        );
      })
    );
  });
}

/** "Access EDGE-7731 ends by itself" and "Explained and closed: ticket 4" do not say that all is over. */
export function isOverOfOne({ elements }: Statement, { sentence, clause }: Match): boolean {
  if (elements.length !== 1 || elements[0]?.key !== 'finish') return false;
  const words = sentence.byClause[clause] ?? [];
  if (words.some(({ text }) => wholes.test(text))) return false;
  return (
    words.some(({ hollow, concept }) => !hollow && !concept?.act) ||
    sentence.byClause[clause + 1]?.[0]?.gap.includes(':') === true
  );
}

/** "Builds that run are fine", where a fact says just that of them: no claim that all work. */
export function isPartOfFact({ facts }: Claims, { sentence, clause, met, turned }: Match): boolean {
  if (turned.size > 0 || met.size === 0) return false;
  return facts.some(
    ({ state, statement }) =>
      state === 'asked' &&
      statement.mood === 'plain' &&
      statement.elements.length > met.size &&
      [...met].every((element) =>
        statement.elements.some(
          ({ key, sign }) =>
            key === element.key && (!element.concept?.act || sign === element.sign),
        ),
      ) &&
      matchClause(statement, sentence, clause, false).agreed >= 0.8,
  );
}

/** "Agents could read it" does not say that an agent leaked it. */
function isOnlyAble(
  { text, elements }: Statement,
  { near, met, sentence, clause }: Match,
): boolean {
  // "Nobody can export it since noon" does not say that nobody did.
  if (
    /\b(?:was|were|has been|have been)\b/i.test(text) &&
    (sentence.byClause[clause] ?? []).some(({ text: own }) => /^(?:can|cannot|can't)$/.test(own)) &&
    isFromNowOn(sentence.byClause[clause] ?? [])
  )
    return true;
  const expose = elements.find(({ key }) => key === 'expose');
  // "They obtained listings" does not say that anything was published.
  if (
    expose !== undefined &&
    /\b(?:published|posted|for sale|on the (?:dark )?web)\b/i.test(text) &&
    !(sentence.byKey.get('expose') ?? []).some((token) => token.clause === clause)
  )
    return true;
  return (
    expose !== undefined &&
    met.has(expose) &&
    near.has(expose) &&
    /(?<!\b(?:was|were|been|is|are|be|being) (?:\w+ )?)\b(?:leaked|published|disclosed|exposed|revealed|posted)\b/i.test(
      text,
    )
  );
}

const passive =
  /\b(?:has|have|had|was|were|is|are|been)(?: been)? (?:\w+ )?(?:\w{2,}ed|told|taken|stolen|sold|found|paid|sent|lost|hit|shut|caught)\b(?! (?:to|by|from) (?:us|a|an|the)\b)/i;

/** "It was done with the account of an adviser" does not say that the adviser did it. */
function isOnlyOwner({ text, elements }: Statement, { sentence, met }: Match): boolean {
  const [subject, ...rest] = elements;
  // "A support agent leaked it": two words of who it was.
  if (!subject || subject.concept?.act || subject.figure) return false;
  // "The regulator has been informed": it is said of whoever receives.
  if (passive.test(text)) return false;
  const act = rest.findIndex(({ concept }) => concept?.act);
  if (act < 0 || act > 1) return false;
  if (!met.has(subject) || /^(?:data|customer|card|account|backup)$/.test(subject.key))
    return false;
  const named = sentence.byKey.get(subject.key) ?? [];
  return (
    named.length > 0 &&
    named.every((token) => {
      const at = sentence.tokens.indexOf(token);
      const kinds = sentence.tokens
        .slice(0, at)
        .toReversed()
        .findIndex(({ text }) => !/^(?:ex|former|old|external|outside)$/.test(text));
      const before = [1, 2].map((back) => sentence.tokens[at - kinds - back]?.text ?? '');
      // "Visible to 14 agents": they only saw it.
      if (isReceiver(sentence.tokens.slice(0, at))) return true;
      if (act > 0) return false;
      return (
        /['’]s?$/.test(token.raw) ||
        before[0] === 'of' ||
        (before[1] === 'of' && /^(?:a|an|the|our|one)$/.test(before[0] ?? ''))
      );
    })
  );
}

/** "To", and nothing but a count or a kind between it and the end. */
function isReceiver(before: readonly Token[]): boolean {
  const to = before.findLastIndex(({ text }) => text === 'to');
  return (
    to > 0 &&
    before.length - to <= 4 &&
    before
      .slice(to + 1)
      .every(({ figure, concept, gap }) => figure || (!concept?.act && gap.trim() === '')) &&
    before.slice(0, to).some(({ concept }) => concept?.act)
  );
}

/** "We asked them to delete it" does not say that they did. */
function isAskedFor({ elements, text }: Statement, { sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  // "Revocation of the certificate (asked at four)", "restoration requested".
  const deed = words.find(
    (word) => word.concept?.act && elements.some(({ key }) => key === keyOf(word)),
  );
  if (deed && /(?:ion|ment|al)$/.test(deed.text) && !requests.test(text)) {
    const from = sentence.tokens.indexOf(deed);
    const after = sentence.tokens.slice(from + 1, from + 9);
    if (after.some(({ text: own }) => requests.test(own) || /^(?:pending|due|planned)$/.test(own)))
      return true;
  }
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
