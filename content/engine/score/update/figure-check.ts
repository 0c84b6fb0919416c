import type { Figure } from './figure.ts';
import { hourRange } from './clock-figures.ts';
import { isSameFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { findElapsed, type KnownFigure } from './elapsed-minutes.ts';
import { findMistyped } from './mistyped.ts';
import { isInFacts } from './baseless.ts';
import type { Claims } from './support.ts';
import { isCorrection } from './correction.ts';
import { matchClause } from './match.ts';
import { keyOf, type Element } from './statement.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Token } from './token.ts';

/**
 * Figures of the text that no fact bears out. Times to come (the next update, a plan), small counts
 * and what follows from two known figures are no claim of their own.
 */
export function findWrongFigures(
  claims: Claims,
  nextUpdate: ReadonlySet<number>,
): readonly Finding[] {
  const known = claims.facts
    .filter(({ state }) => state !== 'future')
    .flatMap(({ statement }): KnownFigure[] => [
      ...statement.elements.flatMap(({ figure, units, label }) =>
        figure ? [{ figure, units, label }] : [],
      ),
      ...statement.oldFigures.map((figure) => ({ figure, units: [], label: false })),
    ]);
  // "Both laptops" counts two.
  if (claims.facts.some(({ state, fact }) => state !== 'future' && /\bboth\b/i.test(fact.text))) {
    known.push({
      figure: { kind: 'count', value: 2, rough: false, halfDay: false, currency: null, length: 1 },
      units: [],
      label: false,
    });
  }
  known.push(...findElapsed(claims));
  const early = claims.facts
    .filter(({ state }) => state === 'future')
    .flatMap(({ statement }) => statement.elements.flatMap(({ figure }) => figure ?? []));
  const findings: Finding[] = [];
  for (const sentence of claims.said) {
    if (nextUpdate.has(sentence.index)) continue;
    // Six wrong figures say it all; a table of a thousand is no update.
    if (findings.length >= 6) break;
    for (const token of sentence.figures.slice(0, 60)) {
      const { figure } = token;
      if (!figure || token.negated) continue;
      // A figure from the future is the business of another rule.
      if (early.some((later) => isSameFigure(figure, later))) continue;
      const verdict = judge(claims, sentence, token, figure, known);
      if (verdict) findings.push(verdict);
    }
  }
  return [...findings, ...findMistyped(claims)].slice(0, 6);
}

function judge(
  claims: Claims,
  sentence: SaidSentence,
  token: Token,
  figure: Figure,
  known: readonly KnownFigure[],
): Finding | null {
  // "Six" may be a time of day, "six nodes" is none.
  const isCount = figure.kind === 'count' && token.units.length > 0;
  const alike = known.filter(
    (other) => isSameFigure(figure, other.figure) && !(isCount && other.figure.kind === 'time'),
  );
  const unit = token.units.find((name) => known.some(({ units }) => units.includes(name)));
  const whole = isWhole(sentence, token);
  const ofUnit =
    unit === undefined
      ? []
      : known.filter((other) => other.figure.kind === figure.kind && other.units.includes(unit));
  const misplaced =
    figure.kind === 'count' &&
    figure.value > 1 &&
    ofUnit.length > 0 &&
    !ofUnit.some((other) => isSameFigure(figure, other.figure)) &&
    // "Six stations failed, the other 41 ran": where what is known is told, this is of something else.
    !ofUnit.every((other) => isToldAnywhere(claims, other.figure));
  if (
    alike.length > 0 &&
    !(
      misplaced &&
      alike.every(
        ({ units, label }) =>
          label || (units.length > 0 && !units.some((name) => token.units.includes(name))),
      )
    )
  ) {
    return null;
  }
  if (isCorrection(claims.said, sentence.index)) return null;
  const moved = figure.kind === 'time' ? findMoved(claims, sentence, token) : null;
  if (moved !== null) return wrong(token, moved);
  if (
    (unit === undefined && isWithoutUnit(claims, token, figure)) ||
    whole ||
    isDerived(figure, known) ||
    isHarmless(token, sentence, figure, ofUnit.length > 0)
  )
    return null;
  // "We woke up half the house": a way to say many, of what no fact speaks of.
  if (token.text === 'half' && !token.units.some((name) => isInFacts(claims, name))) return null;
  const near = findNearFact(claims, sentence, token, figure);
  if (misplaced || near !== null) return wrong(token, near);
  const why =
    'No fact bears this figure out. Give figures that you can show, and say where one is an estimate.';
  return {
    rule: 'invented-figure',
    // A writer knows more than the facts tell: this must cost less than a part that is missing.
    cost: figure.kind === 'time' || figure.kind === 'stretch' ? 0.015 : 0.03,
    spans: [token.span],
    why,
  };
}

function wrong({ span }: Token, known: string | null): Finding {
  const why = `This figure is not the one that is known.${known === null ? '' : ` Known: ${known}`}`;
  return { rule: 'wrong-figure', cost: 0.2, spans: [span], why };
}

/**
 * "The engineer arrives at 22:30", of a fact that has 20:30: nearly all its words stand in the clause, and its own hour
 * nowhere in the text. Of times to come this is the only fault that can be told.
 */
function findMoved(claims: Claims, sentence: SaidSentence, token: Token): string | null {
  for (const { statement, state, fact } of claims.facts) {
    if (state !== 'asked') continue;
    const times = statement.elements.filter(({ figure }) => figure?.kind === 'time');
    if (times.length === 0) continue;
    if (times.every(({ figure }) => figure && isToldAnywhere(claims, figure))) continue;
    if (isOtherEnd(fact.text, times, sentence, token)) return fact.text;
    const words = statement.elements.filter(({ figure }) => !figure);
    const said = new Set((sentence.byClause[token.clause] ?? []).map(keyOf));
    const weight = words.reduce((sum, element) => sum + element.weight, 0);
    const met = words
      .filter(({ key }) => said.has(key))
      .reduce((sum, element) => sum + element.weight, 0);
    if (words.length >= 2 && met >= 0.7 * weight) return fact.text;
  }
  return null;
}

/** "From 08:12 to 10:47", of a fact that has "from 09:12 to 10:47". */
function isOtherEnd(
  fact: string,
  times: readonly Element[],
  { byClause }: SaidSentence,
  { clause, figure: own }: Token,
): boolean {
  const words = byClause[clause] ?? [];
  const told = words.flatMap(({ figure }) => (figure?.kind === 'time' ? [figure] : []));
  const isOfFact = (figure: Figure): boolean =>
    times.some((time) => time.figure !== null && isSameFigure(time.figure, figure));
  return (
    own !== null &&
    times.length === 2 &&
    told.length === 2 &&
    hourRange.test(fact) &&
    hourRange.test(words.map(({ text }) => text).join(' ')) &&
    !isOfFact(own) &&
    told.some(isOfFact)
  );
}

/** "900 ms now vs 40 usual", where a fact has "40 ms": the unit goes without saying. */
function isWithoutUnit({ facts }: Claims, { text, units }: Token, { kind }: Figure): boolean {
  return (
    (kind === 'count' || (kind === 'time' && text.includes('.'))) &&
    /^\d+[.,]?\d+$/.test(text) &&
    units.every((unit) => /^(?:usual|normal|typic|averag|befor|back)/.test(unit)) &&
    facts.some(
      ({ state, fact }) =>
        state === 'asked' && fact.text.match(/\d+(?:[.,:]\d+)*/g)?.includes(text),
    )
  );
}

/** "Three of twelve hosts": what the three are a part of. */
function isWhole({ tokens }: SaidSentence, token: Token): boolean {
  const at = tokens.indexOf(token);
  const before = tokens.slice(Math.max(0, at - 4), at);
  return (
    /^(?:of|from)$/.test(before.at(-1)?.text ?? '') &&
    before.slice(-3).some(({ figure }) => figure !== null)
  );
}

function isToldAnywhere({ said }: Claims, figure: Figure): boolean {
  return said.some(({ figures }) =>
    figures.some(
      (token) =>
        token.figure &&
        !token.negated &&
        isSameFigure(token.figure, figure) &&
        !(figure.kind === 'count' && token.figure.kind === 'time'),
    ),
  );
}

/** A fact that says the same with another figure of this kind. */
function findNearFact(
  claims: Claims,
  sentence: SaidSentence,
  token: Token,
  figure: Figure,
): string | null {
  for (const { statement, state, fact } of claims.facts) {
    if (state !== 'asked') continue;
    const figures = statement.elements.filter((element) => element.figure?.kind === figure.kind);
    if (figures.length === 0) continue;
    const match = matchClause(statement, sentence, token.clause, false);
    // A figure that is said rightly, here or in another sentence, is not the one meant.
    if (figures.every((element) => element.figure && isToldAnywhere(claims, element.figure)))
      continue;
    const weight = statement.elements
      .filter((element) => !element.figure)
      .reduce((sum, element) => sum + element.weight, 0);
    const met = [...match.met]
      .filter((element) => !element.figure)
      .reduce((sum, element) => sum + element.weight, 0);
    if (weight > 0 && met / weight >= 0.5) return fact.text;
  }
  return null;
}

function isHarmless(
  token: Token,
  sentence: SaidSentence,
  figure: Figure,
  unitKnown: boolean,
): boolean {
  const at = sentence.tokens.indexOf(token);
  const lead = [1, 2, 3].map((back) => sentence.tokens[at - back]?.text ?? '');
  if (token.mood === 'planned' && figure.kind !== 'count') return true;
  // "It dies with a 401": a code of the web.
  if (/^[45]\d\d$/.test(token.raw) && /^(?:an?|http|status|code|error|the)$/.test(lead[0] ?? ''))
    return true;
  // "Still to do: the other 16 regions".
  if (
    token.mood !== 'plain' &&
    lead.slice(0, 2).some((word) => /^(?:other|remaining|next|further)$/.test(word))
  )
    return true;
  // "Once it is below 25": a mark to be reached, no measure.
  if (
    token.mood === 'open' &&
    lead.some((word) => /^(?:below|above|under|over|reach|reaches)$/.test(word))
  )
    return true;
  // "One" is how people begin: "one file", "a day late, one of two".
  if (figure.kind === 'count' && figure.value <= 1) return true;
  if (figure.kind === 'count') {
    // A month, an hour, a step, a telephone number: no measure of harm.
    return (
      isDialled(sentence, at) ||
      isCited(sentence, at) ||
      // "Tomasz (4417)".
      (/\($/.test(sentence.tokens[at]?.gap ?? '') &&
        /^\p{Lu}\p{Ll}+$/u.test(sentence.tokens[at - 1]?.raw ?? '')) ||
      (figure.value <= 12 && !unitKnown) ||
      lead.some(
        (word) =>
          /^(?:article|section|version|ticket|case|reference|ref|number|step|part|update|page|phone|call|line|extension|ext|tel|sev|severity|p|priority|port|minute|regulation|on)$/.test(
            word,
          ) && word !== 'on',
      ) ||
      /\+$/.test(sentence.tokens[at]?.gap.trim() ?? '') ||
      /^\d{8,}$/.test(token.text)
    );
  }
  if ((figure.kind === 'time' || figure.kind === 'date') && !tellsOfPast(sentence, token.clause))
    return true;
  // "My 12:45 note", "the update of 13:35": what it is called by.
  if (
    figure.kind === 'time' &&
    (message.test(sentence.tokens[at + 1]?.text ?? '') ||
      (/^(?:of|from)$/.test(sentence.tokens[at - 1]?.text ?? '') &&
        message.test(sentence.tokens[at - 2]?.text ?? '')))
  )
    return true;
  if (figure.kind === 'time') {
    return sentence.index === 0 && at <= 4
      ? true
      : lead.some((word) => /^(?:of|by|until|next|within)$/.test(word)) ||
          (lead[0] === 'from' &&
            !sentence.tokens.some(({ text }) => /^(?:was|were|had)$/.test(text)));
  }
  if (figure.kind === 'stretch') {
    // "Down for 52 minutes" is a measure of harm, "for the next 52 minutes" is none.
    const past = tellsOfPast(sentence, token.clause);
    return lead.some((word) =>
      past
        ? /^(?:within|every|next|each|per)$/.test(word)
        : /^(?:within|every|in|next|for|each|per)$/.test(word),
    );
  }
  if (figure.kind === 'date') return lead.some((word) => /^(?:by|until|next|before)$/.test(word));
  return figure.kind === 'year';
}

const message =
  /^(?:notes?|updates?|messages?|mails?|bulletin|posts?|statement|briefing|handover)$/;

function tellsOfPast({ tokens }: SaidSentence, clause: number): boolean {
  return tokens.some(
    ({ text, clause: own }) =>
      own === clause &&
      (/^(?:was|were|had|been|since|began|took|came|went|got|left|sent|paid|bought|made|lost|fell|rose|ran|broke|saw|wrote|sold)$/.test(
        text,
      ) ||
        /[a-z]{3}ed$/.test(text)),
  );
}

/** Numbers side by side, or one that begins with 0: to be dialled, not counted. */
function isDialled({ tokens }: SaidSentence, at: number): boolean {
  const isNumber = (index: number): boolean => /^\d{2,}$/.test(tokens[index]?.text ?? '');
  if (/^0\d{2,}$/.test(tokens[at]?.text ?? '')) return true;
  return isNumber(at) && (isNumber(at - 1) || isNumber(at + 1));
}

/** The stretch between two known times, the sum or difference of two known counts, their share. */
function isDerived(figure: Figure, known: readonly KnownFigure[]): boolean {
  const of = (kind: Figure['kind']): readonly number[] =>
    known
      .filter((other) => other.figure.kind === kind && !other.label)
      .slice(0, 40)
      .map((other) => other.figure.value);
  const close = (value: number): boolean => isSameFigure(figure, { ...figure, value, rough: true });
  if (figure.kind === 'stretch') {
    const times = of('time');
    return times.some((one) =>
      times.some((other) => other !== one && close(Math.abs(one - other))),
    );
  }
  if (!/^(?:count|percent|money)$/.test(figure.kind)) return false;
  // What is left of a sum is often written without its currency.
  const counts = [...of('count'), ...of('money')];
  return counts.some((one) =>
    counts.some((other) => {
      if (one === other) return false;
      if (figure.kind === 'percent') return other > 0 && close((100 * one) / other);
      return figure.value === one + other || figure.value === Math.abs(one - other);
    }),
  );
}

const citing =
  /^(?:art|arts|articles?|sections?|sec|sect|paras?|paragraphs?|recitals?|annex|annexes|clauses?|chapters?|regulations?|directive|rules?|iso|iec|rfc|gdpr|dora|nis2|schedule|appendix|form)$/;

/** "Art. 33 and 34", "Articles 33(1) and 34(2)", "§ 34": where a rule stands, and no measure of harm. */
function isCited({ tokens }: SaidSentence, at: number): boolean {
  for (let back = at; back >= Math.max(0, at - 6); back -= 1) {
    const token = tokens[back];
    if (token?.gap.includes('§')) return true;
    const before = tokens[back - 1];
    if (!before) return false;
    if (citing.test(before.text)) return true;
    if (!before.figure && !/^(?:and|or|to|[a-z]|\d{1,3})$/.test(before.text)) return false;
  }
  return false;
}
