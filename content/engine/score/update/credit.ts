import type { Span } from '../sentences.ts';
import type { PreparedFact } from './facts.ts';
import { hourRange } from './clock-figures.ts';
import { isSameFigure } from './figures.ts';
import { findNeighbours } from './list-items.ts';
import { matchBest, matchClause, type Match } from './match.ts';
import { isMismeasured } from './measures.ts';
import { writeSentence, type SaidSentence } from './said-sentence.ts';
import { isCode, keyOf, type Element, type Statement } from './statement.ts';
import { isSwapped } from './swapped-figures.ts';
import { isAnnounced, isTimetabled } from './timetabled.ts';
import type { Mood } from './token.ts';

export interface Credit {
  /** 0..1 */
  readonly share: number;
  readonly spans: readonly Span[];
  readonly why: string;
}

/**
 * How well a text says a fact: by the clause that says most of it and the sentences beside it, in
 * the mood of the fact, and in prose. `prose` gives for a sentence how much of it is language.
 */
export function creditFact(
  prepared: PreparedFact,
  said: readonly SaidSentence[],
  prose: (sentence: SaidSentence) => number,
): Credit {
  let best: Credit & { readonly mood: Mood } = { share: 0, spans: [], why: '', mood: 'plain' };
  const statements: readonly (readonly [Statement, number])[] = [
    [prepared.statement, 0.65],
    ...prepared.phrases.map((phrase) => [phrase, 0.9] as const),
  ];
  for (const [statement, full] of statements) {
    for (const match of matchBest(statement, said, false).slice(0, 12)) {
      if (match.sense === 'opposite') continue;
      const [widened, spans] = widen(statement, match, said);
      const coverage = Math.max(widened, isKnownByFigures(prepared, statement, match) ? 0.66 : 0);
      const share =
        // Of two that say enough the one that says the rest as well is the better.
        Math.min(
          ramp(coverage, statement === prepared.statement ? 0.2 : 0.6, full),
          Math.min(1, 0.965 + 0.04 * coverage),
        ) *
        Math.max(
          fitMood(meant(prepared.statement, match), match.mood),
          match.mood === 'planned' && isTimetabled(statement.text) ? 1 : 0,
          statement.mood === 'planned' &&
            match.mood === 'plain' &&
            isAnnounced(writeSentence(match.sentence))
            ? 1
            : 0,
          // What is one of several guesses is so told, and is no less sure by that.
          (match.mood === 'open' || match.mood === 'weak') && guessed.test(statement.text) ? 1 : 0,
          isStated(statement) ? fitMood(statement.mood, match.mood) : 0,
          // "With no answer yet" is how it is, where the fact has it so.
          statement.mood === 'plain' && match.mood === 'open' && unanswered.test(statement.text)
            ? 1
            : 0,
        ) *
        prose(match.sentence) *
        (isMisnamed(statement, match) ||
        isMiscounted(statement, match) ||
        isMistimed(statement, match) ||
        isOfOtherRange(statement, match, said) ||
        isSwapped(statement, match) ||
        isMismeasured(statement.text, writeSentence(match.sentence))
          ? 0.4
          : 1);
      if (share > best.share) best = { share, spans, mood: match.mood, why: '' };
    }
  }
  return { share: best.share, spans: best.spans, why: explain(prepared, best) };
}

/**
 * All the figures of a fact, which no other fact has, with one more of its words: that is the fact,
 * whatever else is said in other words.
 */
function isKnownByFigures(
  { own }: PreparedFact,
  { elements }: Statement,
  { met, turned, sense }: Match,
): boolean {
  const telling = elements.filter(({ figure, weight }) => figure && weight >= 1.2);
  return (
    telling.length > 0 &&
    sense !== 'opposite' &&
    telling.every((element) => met.has(element)) &&
    telling.some(
      (element) => own.includes(element) && !element.label && (element.figure?.value ?? 0) > 12,
    ) &&
    [...met].some((element) => !element.figure && element.weight >= 0.75 && !turned.has(element))
  );
}

