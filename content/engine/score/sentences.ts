/** A stretch of a text in UTF-16, end exclusive. */
export type Span = readonly [start: number, end: number];

/**
 * Splits English prose into sentences: at . ! ? before a space or the end, and at line breaks that
 * are no mere wrapping. A full stop inside a number, a time, an address or a common abbreviation does not end one.
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
    if (character === '\n') {
      if (!isWrapped(text, start, index)) close(index + 1);
    } else if (character === '.' || character === '!' || character === '?') {
      const next = text[index + 1];
      const ends =
        next === undefined || next === ' ' || next === '\n' || next === '"' || next === ')';
      if (
        ends &&
        !/(?:^|[\s(])(?:e\.g|i\.e|etc|approx|vs|mr|mrs|ms|dr|ext|tel|incl|dept)$/i.test(
          // Not from the start of the sentence: a text without an end would be read again and again.
          text.slice(Math.max(start, index - 8), index),
        ) &&
        // "No. 5" is a number, "Art. 34" an article, "telephony no." ends a sentence.
        !(
          /(?:^|[\s(])(?:nos?|arts?|sect?s?|paras?|regs?)$/i.test(
            text.slice(Math.max(start, index - 6), index),
          ) && /^ ?\d/.test(text.slice(index + 1, index + 3))
        ) &&
        !isInitial(text, start, index)
      ) {
        close(index + 1);
      }
    }
  }
  close(text.length);
  return spans;
}

/** "Contact: J. Bakker", "led by A. Osei", "no E. coli"; "plan B. We wait" are two sentences. */
function isInitial(text: string, start: number, index: number): boolean {
  if (/^(?:^|[ (])\p{Lu}\. \p{Ll}/u.test(text.slice(Math.max(start, index - 2), index + 3)))
    return true;
  return (
    /(?:^|[.:;,(]\s{0,2}|\b(?:and|or|by|to|with|from|for|is|mr|ms|dr)\s)\p{Lu}$/iu.test(
      text.slice(Math.max(start, index - 8), index).trimStart(),
    ) &&
    /^\p{Lu}$/u.test(text[index - 1] ?? '') &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(index + 1, index + 4))
  );
}

/** A line that a mail program broke: it is long, ends in no stop, and the next goes on in lower case. */
function isWrapped(text: string, start: number, index: number): boolean {
  const lineStart = Math.max(start, text.lastIndexOf('\n', index - 1) + 1);
  const line = text.slice(Math.max(lineStart, index - 200), index).trimEnd();
  return (
    line.length >= 48 &&
    /[\p{L}\p{N},]$/u.test(line) &&
    /^\p{Ll}/u.test(text.slice(index + 1, index + 3))
  );
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
