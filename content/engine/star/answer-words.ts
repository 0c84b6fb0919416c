import type { Span } from '../score/sentences.ts';
import { findStem } from '../score/update/stem.ts';
import { functionWords, genericWords, irregularPast, isPast, months } from './word-forms.ts';

/** One word in the plain form that the rules read, and where it stands. */
export interface AnswerWord {
  /** Lower case, contractions opened; # for a figure, @year, @time; a comma for any lesser stop. */
  readonly form: string;
  readonly raw: string;
  readonly span: Span;
}

export interface ReadSentence {
  readonly span: Span;
  readonly words: readonly AnswerWord[];
  /** The forms with a blank on both sides of each: what patterns run over. */
  readonly line: string;
  /** Where in `line` each word begins. */
  readonly starts: readonly number[];
  /** Stems of words that say something of their own. */
  readonly content: ReadonlySet<string>;
  /** Words without stops. */
  readonly length: number;
  /** Of these, the share that holds sentences together. */
  readonly glue: number;
}

const pattern =
  /[$€£]\s?(?=\d)|\d{1,3}(?:[,’' \u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)*|[\p{L}\p{M}]+(?:[-'’ʼ.&][\p{L}\p{N}\p{M}]+)*|[-=]{1,2}>|[→⇒]|[%,;:()–—]|\s-\s/gu;

/** What numbers the lines of a list is no word of them: "2.", "a)", "> ". */
const listMark = /^\s*(?:[-*•·▪–—>+]+|#{1,6}|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s+(?=\S)/i;

const numberWords =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundreds?|thousands?|millions?|billions?|trillions?|quadrillions?|dozens?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)$/;
const scales = /^(?:hundred|thousand|million|billion|trillion|quadrillion|k|m|bn|mio)$/;

/** Reads one sentence. Linear in its length. */
export function readSentence(text: string, span: Span): ReadSentence {
  const words: AnswerWord[] = [];
  const whole = text.slice(span[0], span[1]);
  const mark = listMark.exec(whole)?.[0].length ?? 0;
  const stretch = ' '.repeat(mark) + whole.slice(mark);
  const add = (form: string, raw: string, at: number): void => {
    words.push({ form, raw, span: [span[0] + at, span[0] + at + raw.length] });
  };
  for (const match of stretch.matchAll(pattern)) {
    const raw = match[0];
    if (/^[,;:()–—]$|^\s-\s$/.test(raw)) add(',', raw, match.index);
    else if (raw === '%') add('percent', raw, match.index);
    else if (/[>→⇒]$/.test(raw)) add('@to', raw, match.index);
    else if (/^[$€£]/.test(raw)) add('dollars', raw.trim(), match.index);
    else for (const form of openWord(raw, words)) add(form, raw, match.index);
  }
  return settle(span, supplySubject(joinFigures(dropFillers(words))));
}

