import { findSentences, type Span } from '../sentences.ts';
import { markClauses } from './clauses.ts';
import type { Figure } from './figure.ts';
import { readFigure } from './figures.ts';
import { findMeaning, findParticle, findRunMeaning, isHollow, type Concept } from './lexicon.ts';
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
  const spans = findSentences(text.length > limit ? text.slice(0, limit) : text);
  const sentences: Sentence[] = [];
  let carried = false;
  for (const span of spans) {
    const words = cutWords(text, span);
    if (words.length === 0) continue;
    const bullet = /^[-*•–\d]/.test(text.slice(span[0], span[0] + 1));
    const marked = markClauses(
      findMeanings(words),
      carried && (bullet || isFragment(words)),
      text[span[1] - 1] === '?',
    );
    sentences.push({ span, tokens: marked });
    // "Not known yet:" opens every line of the list below it.
    const heading = /[:：]\s*\**$/.test(text.slice(span[0], span[1])) && marked.length <= 9;
    if (heading) carried = marked.some(({ mood }) => mood === 'open');
    else if (carried && !bullet && !isFragment(words)) carried = false;
  }
  return { text, sentences };
}

/** "how many files were copied" under a heading. */
function isFragment(words: readonly CutWord[]): boolean {
  return /^(?:how|who|whether|when|which|what|if|why|where)$/.test(words[0]?.text ?? '');
}

export interface CutWord {
  readonly raw: string;
  readonly text: string;
  readonly span: Span;
  readonly gap: string;
  readonly before: string;
  readonly after: string;
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
    const splits =
      /[-/]/.test(raw) &&
      !joined.test(lower) &&
      (!/\d/.test(raw) || /^\d+-(?:hour|minute|day|week|month|year|second)s?$/.test(lower)) &&
      !/[@_:.]/.test(raw) &&
      raw.length <= 80 &&
      !/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/.test(lower);
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
    if (run) {
      taken.set(at, run);
      for (let next = at + 1; next < at + run.length; next += 1) {
        taken.set(next, { concept: null, sign: 1 });
      }
      continue;
    }
    const apart = findParticle(stems, at);
    if (apart) {
      taken.set(at, { concept: apart.concept, sign: apart.sign });
      taken.set(apart.particle, { concept: null, sign: 1 });
    }
  }
  return words.map((word, at): BareToken => {
    const own = taken.get(at);
    const stem = isTakenByUs(words, at) ? 'taken-by-us' : (stems[at] ?? word.text);
    const figure = figures.get(at) ?? null;
    const inFigure = figure === 'part';
    const bare = readMeaning(words, at, stem);
    const meaning = inFigure ? null : own ? (own.concept ? own : null) : bare;
    return {
      raw: word.raw,
      text: word.text,
      span: word.span,
      gap: word.gap,
      stem,
      concept: figure && !inFigure ? null : (meaning?.concept ?? null),
      sign: meaning?.sign ?? 1,
      figure: figure === 'part' ? null : figure,
      units: figure && figure !== 'part' ? findUnits(words, stems, at + figure.length) : [],
      hollow: inFigure || (own ? own.concept === null : !meaning && !figure && isHollow(word.text)),
    };
  });
}

