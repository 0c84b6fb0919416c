import type { Span } from '../score/sentences.ts';

export interface SplitAnswer {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Sentences that were cut by whoever gives them stay as they are, joined by one space. */
export function joinSentences(sentences: readonly string[]): SplitAnswer {
  const spans: Span[] = [];
  let at = 0;
  for (const sentence of sentences) {
    spans.push([at, at + sentence.length]);
    at += sentence.length + 1;
  }
  return { text: sentences.join(' '), spans };
}

/**
 * Cuts speech as it is written down: at . ! ? … and their like in other scripts, with closing quotes
 * and brackets; and at line ends, unless the line was merely broken. One pass over the text.
 */
export function splitAnswer(text: string): SplitAnswer {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (to > from) spans.push([from, to]);
    start = end;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\n' || character === '\r') {
      if (!isWrapped(text, start, index)) close(index + 1);
    } else if ('。！？'.includes(character)) {
      close(index + 1);
    } else if ('.!?…'.includes(character)) {
      let end = index + 1;
      while (end < text.length && '.!?…"”’\')]»'.includes(text[end] ?? '')) end += 1;
      const stops = end === text.length || isBlank(text.charCodeAt(end));
      if (stops && goesOn(text, index, end)) index = end - 1;
      else if (stops && !(character === '.' && isAbbreviation(text, start, index, end))) {
        close(end);
        index = end - 1;
      }
    }
  }
  close(text.length);
  return { text, spans };
}

export function isBlank(code: number): boolean {
  return code <= 32 || code === 160 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

/** After “why?” or a trail of dots, a word in lower case goes on with the same sentence. */
function goesOn(text: string, index: number, end: number): boolean {
  return (
    /["”’')\]»]$|\.\.$|…$/.test(text.slice(index, end)) &&
    /^[ \t]+\p{Ll}/u.test(text.slice(end, end + 4))
  );
}

function isAbbreviation(text: string, start: number, index: number, end: number): boolean {
  // "2. I rang her": what numbers the line of a list is no sentence.
  if (index - start < 8 && /^\s*\(?\d{1,2}$/.test(text.slice(start, index))) {
    return /^[ \t]+\S/.test(text.slice(end, end + 8));
  }
  const before = text.slice(Math.max(start, index - 8), index);
  if (/(?:^|[\s(])(?:e\.g|i\.e|approx|vs|mr|mrs|ms|dr|prof|st|sgt|capt|rev|no)$/i.test(before)) {
    return true;
  }
  if (/(?:^|[\s(])(?:etc|inc|ltd|corp|co|llc|jr|sr|dept|incl|max|min)$/i.test(before)) {
    return /^\s+\p{Ll}/u.test(text.slice(end, end + 4));
  }
  // "At 3 a.m. Mr Lind rang": so far there is only a time.
  if (
    /^\s*(?:at|by|around|about|before|after|until|since|from)\s[\d:.\s]+[ap]\.m$/i.test(
      text.slice(start, Math.min(index, start + 40)),
    )
  ) {
    return true;
  }
  // "at 5 a.m. the", "the U.S. team"
  return (
    /(?:^|[\s(])(?:\p{L}\.)+\p{L}$/u.test(before) && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))
  );
}

/**
 * The text as it is read: marks of HTML are blanks, and line ends where they end a block. Of the same
 * length, so that every span fits the text as it was given.
 */
export function blankMarkup(text: string): string {
  if (!text.includes('<')) return text;
  return text.replaceAll(
    /<\/?([a-z][a-z0-9]{0,12})(?:\s[^<>]{0,300})?\/?>/gi,
    (found, name: string) => {
      const block = /^(?:p|br|li|div|h\d|ul|ol|tr|td|section|article|blockquote)$/i.test(name);
      return `${block ? '\n' : ' '}${' '.repeat(found.length - 1)}`;
    },
  );
}

/**
 * A line that was broken within a sentence: it ends in no stop, and the next goes on in lower case, after
 * a long line with any word and after a short one with a word that begins no line of a list. A blank
 * line is never one.
 */
function isWrapped(text: string, start: number, index: number): boolean {
  const line = text.slice(Math.max(start, index - 120), index);
  if (!/[\p{L}\p{N},][ \t]?\r?$/u.test(line.slice(-4))) return false;
  const next = text
    .slice(index + 1, index + 12)
    .replace(/^\n(?=\p{Ll})/u, text[index] === '\r' ? '' : '\n');
  return line.length - line.lastIndexOf('\n') > 40
    ? /^\p{Ll}/u.test(next)
    : /^(?:and|or|but|because|since|that|which|who|whose|of|in|at|on|by|to|from|with|for|until|than|the|before|after|when|while) /.test(
        next,
      );
}
