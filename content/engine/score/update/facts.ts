import { findTlp, isOwnMarking, mayRead, stripTlp, type Tlp } from './tlp.ts';
import { isSameElement, supersedes, type Read } from './supersede.ts';
import { readStatement, type Element, type Statement } from './statement.ts';
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
  forbidden: readonly string[] = [],
): readonly PreparedFact[] {
  const plain = audience === 'executive' || audience === 'customers';
  const read = facts.map((fact) => ({
    fact,
    tlp: findTlp(fact.text),
    statement: readStatement(stripTlp(fact.text), plain),
    phrases: (fact.any ?? []).map((phrase) => readStatement(phrase, plain)),
  }));
  const known = read.filter(({ fact }) => fact.known_from_min <= at_min);
  const found = findSuccessors(known);
  const dropped = findDropped(
    known,
    forbidden.map((text) => readStatement(text, plain)),
  );
  const successors = new Map(
    known.map((entry) => [entry, found.get(entry) ?? dropped.get(entry) ?? null]),
  );
  const holding = known.filter((entry) => successors.get(entry) === null);
  const held = countElements(holding.flatMap(({ statement }) => statement.elements));
  return read.map((entry) => {
    const successor = successors.get(entry) ?? null;
    const future = entry.fact.known_from_min > at_min;
    const withheld = !mayRead(audience, entry.tlp) && !isOwnMarking(entry.fact.text);
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

/**
 * "The fire is out", known once and now a claim that must not be made: nobody forbids what holds. What took its place
 * is a later fact of the same thing ("smoke from hall 2 again"), in whatever words.
 */
function findDropped<Entry extends Read>(
  known: readonly Entry[],
  forbidden: readonly Statement[],
): ReadonlyMap<Entry, Statement> {
  const isThing = ({ figure, concept, weight }: Element): boolean =>
    !figure && !concept?.act && weight >= 0.75;
  const isSaidBy = (claim: Statement, { elements, weight, mood }: Statement): boolean => {
    const common = elements.filter((own) => claim.elements.some((one) => isSameElement(one, own)));
    return (
      mood === 'plain' &&
      claim.mood === 'plain' &&
      claim.elements.some(({ concept }) => concept?.act) &&
      claim.elements.every((one) => elements.some((own) => isSameElement(one, own))) &&
      common.reduce((sum, own) => sum + own.weight, 0) >= 0.55 * weight
    );
  };
  return new Map(
    known.flatMap((old): readonly (readonly [Entry, Statement])[] => {
      if (!forbidden.some((claim) => isSaidBy(claim, old.statement))) return [];
      const things = old.statement.elements.filter(isThing);
      const later = known.find(
        ({ fact, statement }) =>
          fact.known_from_min > old.fact.known_from_min &&
          statement.mood === 'plain' &&
          things.some(({ key }) => statement.elements.some((own) => own.key === key)),
      );
      return later ? [[old, later.statement]] : [];
    }),
  );
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

/** For each fact the first that took its place. Only facts that share a word can, or one that corrects a number. */
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
  // "The number is 1,380, not 214" need not say of what.
  const correcting = known
    .flatMap(({ statement }, at) => (statement.oldFigures.length > 0 ? [at] : []))
    .slice(0, 100);
  return new Map(
    known.map((old) => {
      // Of a word that hundreds share only the first hundred are looked at.
      const lists = old.statement.elements.map(({ figure, key }) =>
        figure ? [] : (holders.get(key) ?? []).slice(0, 100),
      );
      const candidates = [...new Set([...lists.flat(), ...correcting])].sort(
        (one, other) => one - other,
      );
      const found = candidates.find((at) => {
        const later = known[at];
        return later !== undefined && supersedes(later, old);
      });
      return [old, found === undefined ? null : (known[found]?.statement ?? null)];
    }),
  );
}
