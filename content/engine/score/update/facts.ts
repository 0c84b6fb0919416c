import { isSameFigure } from './figures.ts';
import { findTlp, mayRead, stripTlp, type Tlp } from './tlp.ts';
import { isBare, readStatement, type Element, type Statement } from './statement.ts';
import type { Audience, GivenFact } from './update-request.ts';

export interface PreparedFact {
  readonly fact: GivenFact;
  readonly statement: Statement;
  readonly phrases: readonly Statement[];
  /**
   * `future`: could not be known yet; `superseded`: a later fact took its place; `withheld`: marked
   * for other eyes than this audience's; `marked`: under a marking that lets this audience have it.
   */
  readonly state: 'asked' | 'future' | 'superseded' | 'withheld' | 'marked';
  readonly tlp: Tlp | null;
  /** What took its place. */
  readonly successor: Statement | null;
  /** What is said here and nowhere in the facts that hold: by these it is recognised as itself. */
  readonly own: readonly Element[];
}

/** Sorts facts by what can be said of them at this minute to this audience. */
export function prepareFacts(
  facts: readonly GivenFact[],
  at_min: number,
  audience: Audience,
): readonly PreparedFact[] {
  const plain = audience === 'executive' || audience === 'customers';
  const read = facts.map((fact) => ({
    fact,
    tlp: findTlp(fact.text),
    statement: readStatement(stripTlp(fact.text), plain),
    phrases: (fact.any ?? []).map((phrase) => readStatement(phrase, plain)),
  }));
  const known = read.filter(({ fact }) => fact.known_from_min <= at_min);
  const successors = findSuccessors(known);
  const holding = known.filter((entry) => successors.get(entry) === null);
  const held = countElements(holding.flatMap(({ statement }) => statement.elements));
  return read.map((entry) => {
    const successor = successors.get(entry) ?? null;
    const future = entry.fact.known_from_min > at_min;
    const withheld = !mayRead(audience, entry.tlp);
    // What only this fact itself holds is its own.
    const least = future || successor ? 0 : 1;
    return {
      ...entry,
      successor,
      state: future
        ? 'future'
        : successor
          ? 'superseded'
          : withheld
            ? 'withheld'
            : entry.tlp && entry.tlp !== 'clear'
              ? 'marked'
              : 'asked',
      own: entry.statement.elements.filter((element) => held(element) <= least),
    };
  });
}

/** How many of these elements are the same as one. Figures are the same also where one is rounded. */
function countElements(elements: readonly Element[]): (element: Element) => number {
  const counts = new Map<string, number>();
  const figures = new Map<string, { readonly element: Element; times: number }>();
  const nameOf = ({ key, concept, sign }: Element): string =>
    concept?.act ? `${key} ${sign}` : key;
  for (const element of elements) {
    const { figure } = element;
    if (!figure) {
      counts.set(nameOf(element), (counts.get(nameOf(element)) ?? 0) + 1);
      continue;
    }
    const key = `${figure.kind} ${figure.value} ${figure.rough} ${figure.halfDay}`;
    const alike = figures.get(key);
    if (alike) alike.times += 1;
    else figures.set(key, { element, times: 1 });
  }
  // More than anybody sends; a list of thousands is not searched for each of its own.
  const some = [...figures.values()].slice(0, 500);
  return (element) =>
    element.figure
      ? some.reduce(
          (sum, { element: other, times }) => sum + (isSameElement(element, other) ? times : 0),
          0,
        )
      : (counts.get(nameOf(element)) ?? 0);
}

/** For each fact the first that took its place. Only facts that share a word can. */
function findSuccessors<Entry extends Read>(
  known: readonly Entry[],
): ReadonlyMap<Entry, Statement | null> {
  const holders = new Map<string, number[]>();
  for (const [at, { statement }] of known.entries()) {
    for (const { figure, key } of statement.elements) {
      if (figure) continue;
      const list = holders.get(key);
      if (list) list.push(at);
      else holders.set(key, [at]);
    }
  }
  return new Map(
    known.map((old) => {
      // Of a word that hundreds share only the first hundred are looked at.
      const lists = old.statement.elements.map(({ figure, key }) =>
        figure ? [] : (holders.get(key) ?? []).slice(0, 100),
      );
      const candidates = [...new Set(lists.flat())].sort((one, other) => one - other);
      const found = candidates.find((at) => {
        const later = known[at];
        return later !== undefined && supersedes(later, old);
      });
      return [old, found === undefined ? null : (known[found]?.statement ?? null)];
    }),
  );
}