/** "Cause unknown; dump taken at ten": of a fact in two moods, that of the part which was met. */
function meant(statement: Statement, { met }: Match): Mood {
  if (statement.mood !== 'open') return statement.mood;
  const own = statement.elements.filter((element) => met.has(element));
  return own.length > 0 && own.every(({ open }) => !open) ? 'plain' : 'open';
}

/** A whole phrasing has a mood of its own; "the way in" is only the name of what is asked. */
function isStated({ text }: Statement): boolean {
  return (
    /\b(?:is|are|was|were|has|have|had|no|not)\b/i.test(text) &&
    !/\b(?:how|who|whether|which|what|when|where|if|why)\b/i.test(text)
  );
}

/** "LT-0533" where the fact has "LT-0419": of another machine. */
function isMisnamed({ elements }: Statement, { met, sentence }: Match): boolean {
  const codes = elements.filter(({ key, figure }) => !figure && isCode(key));
  return (
    codes.length > 0 &&
    codes.every((code) => !met.has(code)) &&
    codes.some(({ key }) =>
      sentence.tokens.some(
        ({ stem }) => stem !== key && isCode(stem) && shapeOf(stem) === shapeOf(key),
      ),
    )
  );
}

/** "430 forms" where the fact has 340: not what is known. */
function isMiscounted({ elements }: Statement, { met, sentence, clause }: Match): boolean {
  const counts = elements.filter(
    ({ figure, label }) =>
      figure !== null &&
      !label &&
      figure.value >= 2 &&
      /^(?:count|money|percent|size)$/.test(figure.kind),
  );
  return (
    counts.length > 0 &&
    counts.every((count) => !met.has(count)) &&
    // "Three, not four as reported".
    !sentence.figures.some((token) =>
      counts.some(({ figure }) => token.figure && figure && isSameFigure(token.figure, figure)),
    ) &&
    counts.some(({ figure, units }) =>
      sentence.figures.some(
        (token) =>
          token.clause === clause &&
          token.figure?.kind === figure?.kind &&
          (figure?.kind !== 'count' || token.units.some((unit) => units.includes(unit))),
      ),
    )
  );
}

/** "By 20:30" where the fact has "by 21:30". */
function isMistimed({ text, elements }: Statement, { met, sentence, clause }: Match): boolean {
  const times = elements.filter(({ figure }) => figure?.kind === 'time');
  if (times.length !== 1 || times.some((element) => met.has(element))) return false;
  const [lead] = /\b(?:by|at|from|since|until|till|before|after)(?= \d)/i.exec(text) ?? [];
  const words = sentence.byClause[clause] ?? [];
  return (
    lead !== undefined &&
    words.some(
      ({ figure }, at) =>
        figure?.kind === 'time' && words[at - 1]?.text === lead.toLowerCase() && at > 1,
    )
  );
}

/** "Delayed transfers. If you sent money between 18:00 and 18:50": of another time than the fact's own range. */
function isOfOtherRange(
  { text, elements }: Statement,
  { sentence }: Match,
  said: readonly SaidSentence[],
): boolean {
  const times = elements.flatMap(({ figure }) => (figure?.kind === 'time' ? [figure] : []));
  if (times.length !== 2 || !hourRange.test(text)) return false;
  return [sentence, ...findNeighbours(sentence.index, said)].some((near) =>
    near.byClause.some((words) => {
      const told = words.filter(({ figure }) => figure?.kind === 'time');
      return (
        told.length === 2 &&
        hourRange.test(words.map((word) => word.text).join(' ')) &&
        words.some((word) => elements.some(({ key, figure }) => !figure && key === keyOf(word))) &&
        told.every(({ figure }) => figure && !times.some((time) => isSameFigure(figure, time)))
      );
    }),
  );
}

function shapeOf(code: string): string {
  return code.replaceAll(/\d/g, '9');
}

