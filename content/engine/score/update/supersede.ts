import { isAnswerTo } from './answer.ts';
import { isSameFigure } from './figures.ts';
import { hasOtherLetter } from './letter-names.ts';
import { isBare, readStatement, type Element, type Statement } from './statement.ts';
import type { GivenFact } from './update-request.ts';

/** Whether two elements say the same: a figure within its rounding, an act with its sign. */
export function isSameElement(one: Element, other: Element): boolean {
  if (one.figure || other.figure) {
    return one.figure !== null && other.figure !== null && isSameFigure(one.figure, other.figure);
  }
  return one.key === other.key && (one.concept?.act !== true || one.sign === other.sign);
}

export interface Read {
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
export function supersedes(later: Read, old: Read): boolean {
  if (later.fact.known_from_min <= old.fact.known_from_min) return false;
  if (hasOtherLetter(old.fact.text, later.fact.text)) return false;
  const one = old.statement;
  const other = later.statement;
  const shared = shareOf(one, other);
  if (one.mood === 'open' && other.mood !== 'open')
    return (
      shared >= 0.45 &&
      // That access is closed does not say who had it.
      (other.corrects ||
        !other.elements.some(
          ({ key, sign }) => /^(?:off|finish|isolate)$/.test(key) && sign === 1,
        ) ||
        one.elements.some(({ key }) => /^(?:off|finish|isolate)$/.test(key))) &&
      sharesAct(one, other) &&
      sharesThing(one, other) &&
      isAnswerTo(one, other) &&
      // "How many were opened" is not settled by "37 came back unopened".
      (one.asks !== 'count' ||
        one.elements.some(
          ({ key, concept }) =>
            concept?.act &&
            other.elements.some((element) => element.key === key && element.sign === 1),
        ))
    );
  if (isNoLonger(old, later) || isGivenUp(old, later) || isFoundWrong(old, later)) return true;
  if (one.mood !== 'open' && other.mood === 'open') return false;
  if (isDismissed(old, later) && (shared >= 0.25 || isNamedAsDropped(one, later))) return true;
  if (
    other.oldFigures.some((figure) =>
      one.elements.some((element) => element.figure && isSameFigure(element.figure, figure)),
    )
  ) {
    // "The number is 1,380, not 214": the old number says what it is about.
    return (
      shared >= 0.2 ||
      other.oldFigures.some(
        (figure) =>
          figure.value >= 13 &&
          one.elements.some((element) => element.figure && isSameFigure(element.figure, figure)),
      )
    );
  }
  // "It is the switch", and "correction: the cause is a full disk".
  if (/^correct/i.test(later.fact.text) && names.test(old.fact.text) && names.test(later.fact.text))
    return true;
  // "Check the search times again at 23:15": what is to be done says nothing new of how it is.
  if (task.test(later.fact.text)) return false;
  if (hasSameHead(one, other, shared)) return true;
  // "Updated at 17:00", and the next update is due at 19:30: one after the other.
  if (nextWord.test(later.fact.text) && !nextWord.test(old.fact.text)) return false;
  // "It was there from Monday until nine": that it is gone since is no other account of it.
  if (isOver(old.fact.text) && !other.corrects) return false;
  // "It rose to 6.5 s at 20:00", "it is at 900 ms at 20:40": a course, and both are so.
  if (movedAt.test(old.fact.text) && !other.corrects) return false;
  // "They will be visible again by six": so they are not visible now.
  if (one.mood === 'plain' && other.mood === 'planned' && !other.corrects) return false;
  // "Reversal: the host is healthy, the faulty part is the switch".
  if (reversed.test(later.fact.text) && shared >= 0.5) return true;
  if (hasOtherSubject(one, other)) return false;
  // "Had not been closed" tells of before; that it was closed since turns nothing round.
  const before = /\bhad (?:not |never )?(?:been|\w+ed)\b/i.test(old.fact.text);
  if (before && turnsRound(one, other)) return false;
  if (isOfPart(one, other) || isToldOfBefore(old, later)) return false;
  if (turnsRound(one, other) && !isNarrowed(later))
    return shared >= (isPartOf(one, other) ? 1.1 : 0.5);
  // "Duplicates down from 22 to 1 percent": that there were some is as true as before.
  const fell = /\b(?:up|down) from\b/i.test(later.fact.text);
  if (other.corrects && !fell && other.oldFigures.length === 0 && shared >= 0.5)
    return sharesAct(one, other);
  // "Open to 320", and 22 opened it: these are some of those.
  if (ability.test(old.fact.text) && !ability.test(later.fact.text) && !other.corrects)
    return false;
  return differsInFigure(one, other, shared);
}

const movedAt =
  /\b(?:rose|climbed|jumped|grew|increased|went up|peaked|fell|dropped|sank|shrank|declined|decreased|went down|came down)\b.*\bat \d{1,2}[:.]\d{2}/i;

/** "We will report again by Tuesday": when one hears more is no other account of what was reported. */
const nextWord =
  /^(?:the |our )?next\b|^(?:we|i)(?:['’]ll| will| shall) (?:report|write|inform|update|notify|let|call|brief)\b|^(?:the |a |our )?(?:\w+ )?(?:report|update|briefing|statement|bulletin) (?:is due|follows|will follow|will be)\b/i;

/** Names a cause. */
const names = /\b(?:caus(?:e|es|ed|ing)|due to|because of|the reason|comes? from|came from)\b/i;

const reversed = /^(?:reversal|reversed|retraction|retracted|correction|corrected):/i;

const task =
  /^(?:please )?(?:check|look|ask|call|ring|page|tell|watch|verify|confirm|remind|chase|do not|don['’]t)\b(?! (?:is|are|was|were|has|have)\b)/i;

const ability =
  /\b(?:open to|accessible|could|can|visible to|able to|reachable|available to|readable|had access|have access|has access)\b/i;

/** "It had been open since May", "213 calls failed" where they work again: a later fact of an earlier time. */
function isToldOfBefore(old: Read, later: Read): boolean {
  return (
    !later.statement.corrects &&
    (isOver(later.fact.text) ||
      /\bhad (?:\w+ )?been\b/i.test(later.fact.text) ||
      (/\b(?:again|back|restored|recovered)\b/i.test(old.fact.text) &&
        !/\b(?:again|still|now|since|is|are|has|have|no longer)\b/i.test(later.fact.text)))
  );
}

/** Of a time that had its end when the fact was told. */
function isOver(text: string): boolean {
  // "Uploads failed for 22 minutes from 19:03", "was updated at 17:00".
  if (
    /\b(?:was|were|\w{2,}ed)\b.{0,40}\bfor (?:about |some |nearly |around )?\d+ (?:seconds|minutes|hours|days)\b/i.test(
      text,
    ) &&
    !/\b(?:is|are|has|have|so far|still)\b/i.test(text)
  )
    return true;
  return (
    /\b(?:from|between|since)\b.{1,40}\b(?:until|till|to|and)\b.{0,20}\d/i.test(text) &&
    /\d[:.]\d{2}.*\d[:.]\d{2}/.test(text) &&
    !/\b(?:is|are|has|have)\b/i.test(text)
  );
}

/** "Was thought to be", and later "was ruled out": a guess that did not hold. */
function isDismissed(old: Read, later: Read): boolean {
  return (
    /\b(?:thought|believed|suspected|assumed|first|initially|initial|provisional|likely|probably|cause)\b/i.test(
      old.fact.text,
    ) &&
    /\b(?:(?<!\b(?:not|not been|cannot be|can't be) )(?:ruled out|excluded|dismissed|disproved)|not the cause|were not the|was not the|turned out|on review|in fact|wrongly|mistaken|false alarm)\b|^(?:reversed|withdrawn|retracted)\b/i.test(
      later.fact.text,
    )
  );
}

/** "Pump 2 no longer available", where it was: said of the same thing, by its number where it has one. */
function isNoLonger(old: Read, later: Read): boolean {
  const gone = /\bno longer (?:\w+ ){0,2}?(\w+)/i.exec(later.fact.text);
  if (!gone) return false;
  const before = readStatement(later.fact.text.slice(0, gone.index), false).elements.filter(
    ({ concept }) => !concept?.act,
  );
  const has = (element: Element): boolean =>
    old.statement.elements.some((own) => isSameElement(own, element));
  return (
    before.length > 0 &&
    before.every(has) &&
    later.statement.elements.some(
      ({ key, concept, sign }) =>
        concept?.act && old.statement.elements.some((own) => own.key === key && own.sign !== sign),
    ) &&
    old.fact.text
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(gone[1]?.toLowerCase() ?? '')
  );
}

const begun =
  /\b(?:started|starts|begun|began|begins|running|runs|under ?way|planned|in progress|ongoing|agreed|scheduled)\b/i;

/** "Copy abandoned", where it had been started. */
function isGivenUp(old: Read, later: Read): boolean {
  const end = later.fact.text.search(
    /\b(?:abandoned|called off|given up|aborted|cancelled|canceled|discontinued)\b/i,
  );
  if (end < 0 || !begun.test(old.fact.text)) return false;
  const lead = later.fact.text.slice(0, end);
  const [thing, ...others] = readStatement(lead, false).elements.filter(({ figure }) => !figure);
  return (
    thing !== undefined &&
    others.length <= 2 &&
    old.statement.elements.slice(0, 3).some(({ key }) => key === thing.key) &&
    others.every(({ key }) => old.statement.elements.some((own) => own.key === key))
  );
}

/** "The first test was wrong", of what "first test: …" told. */
function isFoundWrong(old: Read, later: Read): boolean {
  const wrong =
    /\b(first|earlier|initial|original|preliminary) (\w+) (?:was|were|is|are|proved|turned out) (?:to be )?(?:wrong|incorrect|false|mistaken|faulty|invalid)\b/i.exec(
      later.fact.text,
    );
  return (
    wrong !== null &&
    old.fact.text.toLowerCase().includes(`${wrong[1] ?? ''} ${wrong[2] ?? ''}`.toLowerCase())
  );
}

const dropped = /\b(?:ruled out|excluded|dismissed|disproved)\b/i;

/** "The CDN ruled out; a build wrote to the wrong place": what was suspected is all that stands before. */
function isNamedAsDropped(one: Statement, { fact }: Read): boolean {
  const part = fact.text.split(/[;:.]\s/).find((half) => dropped.test(half)) ?? '';
  const things = readStatement(part.slice(0, part.search(dropped)), false).elements.filter(
    ({ figure, concept, weight }) => !figure && !concept?.act && weight >= 0.75,
  );
  return (
    things.length > 0 && things.every(({ key }) => one.elements.some((own) => own.key === key))
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

/**
 * "412 accounts were entered", "accounts with a second factor were not entered": what is named before the deed that is
 * turned round, and in the old fact nowhere, makes it another matter, or a part.
 */
function isOfPart(one: Statement, other: Statement): boolean {
  if (other.corrects) return false;
  const turned = other.elements.findIndex(
    ({ concept, key, sign }) =>
      concept?.act && one.elements.some((own) => own.key === key && own.sign !== sign),
  );
  return other.elements
    .slice(0, Math.max(0, turned))
    .some(
      ({ figure, concept, weight, key }) =>
        !figure &&
        !concept?.act &&
        weight >= 0.75 &&
        !one.elements.some((element) => element.key === key),
    );
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

/** "11,200 parents received a message that asks for payment" is about receiving, "58 have paid" is not. */
function sharesMainAct(one: Statement, other: Statement): boolean {
  const main = ({ elements }: Statement): string | undefined =>
    elements.find(({ concept }) => concept?.act)?.key;
  return main(one) === main(other);
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
      // "412 mails were sent" is no older count of "seven tenants paid".
      if (figure.kind === 'count' && units[0] && candidate.units[0] && !sameUnit) return false;
      // "Two patients could not be reached" are some of the 74, and no new count.
      const sameDeed =
        isBare(one) || isBare(other) || (other.corrects ? sharesAct : sharesMainAct)(one, other);
      if (figure.kind === 'count') return sameDeed && (sameUnit ? shared >= 0.4 : shared >= 0.75);
      return sameDeed && shared >= 0.7;
    });
  });
}