function isSameElement(one: Element, other: Element): boolean {
  if (one.figure || other.figure) {
    return one.figure !== null && other.figure !== null && isSameFigure(one.figure, other.figure);
  }
  return one.key === other.key && (one.concept?.act !== true || one.sign === other.sign);
}

interface Read {
  readonly fact: GivenFact;
  readonly statement: Statement;
}

const heads = new Set([
  'cause',
  'origin',
  'sourc',
  'vector',
  'severity',
  'own',
  'reason',
  'number-of',
  'start',
  'begin',
  'estim',
  'scope',
  'entri',
]);

/**
 * Whether a fact that became known later takes the place of an earlier one: both speak of the same,
 * and a figure of the same unit differs, what happens is turned round, or the later one says so.
 */
function supersedes(later: Read, old: Read): boolean {
  if (later.fact.known_from_min <= old.fact.known_from_min) return false;
  const one = old.statement;
  const other = later.statement;
  const shared = shareOf(one, other);
  if (one.mood === 'open' && other.mood !== 'open')
    return (
      shared >= 0.45 &&
      sharesAct(one, other) &&
      sharesThing(one, other) &&
      // "How many were opened" is not settled by "37 came back unopened".
      (one.asks !== 'count' ||
        one.elements.some(
          ({ key, concept }) =>
            concept?.act &&
            other.elements.some((element) => element.key === key && element.sign === 1),
        ))
    );
  if (one.mood !== 'open' && other.mood === 'open') return false;
  if (isDismissed(old, later) && shared >= 0.25) return true;
  if (
    other.oldFigures.some((figure) =>
      one.elements.some((element) => element.figure && isSameFigure(element.figure, figure)),
    )
  ) {
    return shared >= 0.2;
  }
  if (hasSameHead(one, other, shared)) return true;
  if (hasOtherSubject(one, other)) return false;
  // "Had not been closed" tells of before; that it was closed since turns nothing round.
  const before = /\bhad (?:not |never )?(?:been|\w+ed)\b/i.test(old.fact.text);
  if (before && turnsRound(one, other)) return false;
  if (turnsRound(one, other) && !isNarrowed(later))
    return shared >= (isPartOf(one, other) ? 1.1 : 0.5);
  if (other.corrects && other.oldFigures.length === 0 && shared >= 0.5)
    return sharesAct(one, other);
  return differsInFigure(one, other, shared);
}

/** "Was thought to be", and later "was ruled out": a guess that did not hold. */
function isDismissed(old: Read, later: Read): boolean {
  return (
    /\b(?:thought|believed|suspected|assumed|first|initially|initial|provisional|likely|probably|cause)\b/i.test(
      old.fact.text,
    ) &&
    /\b(?:(?:was|were|is|are|has been|have been|be) (?:now )?(?:ruled out|excluded|dismissed|disproved)|not the cause|were not the|was not the|turned out|on review|in fact|wrongly|mistaken|false alarm)\b/i.test(
      later.fact.text,
    )
  );
}

/** "People who are already signed in can go on", "Bergen works again, Oslo does not": of some only. */
function isNarrowed({ fact }: Read): boolean {
  return /\b(?:who (?:are|were|have|had)|those|already|other|still|remains?|except)\b|\b(?:is|are|was|were|but) not(?:[.,;]|$)/i.test(
    fact.text,
  );
}

/** "The cause is …", told anew. */
function hasSameHead(one: Statement, other: Statement, shared: number): boolean {
  const head = (statement: Statement): string | undefined =>
    statement.elements.slice(0, 2).find(({ key }) => heads.has(key))?.key;
  const own = head(one);
  return own !== undefined && own === head(other) && shared >= 0.25 && !isContained(one, other);
}

/**
 * What of one statement the other does otherwise: a figure that is given anew, an act that is turned
 * round; where there is neither, all that the other does not say.
 */
export function findChanged(of: Statement, against: Statement): readonly Element[] {
  const gone = of.elements.filter(
    (element) => !against.elements.some((other) => isSameElement(element, other)),
  );
  const changed = gone.filter(({ figure, key, concept }) =>
    figure
      ? against.oldFigures.some((old) => isSameFigure(figure, old)) ||
        of.oldFigures.length > 0 ||
        against.elements.some((other) => other.figure?.kind === figure.kind)
      : concept?.act && against.elements.some((other) => other.key === key),
  );
  return changed.length > 0 ? changed : gone;
}

