import type { Span } from '../sentences.ts';
import { isSameFigure } from './figures.ts';
import { findElement, findShort, barring, type Found } from './find-element.ts';
import { nearActs, nearThings, relatedTo } from './near-meanings.ts';
import type { SaidSentence } from './said-sentence.ts';
import { keyOf, signOf, type Element, type Statement } from './statement.ts';
import type { Mood, Token } from './token.ts';

export interface Match {
  /** How much of the statement is said, by weight, 0..1; what is said the other way round counts. */
  readonly coverage: number;
  /** The same without what is said the other way round. */
  readonly agreed: number;
  /** Whether what happens is said as the statement has it, the other way round, or not at all. */
  readonly sense: 'same' | 'opposite' | 'absent';
  readonly mood: Mood;
  readonly met: ReadonlySet<Element>;
  /** Of these, what is said the other way round. */
  readonly turned: ReadonlySet<Element>;
  /** Acts that are said only by one that is close: "passed on" for "copied". */
  readonly near: ReadonlySet<Element>;
  /** The words by which it was met. */
  readonly tokens: readonly Token[];
  readonly span: Span;
  readonly sentence: SaidSentence;
  readonly clause: number;
}

/**
 * Compares a statement with one clause of a sentence: what happens must be in that clause, things
 * and figures may stand anywhere in the sentence. `claim` is the stricter ear for what must not be
 * said: there "nothing was taken" is as good as "nothing was accessed".
 */
export function matchClause(
  statement: Statement,
  sentence: SaidSentence,
  clause: number,
  claim: boolean,
): Match {
  let met = 0;
  let turned = 0;
  let same = 0;
  let sameBeside = 0;
  const elements = new Set<Element>();
  const turnedElements = new Set<Element>();
  const near = new Set<Element>();
  const tokens: Token[] = [];
  // Where nothing happens ("the weather in the north"), "not" turns the things themselves.
  const things = !statement.elements.some(({ concept }) => concept?.act);
  // A fact may open with what it is about; what must not be claimed is claimed of its own subject.
  const ownSubject = (claim || clause > 0) && sentence.ownSubject[clause] === true;
  let deniesAlike = false;
  for (const element of statement.elements) {
    const found = findElement(element, sentence, clause, claim);
    if (found.share === 0) continue;
    // "Names were shown, cards were not": each of the two is met by its own sign alone.
    if (isOfOtherPart(statement, element, found, sentence, clause)) continue;
    // "A repaired version" does not say twice what it says: that it is repaired, and that it works.
    if (claim && found.near && found.token && isNamedElse(statement, element, found.token))
      continue;
    if (
      ownSubject &&
      !element.concept?.act &&
      !element.figure &&
      found.token &&
      found.token.clause !== clause
    ) {
      // "… and the wards work on paper": what works is not what the clause before spoke of.
      met += element.weight * 0.5;
      continue;
    }
    if (claim && !things && isLeftOut(element, found.token, sentence, clause)) continue;
    elements.add(element);
    if (found.near) near.add(element);
    if (found.token) tokens.push(found.token);
    met += element.weight * found.share;
    // The fact denies this thing, and the text has it.
    if (
      element.spared &&
      isSparedNamed(statement, element, sentence) &&
      found.token &&
      !found.token.negated &&
      !claim &&
      !isTakenAway(sentence, clause)
    ) {
      turned += 2 * statement.weight;
      turnedElements.add(element);
      continue;
    }
    // "We cannot say whether it will" and "if it will we cannot say" leave the same open.
    const bothOpen = statement.mood === 'open' && found.token?.mood === 'open';
    const end = findItsEnd(statement, element);
    const endNamed =
      end !== null && (sentence.byClause[clause] ?? []).some((token) => keyOf(token) === end.key);
    const opposite =
      !bothOpen &&
      !(element.sign === 1 && found.token && isRestDenied(statement, found.token, sentence)) &&
      // That no transfers were made says the same as that they stopped.
      !(end && !endNamed && found.token?.negated) &&
      // "Public access was removed", of a fact that has it public no more.
      !(
        !claim &&
        element.key === 'expose' &&
        element.sign === -1 &&
        isTakenAway(sentence, clause)
      ) &&
      !(found.token && isDeniedOf(statement, element, found.token, sentence)) &&
      (found.opposite ||
        (things &&
          found.token !== null &&
          signOf(found.token) !== element.sign &&
          !isHit(found.token, sentence, clause)));
    if (opposite) {
      turned += element.weight * found.share;
      turnedElements.add(element);
    } else if (things || (element.concept?.act && !endNamed)) {
      if (element.beside) sameBeside += element.weight;
      else same += element.weight;
      if (things && element.sign === -1 && found.token) deniesAlike = true;
    }
  }
  // "The risk to patients is none" and "patients face no risk": the denial is what they share.
  // "Machines cannot sell tickets" and "no tickets can be bought at machines" as well.
  const bothDeny =
    !claim &&
    statement.elements.some(({ sign }) => sign === -1) &&
    (sentence.byClause[clause] ?? []).some(({ negated }) => negated);
  if (things && turned > 0 && (deniesAlike || bothDeny)) {
    turned = 0;
    same = Math.max(same, 1);
    turnedElements.clear();
  }
  // "The infection is contained" is not the same as "… is not contained" for speaking of one.
  if (![...turnedElements].some(({ beside, concept }) => concept?.act && !beside))
    same += sameBeside;
  const acts = tokens.filter(({ concept }) => concept?.act);
  const own = tokens.filter((token) => token.clause === clause);
  const moods = (acts.length > 0 ? acts : own.length > 0 ? own : tokens).map(({ mood }) => mood);
  const coverage = statement.weight === 0 ? 0 : met / statement.weight;
  return {
    coverage,
    agreed: statement.weight === 0 ? 0 : Math.max(-1, (met - turned) / statement.weight),
    sense:
      turned > same || isHeadTurned(statement, elements, turnedElements, near)
        ? 'opposite'
        : same + sameBeside > 0
          ? 'same'
          : 'absent',
    mood: findWeakest(moods),
    met: elements,
    turned: turnedElements,
    near,
    tokens,
    span: spanOf(sentence, clause),
    sentence,
    clause,
  };
}