/** Words that mean what they mean in an incident only in their place. */
function readMeaning(words: readonly CutWord[], at: number, stem: string) {
  const { text } = words[at] ?? { text: '' };
  const previous = words[at - 1]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const states = /^(?:is|are|was|were|be|been|now|all|it's|back|not|fully|still)$/;
  if (text === 'over' && isCalled(words, at)) return findMeaning(text, stem);
  if (text === 'over' || text === 'up') {
    return states.test(previous) && !/^to$/.test(next) ? findMeaning(text, stem) : null;
  }
  // "We see", "see below", "to open a ticket" are no access to anything of ours.
  if (/^(?:see|look|report|lead|own)$/.test(text) && text !== 'own' && text !== 'lead') {
    return text === 'report' && !/^(?:we|i|to|must|will)$/.test(previous)
      ? null
      : findMeaning(text, stem);
  }
  // "Meter readings", "a missed dose", "in order to".
  if (/[a-z]{3}ings$/.test(text) || /^(?:miss|missed|misses|doses?)$/.test(text)) return null;
  if (text === 'order' && previous === 'in') return null;
  // "We restarted the service" is a deed; that it runs is another thing to say.
  if (
    /^restart(?:s|ed|ing)?$/.test(text) &&
    (/^(?:the|our|all|both|it|them|each|its|this|that)$/.test(next) ||
      /^(?:was|were|been|being|is|are)$/.test(previous))
  )
    return null;
  // "Orders were dropped", "dropped messages"; traffic that dropped by half has not gone.
  if (
    text === 'dropped' &&
    (/^(?:is|are|was|were|be|been|being|get|got)$/.test(previous) ||
      /^(?:orders?|messages?|packets?|requests?|records?|events?|bookings?|payments?|data|connections?|calls?|mails?)$/.test(
        next,
      ))
  )
    return findMeaning('lost', 'lose');
  // An order online, the online shop: no state.
  if (
    text === 'online' &&
    !/^(?:is|are|was|were|be|been|being|back|come|comes|came|coming|go|goes|went|again|now|not|fully|brought|bring|it|them|everything|stay|stays|remain|remains)$/.test(
      previous,
    )
  )
    return null;
  // The stems of "used" and "gone" are words of their own.
  if (/^(?:us|go|goes|going|went)$/.test(text) || isTakenByUs(words, at)) return null;
  // "Build 4417" is a thing.
  if (text === 'build' && /^\d/.test(next)) return null;
  // "The site is back", not "we come back to you" or "back in March".
  // A fault of a machine lays guilt on nobody.
  if (/^faults?$/.test(text) && !isGuilt(words, at)) return findMeaning('error', 'error');
  if (text === 'safe' && /^(?:the|a|from|our)$/.test(previous)) return null;
  if (text === 'back') {
    return states.test(previous) && !/^(?:to|in|with)$/.test(next)
      ? findMeaning('restored', 'restor')
      : null;
  }
  if (text === 'open' && states.test(previous)) return null;
  return findMeaning(text, stem);
}

/** "At fault", "their fault", "the vendor's fault", "the fault of", "the fault lies with". */
function isGuilt(words: readonly CutWord[], at: number): boolean {
  const previous = words[at - 1];
  return (
    /^(?:at|their|his|her|our|my|your|whose|own|nobody)$/.test(previous?.text ?? '') ||
    /['’]s?$/.test(previous?.raw ?? '') ||
    /^(?:of|lies|lay|with|on)$/.test(words[at + 1]?.text ?? '')
  );
}

/** "Call the attack over", "declare it over". */
function isCalled(words: readonly CutWord[], at: number): boolean {
  const next = words[at + 1];
  const closes = !next || /[,;.:]/.test(next.gap) || /^(?:yet|now|today|and|but)$/.test(next.text);
  return (
    closes &&
    words
      .slice(Math.max(0, at - 5), at)
      .some(({ text }) => /^(?:call|declar|consider|deem|pronounc)(?:e|es|ed|s|ing)?$/.test(text))
  );
}

/** Measures, images and part are taken by us; nobody lost them. */
function isTakenByUs(words: readonly CutWord[], at: number): boolean {
  if (!/^(?:take|takes|taken|taking|took)$/.test(words[at]?.text ?? '')) return false;
  return words.slice(Math.max(0, at - 4), at + 4).some(({ text }) => ours.test(text));
}

const ours =
  /^(?:measures?|steps?|actions?|care|part|place|note|account|images?|snapshots?|statements?|minutes?|hours?)$/;

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
    if (isHollow(word.text)) continue;
    // "Five of eight nodes": both count nodes.
    if (/^(?:of|from)$/.test(words[at - 1]?.text ?? '') && readFigure(words, at)) continue;
    if (/^\d/.test(word.text)) break;
    const meaning = findMeaning(word.text, stems[at] ?? '');
    if (meaning?.concept.act) break;
    units.push(meaning?.concept.id ?? stems[at] ?? '');
  }
  return units;
}
