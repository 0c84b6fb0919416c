import { type Match, textOf } from './match.ts';
import { isBare, isCode, keyOf, type Statement } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

// Where words of a claim are said, and the claim is not made.

/**
 * "The employee exported the data", which a fact says too: where the claim adds something of its own
 * ("to sell it"), that alone would make it.
 */
export function isTheDeedOfAFact({ facts }: Claims, statement: Statement, { met }: Match): boolean {
  const added = statement.elements.filter(
    ({ key, weight }) => weight >= 0.75 && ![...met].some((element) => element.key === key),
  );
  return (
    added.some(
      ({ key }) => !facts.some(({ statement: own }) => own.elements.some((one) => one.key === key)),
    ) &&
    facts.some(
      ({ state, statement: own }) =>
        state !== 'future' &&
        state !== 'superseded' &&
        own.mood === 'plain' &&
        [...met].every((element) =>
          own.elements.some(({ key, sign }) => key === element.key && sign === element.sign),
        ),
    )
  );
}

/** "Both are working by hand", "we are restoring it": not yet as it was, where no claim says just that. */
export function isMakeshift({ text, elements }: Statement, match: Match): boolean {
  const works = elements.find(({ key, sign }) => key === 'down' && sign === -1);
  return (
    works !== undefined &&
    match.met.has(works) &&
    makeshift.test(textOf(match)) &&
    !makeshift.test(text)
  );
}

const makeshift =
  /\b(?:by hand|manually|on paper|pen and paper|workarounds?|restoring|rebuilding|recovering|repairing|reinstalling|reimaging)\b/i;