/**
 * "The leak has been stopped, a tray catches the drops": the first thing that is told of it is told the other way. "The
 * restriction runs out" turns nothing round of "it is on, restricted": another deed of the same clause is met.
 */
function isHeadTurned(
  { elements, mood }: Statement,
  met: ReadonlySet<Element>,
  turned: ReadonlySet<Element>,
  near: ReadonlySet<Element>,
): boolean {
  const deeds = elements.filter(({ concept, beside }) => concept?.act && !beside);
  const [head] = deeds;
  return (
    head !== undefined &&
    mood !== 'open' &&
    turned.has(head) &&
    !near.has(head) &&
    !deeds.some((deed) => deed.part === head.part && met.has(deed) && !turned.has(deed))
  );
}

/**
 * "Heating isn't working for tenants of block 4": that something does not work, or does not come, happens to those
 * tenants. They are not denied by it, as in "tenants of block 4 are not affected".
 */
function isHit(token: Token, { byClause }: SaidSentence, clause: number): boolean {
  const words = byClause[clause] ?? [];
  if (!token.negated || token.clause !== clause) return false;
  const deed = words.findIndex(
    ({ concept, sign, negated }) =>
      negated &&
      concept?.act === true &&
      ((sign === -1 && /^(?:down|affect)$/.test(concept.id)) ||
        /^(?:pay|send|arrive|notify|order|create|finish)$/.test(concept.id)),
  );
  return (
    deed > 0 &&
    words
      .slice(Math.max(0, deed - 3), deed)
      .some(
        ({ text }) =>
          text.endsWith("n't") ||
          text === 'cannot' ||
          (text === 'not' &&
            words.some((word) => /^(?:do|does|did|is|are|was|were|can|could)$/.test(word.text))),
      )
  );
}

/** "No other wing is affected", where only one is: that says the same from its other side. */
function isRestDenied(
  { text }: Statement,
  { negated, clause }: Token,
  sentence: SaidSentence,
): boolean {
  return (
    negated &&
    limiting.test(text) &&
    (sentence.byClause[clause] ?? []).some(
      ({ text: own }, at, words) => rest.test(own) && words[at + 1]?.text !== 'assured',
    )
  );
}

const rest = /^(?:other|others|else|elsewhere|rest|remaining|further)$/;

/** A statement that draws a line: what lies beyond it is spared. */
export const limiting = /\b(?:only|just|merely|solely|nothing but|no other|at most|limited)\b/i;

