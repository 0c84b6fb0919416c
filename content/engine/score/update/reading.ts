import { findSentences, type Span } from '../sentences.ts';
import { markClauses } from './clauses.ts';
import { months } from './clock-figures.ts';
import type { Figure } from './figure.ts';
import { readFigure } from './figures.ts';
import {
  findMeaning,
  findParticle,
  findRunMeaning,
  isConceptName,
  type Concept,
} from './lexicon.ts';
import { isHollow } from './small-words.ts';
import type { CutWord } from './cut-word.ts';
import { readMeaning } from './meaning-in-place.ts';
import { isTakenByUs } from './shifted-words.ts';
import { findStem } from './stem.ts';
import type { BareToken, Token } from './token.ts';

export interface Sentence {
  readonly span: Span;
  readonly tokens: readonly Token[];
}

export interface Reading {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A longer text is read up to here: nobody sends such an update, and a paste must not hang. */
const limit = 200_000;

export function readText(text: string): Reading {
  return { text, sentences: readSentences(joinHeadings(text)) };
}

/** "OWNER. Colin Thrupp": the stop behind a heading is its colon. No place in the text moves. */
function joinHeadings(text: string): string {
  return text.replace(heading, '$1:');
}

/** By name: a sentence in capitals may be a claim. */
const heading =
  /^([ \t]*(?:[-*•][ \t]+|\d{1,2}[.)][ \t]+)?(?:impact|effect|scope|extent|status|position|actions?|measures|work|owner|lead|contact|next(?: update| report| steps?)?|unknowns?|not known|open|cause|findings?|summary|situation|timeline|decisions?|requests?))\.(?=[ \t]+\S)/gim;

function readSentences(text: string): readonly Sentence[] {
  const spans = findSentences(text.length > limit ? text.slice(0, limit) : text);
  const sentences: Sentence[] = [];
  let carried = false;
  for (const [span, words] of spans.flatMap((whole) => cutPieces(whole, cutWords(text, whole)))) {
    if (words.length === 0) continue;
    const bullet = /^[-*•–\d]/.test(text.slice(span[0], span[0] + 1));
    const marked = markClauses(
      findMeanings(words),
      carried && (bullet || isFragment(words)),
      text[span[1] - 1] === '?',
    );
    sentences.push({ span, tokens: marked });
    // "Not known yet:" opens every line of the list below it.
    const opensList = /[:：]\s*\**$/.test(text.slice(span[0], span[1])) && marked.length <= 9;
    if (opensList) carried = marked.some(({ mood }) => mood === 'open');
    else if (carried && !bullet && !isFragment(words)) carried = false;
  }
  return sentences;
}

/** More words than any sentence has: rules look at a sentence as a whole, again and again. */
const longest = 250;

function cutPieces(
  span: Span,
  words: readonly CutWord[],
): readonly (readonly [Span, readonly CutWord[]])[] {
  if (words.length <= longest) return [[span, words]];
  return Array.from({ length: Math.ceil(words.length / longest) }, (_, piece) => {
    const own = words.slice(piece * longest, (piece + 1) * longest);
    const [first, last] = [own[0]?.span[0] ?? span[0], own.at(-1)?.span[1] ?? span[1]];
    return [[first, last], own] as const;
  });
}

/** "how many files were copied" under a heading. */
function isFragment(words: readonly CutWord[]): boolean {
  return /^(?:how|who|whether|when|which|what|if|why|where)$/.test(words[0]?.text ?? '');
}

const wordPattern =
  /\d{1,3}(?:[,\u00a0\u202f’' ]\d{3})+(?![\d\p{L}])(?:\.\d+)?|[\p{L}\p{N}](?:[\p{L}\p{N}\-.:/@_'’+]*[\p{L}\p{N}])?/gu;
const joined =
  /^(?:e-?mails?|sign-?in|log-?in|multi-factor|two-factor|two-step|spear-phishing|nation-state|state-sponsored|state-backed|denial-of-service)$/;