/** "We rolled back and it didn't take", "we are trading safely": no deed is meant. */
export function isTurnOfPhrase(match: Match): boolean {
  const { sentence, clause, met, mood } = match;
  const words = sentence.byClause[clause] ?? [];
  const said = textOf(match);
  const deeds = words.flatMap(({ concept }, at) =>
    [...met].some(({ key }) => concept?.act && concept.id === key) ? [at] : [],
  );
  return (
    // "We sent the command to erase it", "it erases itself as soon as it is online".
    (deeds.length > 0 &&
      deeds.every(
        (at) =>
          words[at - 1]?.text === 'to' &&
          words.slice(Math.max(0, at - 4), at - 1).some(({ text }) => bidding.test(text)),
      )) ||
    (mood === 'planned' && /\bas soon as\b/.test(said)) ||
    /\b(?:did not|didn't|never) take$/.test(said) ||
    /\bread into (?:that|this|it)\b/.test(said) ||
    (/\bsafely\b/.test(said) &&
      words.filter(({ concept, text }) => concept?.act && text !== 'safely').length === 0)
  );
}

const bidding =
  /^(?:command|order|request|instruction|signal|asked|told|tried|trying|attempt|attempted|able|ready)$/;

/**
 * "Resume it from where it stopped", "close the ticket and finish the restore": a place, and what is to be done. Neither
 * says that it is done, whatever the words share with the claim that it is.
 */
export function isBidden(
  { mood, elements }: Statement,
  { sentence, clause, tokens }: Match,
): boolean {
  const words = sentence.byClause[clause] ?? [];
  const deed = elements.findLast(({ concept }) => concept?.act);
  const others = elements.filter((element) => element !== deed).map(({ key }) => key);
  const met = tokens.filter(({ concept }) => concept?.act).map(keyOf);
  const deeds = words.flatMap((token, at) =>
    token.concept?.act && met.includes(keyOf(token)) && !others.includes(keyOf(token)) ? [at] : [],
  );
  return (
    mood === 'plain' &&
    deeds.length > 0 &&
    deeds.every(
      (at) =>
        words.slice(Math.max(0, at - 4), at).some(({ text }) => text === 'where') ||
        (/^(?:the|it|this|that|all|your|our|both|each|every)$/.test(words[at + 1]?.text ?? '') &&
          !/(?:ed|ing|s)$/.test(words[at]?.text ?? '') &&
          (/[,;:]/.test(words[at]?.gap ?? '') ||
            at === 0 ||
            /^(?:please|and|then|now|first|also|just)$/.test(words[at - 1]?.text ?? ''))),
    )
  );
}

/** "They might all be hit" says how far it may go; that they probably are is another claim. */
export function isBarelyPossible(match: Match): boolean {
  const said = textOf(match);
  return (
    /\b(?:might|may|could)\b/.test(said) &&
    !/\b(?:well|likely|probably|presumably|apparently|suspect)\b/.test(said)
  );
}

/** "The replica is corrupt, primary intact" does not say that the primary is corrupt. */
export function isScattered(statement: Statement, { sentence, met }: Match): boolean {
  const keys = [...met].filter(({ figure }) => !figure).map(({ key }) => key);
  const things = statement.elements.filter(({ figure, weight }) => !figure && weight >= 0.75);
  if (!isBare(statement) || things.length < 2) return false;
  // "It is corrupt", of what the sentence before was about.
  if (keys.some((key) => sentence.before?.has(key) === true)) return false;
  let seen = new Set<string>();
  let most = 0;
  let clause = -1;
  for (const token of sentence.tokens) {
    if (token.clause !== clause || /[,;]/.test(token.gap)) seen = new Set();
    clause = token.clause;
    const key = keyOf(token);
    if (!token.hollow && keys.includes(key)) seen.add(key);
    most = Math.max(most, seen.size);
  }
  return most < 2;
}

/** Where all that is read of a claim is one name, a clause that says much else of it does not make it. */
export function isMereMention(statement: Statement, { sentence, clause }: Match): boolean {
  if (statement.elements.length !== 1 || !isBare(statement)) return false;
  // An address or a hash that may not be told is told by being there.
  if (statement.elements.some(({ key }) => isCode(key))) return false;
  return (sentence.byClause[clause] ?? []).filter(({ hollow }) => !hollow).length > 3;
}

/** "It is down" is not said by "it stopped at ten" nor by "it was down from ten to eleven". */
export function isOver(
  { text, elements }: Statement,
  { sentence, clause, near, met }: Match,
): boolean {
  const state = elements.find(
    ({ key, sign }) => /^(?:down|stop|off|slow)$/.test(key) && sign === 1,
  );
  if (!state || !met.has(state) || !/\b(?:is|are)\b/i.test(text)) return false;
  const words = sentence.byClause[clause] ?? [];
  if (words.some(({ text: own }) => /^(?:is|are|still|now|since|has|have|remains?)$/.test(own)))
    return false;
  const timed = words.some(({ figure }) => figure?.kind === 'time');
  return (
    timed &&
    (near.has(state) ||
      words.some(({ text: own }) => /^(?:was|were|until|from|between)$/.test(own)))
  );
}

/** "We are testing a fallback which uses old rates": none is in use. */
export function isTried({ text }: Statement, match: Match): boolean {
  return (
    /(?:\b(?:is|are|am)|['’](?:re|s|m)) (?:still |now )?(?:testing|trying out|being tested|being tried|in test|on trial)\b/.test(
      textOf(match),
    ) && !/\btest/i.test(text)
  );
}

/** "Traffic is down by half" tells of less, and of no end. */
export function isOnlyLess(match: Match): boolean {
  return (
    [...match.met].some(({ key }) => /^(?:down|stop|finish|gone)$/.test(key)) &&
    /\bdown (?:by|to|from) (?:about |roughly |around |almost |nearly |some )?(?:\d|half|a (?:third|quarter|fifth|tenth)|two thirds|three quarters)/.test(
      textOf(match),
    )
  );
}

/** "App payments, 06:50": the things of a claim, and nothing that is said of them. */
export function lacksItsDeed({ elements }: Statement, { met, turned }: Match): boolean {
  const deed = elements.findLast(({ concept }) => concept?.act);
  return deed !== undefined && (!met.has(deed) || turned.has(deed));
}

/** "We correct it from 300 to 8,900": the figure that is left behind is told to take it back. */
function leavesFigure(words: readonly Token[], at: number): boolean {
  const [next, then] = words.slice(at + 1).filter(({ text, figure }) => figure || text === 'to');
  return (
    words[at - 1]?.text === 'from' &&
    next?.text === 'to' &&
    then?.figure?.kind === words[at]?.figure?.kind &&
    words
      .slice(0, at)
      .some(({ text }) =>
        /^(?:correct|revis|chang|adjust|rais|ris|rose|grow|grew|increas|lower|reduc|updat|amend|went|go|up|down)/.test(
          text,
        ),
      )
  );
}

/** "It is not back to zero". */
export function deniesFigure({ elements }: Statement, { met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const left = words.filter((_, at) => leavesFigure(words, at));
  if (
    left.some((token) => elements.some((element) => element.figure?.value === token.figure?.value))
  )
    return true;
  return elements.some(
    (element) =>
      element.figure !== null &&
      !met.has(element) &&
      words.some(({ figure, negated }) => negated && figure?.value === element.figure?.value),
  );
}

/** "Grey Heron": a name, which is told in whatever sentence. */
export function isNameAlone({ text }: Statement): boolean {
  const words = text.split(/\s+/);
  return words.length <= 4 && words.every((word) => /^(?:\p{Lu}|\d)/u.test(word) || isCode(word));
}

/** "It is the timezone bug": what is named so is named as the cause. */
export function isNamedAsCause({ elements }: Statement, match: Match): boolean {
  const { met, turned, mood, sentence, clause } = match;
  const others = elements.filter(({ key }) => key !== 'cause');
  const words = sentence.byClause[clause] ?? [];
  return (
    others.length > 0 &&
    others.length < elements.length &&
    mood === 'plain' &&
    turned.size === 0 &&
    /^(?:(?:and|so|but) )?(?:it|this|that)(?: (?:is|was)|['’]s) /.test(textOf(match)) &&
    others.every(
      (element) =>
        met.has(element) && words.some((token) => keyOf(token) === element.key && !token.negated),
    )
  );
}

/**
 * "The stop was sabotage" is made by "this being plain sabotage", "an act of sabotage": the word itself is the claim,
 * where no fact has it.
 */
export function isCalledSo({ facts }: Claims, { text }: Statement, match: Match): boolean {
  const word = /\b(?:is|was|were|are) (?:an? |the )?(?:act of |case of )?([a-z]{5,})$/i.exec(
    text.trim(),
  )?.[1];
  if (word === undefined || match.mood !== 'plain' || match.turned.size > 0) return false;
  const said = match.sentence.byClause[match.clause] ?? [];
  const at = said.findIndex((token) => token.text === word.toLowerCase());
  const token = said[at];
  return (
    token !== undefined &&
    !token.negated &&
    !token.concept?.act &&
    said
      .slice(Math.max(0, at - 5), at)
      .some(({ text: own }) => /^(?:is|was|were|are|being)$/.test(own)) &&
    !facts.some(
      ({ state, statement }) =>
        state !== 'future' && statement.elements.some(({ key }) => key === keyOf(token)),
    )
  );
}

/** "Please hold off ordering again" asks; "please note that nothing was taken" states all the same. */
export function isRequest(words: readonly Token[]): boolean {
  const at = words.findIndex(({ text }) => text === 'please');
  return (
    at >= 0 &&
    !words
      .slice(at + 1, at + 4)
      .some(({ text }) => /^(?:note|know|see|find|remember|rest|assured|aware|that)$/.test(text))
  );
}
