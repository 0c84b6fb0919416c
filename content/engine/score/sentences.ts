/** A stretch of a text in UTF-16, end exclusive. */
export type Span = readonly [start: number, end: number];

/**
 * Splits English prose into sentences: at . ! ? before a space or the end, and at line breaks.
 * A full stop inside a number, a time, an address or a common abbreviation does not end one.
 */
export function findSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (body !== '') spans.push([start + lead, start + lead + body.length]);
    start = end;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\n') close(index + 1);
    else if (character === '.' || character === '!' || character === '?') {
      const next = text[index + 1];
      const ends =
        next === undefined || next === ' ' || next === '\n' || next === '"' || next === ')';
      if (
        ends &&
        !/(?:^|[\s(])(?:e\.g|i\.e|etc|approx|no|vs|mr|ms|dr)$/i.test(text.slice(start, index))
      ) {
        close(index + 1);
      }
    }
  }
  close(text.length);
  return spans;
}

export interface Word {
  /** Lower case, without the punctuation around it. */
  readonly text: string;
  readonly span: Span;
}

/** The words of a stretch: letters and figures, with - . : / @ _ ’ inside a word. */
export function findWords(text: string, [from, to]: Span): readonly Word[] {
  const words: Word[] = [];
  for (const match of text
    .slice(from, to)
    .matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\-.:/@_'’+]*[\p{L}\p{N}])?/gu)) {
    const start = from + match.index;
    words.push({
      text: match[0].toLowerCase().replaceAll('’', "'"),
      span: [start, start + match[0].length],
    });
  }
  return words;
}