function cutWords(text: string, [from, to]: Span): readonly CutWord[] {
  const words: CutWord[] = [];
  const stretch = text.slice(from, to);
  let end = 0;
  const add = (raw: string, at: number): void => {
    const clean = raw.toLowerCase().replaceAll('’', "'");
    words.push({
      raw,
      text: clean.replace(/'s$/, ''),
      span: [from + at, from + at + raw.length],
      gap: stretch.slice(end, at).slice(0, 40),
      before: stretch[at - 1] ?? '',
      after: stretch.slice(at + raw.length, at + raw.length + 2).trim()[0] ?? '',
    });
    end = at + raw.length;
  };
  for (const match of stretch.matchAll(wordPattern)) {
    const raw = match[0];
    const lower = raw.toLowerCase();
    // "9/31 terminals" are nine of 31, and no date.
    const [part, whole] = /^\d{1,3}\/\d{2,4}$/.test(raw) ? raw.split('/').map(Number) : [];
    const portion =
      part !== undefined &&
      whole !== undefined &&
      part <= whole &&
      whole > 12 &&
      /^ [a-z]{3}/.test(stretch.slice(match.index + raw.length, match.index + raw.length + 4));
    // "14-16 May", "02:10-02:30": from and to.
    const range =
      /^\d{1,2}[:.]\d{2}-\d{1,2}[:.]\d{2}$/.test(raw) ||
      (/^\d{1,2}-\d{1,2}$/.test(raw) &&
        months.has(
          /^ ([a-z]+)/i.exec(stretch.slice(match.index + raw.length))?.[1]?.toLowerCase() ?? '',
        ));
    const splits =
      portion ||
      range ||
      (/[-/]/.test(raw) &&
        !joined.test(lower) &&
        (!/\d/.test(raw) || /^\d+-(?:hour|minute|day|week|month|year|second)s?$/.test(lower)) &&
        !/[@_:.]/.test(raw) &&
        raw.length <= 80 &&
        !/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/.test(lower));
    if (!splits) {
      add(raw, match.index);
      continue;
    }
    let at = match.index;
    for (const part of raw.split(/[-/]/)) {
      if (part !== '') add(part, at);
      at += part.length + 1;
    }
  }
  return words;
}

function findMeanings(words: readonly CutWord[]): readonly BareToken[] {
  const stems = words.map(({ text }) => findStem(text));
  const figures = findFigures(words);
  const taken = new Map<number, { concept: Concept | null; sign: 1 | -1 }>();
  for (let at = 0; at < words.length; at += 1) {
    if (taken.has(at)) continue;
    const run = findRunMeaning(stems, at);
    // "The logged-in customer" is a kind of customer.
    if (run && !(run.concept.id === 'access' && words[at + 1]?.gap === '-')) {
      taken.set(at, run);
      for (let next = at + 1; next < at + run.length; next += 1) {
        taken.set(next, { concept: null, sign: 1 });
      }
      continue;
    }
    const apart = findParticle(stems, at);
    if (apart) {
      const between = words.slice(at + 1, apart.particle);
      // "You get every penny back".
      const repaid =
        stems[at] === 'get' &&
        between.some(({ text }) =>
          /^(?:money|penny|cent|euros?|pounds?|dollars?|cash|fees?|funds?)$/.test(text),
        )
          ? findMeaning('refund', 'refund')
          : null;
      taken.set(at, repaid ?? { concept: apart.concept, sign: apart.sign });
      taken.set(apart.particle, { concept: null, sign: 1 });
    }
  }
  return words.map((word, at): BareToken => {
    const own = taken.get(at);
    const whole = isEverything(words, at);
    const stem = isTakenByUs(words, at)
      ? 'taken-by-us'
      : whole
        ? findStem('everything')
        : (stems[at] ?? word.text);
    const figure = figures.get(at) ?? null;
    const inFigure = figure === 'part';
    const bare = readMeaning(words, at, stem);
    const meaning = inFigure ? null : own ? (own.concept ? own : null) : bare;
    return {
      raw: word.raw,
      text: word.text,
      span: word.span,
      gap: word.gap,
      // "A day off" turns nothing off.
      stem: !meaning && isConceptName(stem) ? `${stem}-as-such` : stem,
      concept: figure && !inFigure ? null : (meaning?.concept ?? null),
      sign: meaning?.sign ?? 1,
      figure: figure === 'part' ? null : figure,
      units: figure && figure !== 'part' ? findUnits(words, stems, at + figure.length) : [],
      hollow:
        inFigure ||
        (own ? own.concept === null : !meaning && !figure && !whole && isHollow(word.text)),
    };
  });
}

/** "All is working again" says it of everything; "all of them" and "all gateways" do not. */
function isEverything(words: readonly CutWord[], at: number): boolean {
  return (
    words[at]?.text === 'all' &&
    /^(?:is|works|runs|has|systems|services|seems)$/.test(words[at + 1]?.text ?? '')
  );
}

function findFigures(words: readonly CutWord[]): ReadonlyMap<number, Figure | 'part'> {
  const figures = new Map<number, Figure | 'part'>();
  for (let at = 0; at < words.length; at += 1) {
    const figure = readFigure(words, at);
    if (!figure) continue;
    figures.set(at, figure);
    for (let next = at + 1; next < at + figure.length; next += 1) figures.set(next, 'part');
    at += figure.length - 1;
  }
  return figures;
}

function findUnits(
  words: readonly CutWord[],
  stems: readonly string[],
  from: number,
): readonly string[] {
  const units: string[] = [];
  for (let at = from; at < from + 4 && at < words.length && units.length < 2; at += 1) {
    const word = words[at];
    if (!word || /[,;.:]/.test(at > from ? word.gap : '')) break;
    // "640 employees on an outside list": the list is not what is counted.
    if (units.length > 0 && /^(?:on|at|to|in|from|with|by|for|via)$/.test(word.text)) break;
    // "Hall 5 has no power": what follows the verb is not counted.
    if (/^(?:is|are|was|were|has|have|had|will|can|could|may|must)$/.test(word.text)) break;
    if (isHollow(word.text)) continue;
    // "Five of eight nodes": both count nodes.
    if (/^(?:of|from)$/.test(words[at - 1]?.text ?? '') && readFigure(words, at)) continue;
    if (/^\d/.test(word.text)) break;
    const meaning = findMeaning(word.text, stems[at] ?? '');
    // "Nine build machines" are machines.
    if (word.text === 'build') continue;
    if (meaning?.concept.act) break;
    units.push(meaning?.concept.id ?? stems[at] ?? '');
  }
  return units;
}