function openWord(raw: string, before: readonly AnswerWord[]): readonly string[] {
  const lower = raw.toLowerCase().replace(/[’ʼ]/g, "'");
  if (/^\d/.test(lower)) {
    if (/^\d{1,2}:\d\d$/.test(lower)) return ['@time'];
    return [/^(?:19|20)\d\d$/.test(lower) && !isCounted(before) ? '@year' : '#'];
  }
  // A number that opens a count, and no name or pronoun.
  if (numberWords.test(lower)) return ['#'];
  // "Will" in the middle of a sentence is somebody.
  const last = before.at(-1)?.form ?? '';
  if (
    raw === 'May' &&
    /^(?:in|last|early|late|of|until|by|since|from|to|before|after|and|#)$/.test(last)
  ) {
    return ['may'];
  }
  if (/^(?:Will|May|Mark|Grace|Hope|Rose|Bill)$/.test(raw) && before.length > 0) return ['@name'];
  // "Tool A cannot read it": a letter that stands for a name.
  if (/^[A-HJ-Z]$/.test(raw) && before.length > 0) return ['@name'];
  // "The IT department" is no pronoun, unless all of it is in capitals.
  if (raw === 'IT' && /\p{Ll}/u.test(before.at(-1)?.raw ?? '')) return ['computing'];
  // As it is heard: "could of".
  if (lower === 'of' && /^(?:could|should|would|might|must)$/.test(last)) return ['have'];
  if (lower === 'im') return ['i', 'am'];
  if (lower === 'ive') return ['i', 'have'];
  const bare = /^(did|was|were|could|would|should|had|has|have|is|does|do)nt$/.exec(lower);
  if (bare) return [bare[1] ?? '', 'not'];
  if (!lower.includes("'")) return [spell(lower)];
  const [head = '', tail = ''] = splitAt(lower);
  if (lower === "won't") return ['will', 'not'];
  if (lower === "can't") return ['can', 'not'];
  if (lower === "shan't") return ['shall', 'not'];
  if (lower === "let's") return ['let', 'us'];
  if (tail === 't' && head.endsWith('n')) return [head.slice(0, -1), 'not'];
  if (tail === 've') return [head, 'have'];
  if (tail === 'll') return [head, 'will'];
  if (tail === 're') return [head, 'are'];
  if (tail === 'm') return [head, 'am'];
  if (tail === 'd') return [head, "'d"];
  if (tail === 's') {
    return /^(?:it|that|he|she|there|here|what|who)$/.test(head) ? [head, "'s"] : [spell(head)];
  }
  return [spell(lower.replaceAll("'", ''))];
}

function splitAt(word: string): readonly [string, string] {
  const at = word.lastIndexOf("'");
  return [word.slice(0, at), word.slice(at + 1)];
}

/** American spelling, and nouns not spelled like their verbs, so that a pattern need know one form only. */
function spell(word: string): string {
  if (/^(?:learn|burn|spoil|dream|lean|leap)t$/.test(word)) return `${word.slice(0, -1)}ed`;
  if (/^(?:while|among)st$/.test(word)) return word.slice(0, -2);
  if (word.length < 6) return word;
  return word
    .replace(/(?<=[a-z]{2})is(?=(?:e[drs]?|ing|ation)$)/, 'iz')
    .replace(/ain(?=ations?$)/, 'an')
    .replace(/ain(?=ances?$)/, 'en')
    .replace(/^(behavi|col|fav|hon|neighb|lab)our/, '$1or')
    .replace(/^judgement/, 'judgment')
    .replace(
      /^(re|un|mis)?(cancel|channel|counsel|dial|equal|fuel|funnel|initial|label|level|marshal|model|panel|parcel|pencil|quarrel|ravel|rival|shovel|signal|spiral|total|travel|trial|tunnel)l(?=(?:ed|ing|ers?)$)/,
      '$1$2',
    )
    .replace(/^analys(?=e|i)/, 'analyz');
}

function isCounted(before: readonly AnswerWord[]): boolean {
  return (
    /^(?:of|from|over|almost|about|nearly|around|dollars|than)$/.test(before.at(-1)?.form ?? '') &&
    before.at(-1)?.form !== 'of' &&
    before.at(-1)?.form !== 'from'
  );
}

/** What the mouth does while the head thinks, and the stops around it, is no part of a sentence. */
function dropFillers(words: readonly AnswerWord[]): readonly AnswerWord[] {
  const isFiller = (at: number): boolean =>
    /^(?:u+m+|u+h+|e+r+m*|h+m+|a+h+)$/.test(words[at]?.form ?? '') ||
    (words[at]?.form === 'you' && words[at + 1]?.form === 'know' && words[at + 2]?.form === ',') ||
    (words[at]?.form === 'know' && words[at - 1]?.form === 'you' && words[at + 1]?.form === ',');
  if (!words.some((_, at) => isFiller(at))) return words;
  return words.filter(
    ({ form }, at) =>
      !isFiller(at) && !(form === ',' && (isFiller(at - 1) || (isFiller(at + 1) && at > 0))),
  );
}

/** Said after "has" only, or nearly so: "it's been", but "it's broken" is how it is. */
const afterHas =
  /^(?:been|had|got|become|come|happened|grown|fallen|risen|slept|stayed|lasted|kept|stood|worked|helped|saved|taught|cost|led|spread|appeared|disappeared|improved)$/;

/** "2.1 million" is one figure; "'d" is had or would, "'s" has or is, by what follows. */
function joinFigures(words: readonly AnswerWord[]): readonly AnswerWord[] {
  const joined: AnswerWord[] = [];
  // "I'd put it away" tells what was, but with a condition or another "I'd ask" what would be.
  const supposed = words.some(({ form }) => /^(?:if|would|next|first|then|probably)$/.test(form));
  for (const [index, word] of words.entries()) {
    const last = joined.at(-1);
    const next = words[index + 1]?.form ?? '';
    const after = /^(?:already|just|never|also|not|always|only)$/.test(next)
      ? (words[index + 2]?.form ?? '')
      : next;
    if (word.form === "'s") {
      joined.push({ ...word, form: afterHas.test(after) ? 'has' : 'is' });
    } else if (word.form === "'d") {
      const participle = /(?:ed|en)$/.test(after) || isOnlyPast(after);
      const either = !supposed && /^(?:let|put|set|cut|hit|shut)$/.test(after);
      joined.push({ ...word, form: participle || either ? 'had' : 'would' });
    } else if (last?.form === 'per' && word.form === 'cent') {
      joined[joined.length - 1] = {
        form: 'percent',
        raw: `${last.raw} ${word.raw}`,
        span: [last.span[0], word.span[1]],
      };
    } else if (last?.form === '#' && (word.form === '#' || scales.test(word.form))) {
      joined[joined.length - 1] = {
        form: '#',
        raw: `${last.raw} ${word.raw}`,
        span: [last.span[0], word.span[1]],
      };
    } else joined.push(word);
  }
  return joined;
}

function isOnlyPast(word: string): boolean {
  return (
    irregularPast.has(word) && !/^(?:put|cut|set|read|let|hit|shut|split|bet|come)$/.test(word)
  );
}

/** In a list the subject is left out: "Revoked the key and told the owner" is said of oneself. */
function supplySubject(words: readonly AnswerWord[]): readonly AnswerWord[] {
  const [first, ...rest] = words;
  if (!first || rest.length < 2 || !isPast(first.form) || first.form === 'had') return words;
  const next = rest.slice(0, 4).map(({ form }) => form);
  if (/^(?:by|i|we)$/.test(next[0] ?? '')) return words;
  if (next.some((form) => /^(?:was|were|is|are)$/.test(form))) return words;
  return [{ form: 'i', raw: '', span: [first.span[0], first.span[0]] }, ...words];
}

function settle(span: Span, words: readonly AnswerWord[]): ReadSentence {
  const starts: number[] = [];
  let line = ' ';
  const content = new Set<string>();
  let length = 0;
  let glue = 0;
  for (const { form } of words) {
    starts.push(line.length);
    line += `${form} `;
    if (form === ',') continue;
    length += 1;
    if (functionWords.has(form)) glue += 1;
    else if (isContent(form)) content.add(findStem(form));
  }
  return { span, words, line, starts, content, length, glue: length === 0 ? 0 : glue / length };
}

const timeWords = new Set(
  `${months}|monday|tuesday|wednesday|thursday|friday|saturday|sunday`.split('|'),
);

function isContent(form: string): boolean {
  return (
    form.length > 2 &&
    /^[a-z]/.test(form) &&
    !functionWords.has(form) &&
    !genericWords.has(form) &&
    !timeWords.has(form)
  );
}

/** Where a match of a pattern over `line` stands in the text. */
export function locate(sentence: ReadSentence, at: number, length: number): Span {
  const { words, starts, span } = sentence;
  let first = words.length;
  let last = -1;
  for (const [index, start] of starts.entries()) {
    const end = start + (words[index]?.form.length ?? 0);
    if (end > at && start < at + length) {
      first = Math.min(first, index);
      last = index;
    }
  }
  return [words[first]?.span[0] ?? span[0], words[last]?.span[1] ?? span[1]];
}