/** "Orders cannot be handed out", "we cannot hand out orders": of the orders the same deed is denied. */
function isDeniedOf(
  { elements }: Statement,
  { concept, sign, part }: Element,
  { text, gap, negated, clause }: Token,
  { byKey }: SaidSentence,
): boolean {
  return (
    concept?.act === true &&
    sign === 1 &&
    negated &&
    (gap === '-' || /[a-z]{3}s$/.test(text)) &&
    elements.some(
      (other) =>
        other.sign === -1 &&
        !other.figure &&
        other.part === part &&
        (byKey.get(other.key) ?? []).some((token) => token.negated && token.clause === clause),
    )
  );
}

/** In "transfers stopped" the transfers: a thing, although the word is that of a deed. */
function findItsEnd({ elements }: Statement, element: Element): Element | null {
  const next = elements[elements.indexOf(element) + 1];
  const ends =
    element.concept?.act === true &&
    next?.sign === 1 &&
    next.part === element.part &&
    /^(?:stop|down)$/.test(next.concept?.id ?? '');
  return ends ? next : null;
}

/** Of "houses are affected, sheds are not" each half is met where its own things are named, and not the other's. */
function isOfOtherPart(
  { elements }: Statement,
  { key, sign, concept, part }: Element,
  { opposite }: Found,
  { byKey, figures }: SaidSentence,
  clause: number,
): boolean {
  const other = elements.find((one) => one.key === key && one.sign !== sign);
  if (!concept?.act || !other) return false;
  const names = (of: number): boolean =>
    elements.some(
      (one) =>
        one.part === of &&
        !one.concept?.act &&
        one.weight >= 0.75 &&
        (one.figure ? figures : (byKey.get(one.key) ?? [])).some(
          (token) =>
            token.clause === clause &&
            (!one.figure || (token.figure !== null && isSameFigure(token.figure, one.figure))),
        ),
    );
  const [own, others] = [names(part), names(other.part)];
  return (!own && others) || (opposite && (!own || others));
}

/** "No bank details": details of another kind are not these. */
function isSparedNamed(
  { elements }: Statement,
  { part }: Element,
  { byKey }: SaidSentence,
): boolean {
  return elements.every(
    (one) =>
      !one.spared ||
      one.part !== part ||
      // "Names and rents, no bank details" denies it as well.
      (byKey.get(one.key) ?? []).some(({ negated }) => !negated),
  );
}

function isNamedElse({ elements }: Statement, element: Element, { concept, stem }: Token): boolean {
  const key = concept?.id ?? stem;
  return elements.some((other) => other !== element && other.key === key);
}

/** "Opened again with the cache removed" is "opened again without the cache". */
function isTakenAway({ byClause }: SaidSentence, clause: number): boolean {
  return (byClause[clause] ?? []).some(
    ({ concept, negated, sign }) =>
      /^(?:remove|delete|gone|off|stop|down|isolate)$/.test(concept?.id ?? '') &&
      !negated &&
      sign === 1,
  );
}

/** "Names were taken, no passwords": what is denied behind the deed was left out of it. */
function isLeftOut(
  { concept, figure }: Element,
  token: Token | null,
  sentence: SaidSentence,
  clause: number,
): boolean {
  if (concept?.act || figure || !token?.negated || token.clause !== clause) return false;
  const words = sentence.byClause[clause] ?? [];
  const at = words.indexOf(token);
  const deed = words.findIndex((word) => word.concept?.act);
  return (
    deed >= 0 &&
    deed < at &&
    words[deed]?.negated === false &&
    // "The review established that no cargo was touched": what it established.
    !words.slice(deed, at).some(({ text }) => text === 'that') &&
    !words
      .slice(at)
      .some(
        (word) => word.negated && word.concept?.act && word.concept.id === words[deed]?.concept?.id,
      )
  );
}

/** Whether one of the things that the statement is about is named, where it is about any. */
export function isOnSubject({ elements }: Statement, match: Match): boolean {
  const isThing = ({ figure, concept, weight }: Element): boolean =>
    !figure && !concept?.act && weight > 0;
  return !elements.some(isThing) || [...match.met].some(isThing);
}

/** That it was copied does not settle whether it was passed on. */
export function isOnlyNear({ elements }: Statement, { met, near }: Match): boolean {
  const acts = elements.filter((element) => element.concept?.act && met.has(element));
  return acts.length > 0 && acts.every((act) => near.has(act));
}