/** What the neighbouring sentences add: "The key is ours. It is off since 09:17." */
function widen(
  statement: Statement,
  match: Match,
  said: readonly SaidSentence[],
): readonly [coverage: number, spans: readonly Span[]] {
  let coverage = match.agreed + shareLeftOpen(statement, match);
  const spans: Span[] = [match.span];
  const listed = statement.mood === 'open' ? findListed(statement, match) : [];
  if (statement.weight > 0)
    coverage += (0.8 * listed.reduce((sum, { weight }) => sum + weight, 0)) / statement.weight;
  for (const neighbour of findNeighbours(match.sentence.index, said)) {
    let gain = 0;
    let from: Span | null = null;
    for (let clause = 0; clause < Math.min(6, neighbour.clauses); clause += 1) {
      const other = matchClause(statement, neighbour, clause, false);
      if (other.sense === 'opposite') continue;
      // "Fixed at 20:50" is the hour of the repair, and not of what was sent until then.
      const deed = (neighbour.byClause[clause] ?? []).some(
        ({ concept, stem }) =>
          concept?.act && !statement.elements.some(({ key }) => key === concept.id || key === stem),
      );
      const own = [...other.met].filter(
        (element) =>
          ((!match.met.has(element) && !listed.includes(element)) || match.turned.has(element)) &&
          !other.turned.has(element) &&
          !(
            deed &&
            element.figure?.kind === 'time' &&
            [...other.met].every(({ figure }) => figure !== null)
          ),
      );
      const weight = own.reduce((sum, element) => sum + element.weight, 0);
      if (weight > gain) {
        gain = weight;
        from = other.span;
      }
    }
    if (from && statement.weight > 0) {
      coverage += (0.8 * gain) / statement.weight;
      spans.push(from);
    }
  }
  return [Math.min(1, coverage), spans];
}

/** "We can't give you a number yet", "nobody can say": that it is not known is told by whatever leaves it open. */
function shareLeftOpen({ elements, weight, mood }: Statement, match: Match): number {
  if (mood !== 'open' || match.mood !== 'open' || weight === 0) return 0;
  const doubts = elements.filter(
    (element) => element.open && doubting.test(element.key) && !match.met.has(element),
  );
  return (0.5 * doubts.reduce((sum, element) => sum + element.weight, 0)) / weight;
}

const doubting = /^(?:know|unknown|unclear|establish|determin|certain|clear|ascertain)/;

/** "Not known: how many, the cause, and whether it comes again": what the other clauses of the list leave open. */
function findListed(statement: Statement, { met, sentence, clause }: Match): readonly Element[] {
  const listed = new Set<Element>();
  for (let other = 0; other < Math.min(8, sentence.clauses); other += 1) {
    if (other === clause || sentence.byClause[other]?.some(({ mood }) => mood === 'open') !== true)
      continue;
    const beside = matchClause(statement, sentence, other, false);
    if (beside.sense === 'opposite' || beside.mood !== 'open') continue;
    for (const element of beside.met) {
      if (element.open && !met.has(element) && !beside.turned.has(element)) listed.add(element);
    }
  }
  return [...listed];
}

const unanswered =
  /\b(?:not|no|never|nobody|nothing|n['’]t)\b.{0,20}\b(?:answer|repl|respon|heard|word|result)/i;

/** "Three changes are candidates for the cause". */
const guessed =
  /\b(?:candidates?|possibilities|theories|hypotheses|possible (?:causes?|reasons?|ways?|sources?|explanations?))\b/i;

function ramp(value: number, none: number, full: number): number {
  return Math.max(0, Math.min(1, (value - none) / (full - none)));
}

const fits: Readonly<Record<Mood, Readonly<Record<Mood, number>>>> = {
  plain: { plain: 1, planned: 0.35, weak: 0.6, open: 0.2 },
  planned: { plain: 0.7, planned: 1, weak: 0.8, open: 0.3 },
  weak: { plain: 0.6, planned: 0.6, weak: 1, open: 0.7 },
  open: { plain: 0, planned: 0.1, weak: 0.35, open: 1 },
};

function fitMood(meant: Mood, said: Mood): number {
  return fits[meant][said];
}

function explain(prepared: PreparedFact, { share, mood }: { share: number; mood: Mood }): string {
  const { text } = prepared.fact;
  if (share >= 0.95) return `Said: ${text}`;
  if (share <= 0.05) return `A reader needed this and did not get it: ${text}`;
  const meant = prepared.statement.mood;
  if (meant === 'plain' && mood !== 'plain') {
    return `Said as less sure than it is. It was known: ${text}`;
  }
  return `Said in part. The whole of it: ${text}`;
}