/** What two statements have in common apart from figures, as a share of the smaller. */
function shareOf(one: Statement, other: Statement): number {
  const words = (statement: Statement): readonly Element[] =>
    statement.elements.filter(({ figure }) => !figure);
  const sum = (elements: readonly Element[]): number =>
    elements.reduce((total, { weight }) => total + weight, 0);
  const common = words(one).filter(({ key }) =>
    words(other).some((element) => element.key === key),
  );
  return sum(common) / Math.max(0.1, Math.min(sum(words(one)), sum(words(other))));
}

/** "Bookings by telephone work", "35 % of bookings fail": of a part of the later matter. */
function isPartOf(one: Statement, other: Statement): boolean {
  const counted = other.elements.some(
    ({ figure }) => figure?.kind === 'percent' || figure?.kind === 'count',
  );
  return (
    counted &&
    one.elements.some(
      ({ figure, concept, weight, key }) =>
        !figure &&
        !concept?.act &&
        weight >= 0.75 &&
        !other.elements.some((element) => element.key === key),
    )
  );
}

/** "The first key" and "the second key": each names a thing that the other does not. */
function hasOtherSubject(one: Statement, other: Statement): boolean {
  const things = (statement: Statement): readonly Element[] =>
    statement.elements.filter(
      ({ figure, concept, weight }) => !figure && !concept?.act && weight >= 0.75,
    );
  const only = (own: readonly Element[], than: readonly Element[]): readonly Element[] =>
    own.filter(({ key }) => !than.some((element) => element.key === key));
  // "Line 3" is not "lines 1, 2 and 4".
  const labels = (statement: Statement): readonly number[] =>
    statement.elements.flatMap(({ label, figure }) => (label && figure ? [figure.value] : []));
  const [named, others] = [labels(one), labels(other)];
  if (named.length > 0 && others.length > 0 && !named.some((value) => others.includes(value)))
    return true;
  const [mine, theirs] = [things(one), things(other)];
  const common = mine.length - only(mine, theirs).length;
  return (
    only(mine, theirs).length > 0 &&
    only(theirs, mine).length > 0 &&
    common / Math.max(1, Math.min(mine.length, theirs.length)) < 0.67
  );
}

/** "Who saw what" is not settled by what could be seen. */
function sharesThing(one: Statement, other: Statement): boolean {
  const things = one.elements.filter(
    ({ concept, figure, key }) =>
      !concept?.act && !figure && !/^(?:known?|unknown|unclear)$/.test(key),
  );
  return (
    things.length === 0 ||
    things.some(({ key }) => other.elements.some((element) => element.key === key))
  );
}

function sharesAct(one: Statement, other: Statement): boolean {
  return one.elements.some(
    ({ concept, key }) =>
      concept?.act && other.elements.some((element) => element.key === key && !element.aside),
  );
}

function turnsRound(one: Statement, other: Statement): boolean {
  const turned = one.elements.filter(
    ({ concept, key, sign }) =>
      concept?.act &&
      other.elements.some((element) => element.key === key && element.sign !== sign),
  );
  // "A flood hits Leeds" and "the shop is not affected": what is turned is all they share.
  const [act] = turned;
  if (!act) return false;
  const isBeside = ({ key, figure }: Element): boolean => !figure && key !== act.key;
  return (
    turned.length > 1 ||
    !one.elements.some(isBeside) ||
    one.elements.some(
      (element) => isBeside(element) && other.elements.some(({ key }) => key === element.key),
    )
  );
}

function isContained(one: Statement, other: Statement): boolean {
  return one.elements.every((element) =>
    other.elements.some((candidate) => isSameElement(element, candidate)),
  );
}

/** A first count and a later one; not two counts of different things. */
function differsInFigure(one: Statement, other: Statement, shared: number): boolean {
  return one.elements.some((element) => {
    const { figure, units } = element;
    if (!figure || element.label) return false;
    if (
      other.elements.some((candidate) => candidate.figure && isSameFigure(candidate.figure, figure))
    )
      return false;
    return other.elements.some((candidate) => {
      if (candidate.figure?.kind !== figure.kind || candidate.label) return false;
      const sameUnit = units[0] !== undefined && units[0] === candidate.units[0];
      // "Two patients could not be reached" are some of the 74, and no new count.
      const sameDeed = isBare(one) || isBare(other) || sharesAct(one, other);
      if (figure.kind === 'count') return sameUnit && sameDeed ? shared >= 0.4 : shared >= 0.75;
      return shared >= 0.7;
    });
  });
}