/** "The button to finish a ride", "a word about ending rides": what a thing is for, and no deed. */
export function isOnlyMeant({ met, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  const acts = words.flatMap(({ concept }, at) =>
    concept?.act && [...met].some(({ key }) => key === concept.id) ? [at] : [],
  );
  return (
    acts.length > 0 &&
    acts.every((at) => {
      // "Replace the keys", "next thing we do is swap them": to be done.
      const bare = !/(?:ed|en|ing|s|t)$/.test(words[at]?.text ?? '');
      const taker = /^(?:the|all|both|it|them|our|their|its)$/.test(words[at + 1]?.text ?? '');
      if (bare && taker && (at === 0 || words[at - 1]?.text === 'is')) return true;
      const [before, earlier] = [words[at - 1]?.text ?? '', words[at - 2]?.text ?? ''];
      return (
        (before === 'to' &&
          /^(?:button|option|function|link|form|page|way|chance|ability|possibility|need|request|attempts?|how)$/.test(
            earlier,
          )) ||
        (words[at]?.text.endsWith('ing') === true &&
          /^(?:about|on|for|regarding|against|without)$/.test(before))
      );
    })
  );
}

/** The clause that says most of a statement, over all of a text. */
export function matchBest(
  statement: Statement,
  said: readonly SaidSentence[],
  claim: boolean,
): readonly Match[] {
  const before = asked.get(statement);
  if (before?.said === said && before.claim === claim) return before.matches;
  const matches: Match[] = [];
  for (const sentence of said) {
    if (!statement.elements.some((element) => mayHold(element, sentence))) continue;
    // Long lists of clauses are read at their start: no update has fifty in one sentence.
    for (let clause = 0; clause < Math.min(50, sentence.clauses); clause += 1) {
      const match = matchClause(statement, sentence, clause, claim);
      if (match.coverage > 0) matches.push(match);
    }
  }
  matches.sort((a, b) => b.coverage - a.coverage);
  asked.set(statement, { said, claim, matches });
  return matches;
}

/** Several rules ask the same of the same text, one after the other. */
const asked = new WeakMap<
  Statement,
  {
    readonly said: readonly SaidSentence[];
    readonly claim: boolean;
    readonly matches: readonly Match[];
  }
>();

function mayHold(element: Element, sentence: SaidSentence): boolean {
  const { figure, key, concept } = element;
  if (findShort(element, sentence)) return true;
  if (figure) return sentence.figures.length > 0;
  if (sentence.byKey.has(key) || (sentence.before?.has(key) ?? false)) return true;
  if (!concept?.act) {
    return (
      sentence.sweeping || (nearThings.get(key) ?? []).some((near) => sentence.byKey.has(near))
    );
  }
  if (barring.test(key) && sentence.unable.some((token) => token !== null)) return true;
  if (key === 'stop' && sentence.ceased.some((token) => token !== null)) return true;
  return (
    relatedTo(key).some((other) => sentence.byKey.has(other.key)) ||
    (nearActs.get(key) ?? []).some((other) => sentence.byKey.has(other.key))
  );
}

const rank: readonly Mood[] = ['plain', 'planned', 'weak', 'open'];
function findWeakest(moods: readonly Mood[]): Mood {
  return moods.reduce<Mood>(
    (worst, mood) => (rank.indexOf(mood) > rank.indexOf(worst) ? mood : worst),
    'plain',
  );
}

/** Whether a clause says something, and does not only name it. */
export function hasVerb({ sentence, clause }: Pick<Match, 'sentence' | 'clause'>): boolean {
  return (sentence.byClause[clause] ?? []).some(
    ({ text, concept }) =>
      concept?.act === true ||
      /(?:[a-z]{3}ed|^(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would))$/.test(
        text,
      ),
  );
}

/** The words of the clause that a match is in, in lower case, with a blank between them. */
export function textOf({ sentence, clause }: Pick<Match, 'sentence' | 'clause'>): string {
  return (sentence.byClause[clause] ?? []).map(({ text }) => text).join(' ');
}

export function spanOf(sentence: SaidSentence, clause: number): Span {
  const tokens = sentence.byClause[clause];
  const [first, last] = [tokens?.[0], tokens?.at(-1)];
  return first && last ? [first.span[0], last.span[1]] : sentence.span;
}
