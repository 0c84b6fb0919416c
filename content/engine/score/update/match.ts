import type { Span } from '../sentences.ts';
import { isSameFigure } from './figures.ts';
import { nearActs, nearThings, relatedTo } from './near-meanings.ts';
import { signOf, type Element, type SaidSentence, type Statement } from './statement.ts';
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

interface Found {
  readonly near?: true;
  readonly share: number;
  readonly opposite: boolean;
  readonly token: Token | null;
}

const nothing: Found = { share: 0, opposite: false, token: null };

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
    if (found.opposite && isSaidBothWays(statement, element)) continue;
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
    const opposite =
      !bothOpen &&
      (found.opposite || (things && found.token !== null && signOf(found.token) !== element.sign));
    if (opposite) {
      turned += element.weight * found.share;
      turnedElements.add(element);
    } else if (things || element.concept?.act) {
      same += element.weight;
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
  const acts = tokens.filter(({ concept }) => concept?.act);
  const own = tokens.filter((token) => token.clause === clause);
  const moods = (acts.length > 0 ? acts : own.length > 0 ? own : tokens).map(({ mood }) => mood);
  const coverage = statement.weight === 0 ? 0 : met / statement.weight;
  return {
    coverage,
    agreed: statement.weight === 0 ? 0 : Math.max(-1, (met - turned) / statement.weight),
    sense: turned > same ? 'opposite' : same > 0 ? 'same' : 'absent',
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

function isSaidBothWays({ elements }: Statement, { key, sign, concept }: Element): boolean {
  return (
    concept?.act === true && elements.some((other) => other.key === key && other.sign !== sign)
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

function mayHold({ figure, key, concept }: Element, sentence: SaidSentence): boolean {
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

function findElement(
  element: Element,
  sentence: SaidSentence,
  clause: number,
  claim: boolean,
): Found {
  if (element.figure) {
    const { figure } = element;
    const token = sentence.figures.find(
      (said) =>
        said.figure &&
        !said.negated &&
        isSameFigure(said.figure, figure) &&
        // "Two robots" are not told by "at 14:00", nor six in the evening by "six nodes".
        !(figure.kind === 'count' && element.units.length > 0 && said.figure.kind === 'time') &&
        !(figure.kind === 'time' && said.figure.kind === 'count' && said.units.length > 0),
    );
    return token ? { share: 1, opposite: false, token } : nothing;
  }
  const direct = sentence.byKey.get(element.key) ?? [];
  const { concept } = element;
  if (!concept?.act) {
    const token = direct[0];
    if (token) return { share: 1, opposite: false, token };
    if (sentence.sweeping && (element.key === 'data' || element.key === 'customer')) {
      return { share: 0.8, opposite: false, token: null };
    }
    const meant = sentence.before?.get(element.key)?.[0];
    if (meant) return { share: 0.85, opposite: false, token: null };
    return findNearThing(element, sentence);
  }
  let best: Found = nothing;
  const consider = (token: Token, share: number, opposite: boolean): void => {
    if (token.clause !== clause) return;
    // "The patch is not the fix": what is denied of a thing is meant, not its name.
    const named = claim && token.negated !== best.token?.negated;
    if (
      share > best.share ||
      (share === best.share && (named ? !best.opposite && opposite : best.opposite && !opposite))
    ) {
      best = { share, opposite, token };
    }
  };
  // "You could not pay" and "payments failed": paying is what failed.
  const barred = element.key === 'pay' && sentence.unable[clause] !== null;
  for (const token of direct) consider(token, 1, signOf(token) !== element.sign && !barred);
  if (best.share === 1) return best;
  for (const related of relatedTo(element.key)) {
    for (const token of sentence.byKey.get(related.key) ?? []) {
      const sign = signOf(token);
      if (related.stronger) {
        // They took it, so they had access to it; "not taken" says less than "not accessed".
        if (sign === 1) consider(token, 0.9, element.sign === -1);
        else if (element.sign === -1) consider(token, claim ? 0.85 : 0.5, false);
      } else if (sign === -1) {
        // "Safe", so not accessed, so not taken either.
        consider(token, 0.9, element.sign === 1);
      }
    }
  }
  if (best.share > 0) return best;
  // "Customers cannot order": ordering is down.
  const unable = barring.test(element.key) && !claim ? sentence.unable[clause] : undefined;
  // "Nobody can buy": sales are closed; of a case that is closed it says nothing.
  if (unable && (element.key === 'down' || element.sign === 1))
    consider(unable, 0.8, element.sign === -1);
  if (best.share > 0)
    return { ...best, ...(element.key === 'down' ? {} : { near: true as const }) };
  const ceased =
    element.key === 'stop' && element.sign === 1 && !claim ? sentence.ceased[clause] : undefined;
  if (ceased) return { share: 0.8, opposite: false, token: ceased, near: true };
  for (const { key, turned } of nearActs.get(element.key) ?? []) {
    // What is sent has not arrived: as good as that for a fact, another claim.
    if (claim && key === 'send' && element.key === 'arrive') continue;
    for (const token of sentence.byKey.get(key) ?? []) {
      consider(token, 0.7, (signOf(token) !== element.sign) !== turned);
    }
  }
  if (best.share > 0) return { ...best, near: true };
  return best;
}

const barring = /^(?:down|finish|stop)$/;

function findNearThing(element: Element, sentence: SaidSentence): Found {
  for (const near of nearThings.get(element.key) ?? []) {
    const token = sentence.byKey.get(near)?.[0];
    if (token) return { share: 0.6, opposite: false, token };
  }
  return nothing;
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
