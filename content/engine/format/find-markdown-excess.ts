/** What a text of Markdown may have at most, so that laying it out ends in good time. */
const most = {
  /** As the schema has it for a field. */
  characters: 32_768,
  /** Quotes in quotes, lists in lists, on one line: deeper ones overflow the parser's stack. */
  nesting: 32,
  /** Signs of emphasis between two blank lines: their pairs are sought by trying. 16,000 took half a minute. */
  emphasis: 600,
  /** Brackets and exclamation marks between two blank lines, likewise. */
  brackets: 1_200,
} as const;

/** Names for what is in excess, with how a person may say it. */
export interface MarkdownExcess {
  readonly kind: 'long' | 'nested' | 'costly';
  /** Counts from 1. */
  readonly line: number;
  readonly why: string;
}

/**
 * Finds what would keep a Markdown parser busy or overflow its stack, before one sees it. Whatever is
 * inside a fence is text and costs nothing.
 */
export function findMarkdownExcess(text: string): MarkdownExcess | null {
  if (text.length > most.characters) {
    return { kind: 'long', line: 1, why: 'it is longer than 32,768 characters' };
  }
  let fence = '';
  let emphasis = 0;
  let brackets = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    if (fence !== '') {
      if (closesFence(content, fence)) fence = '';
      continue;
    }
    // Behind backticks that open a fence no other may stand: else it is code in a line.
    fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(content)?.[1] ?? '';
    if (fence !== '') continue;
    if (content.trim() === '') {
      emphasis = 0;
      brackets = 0;
      continue;
    }
    if (countNesting(content) > most.nesting) {
      return {
        kind: 'nested',
        line,
        why: `more than ${most.nesting} quotes or lists lie in each other`,
      };
    }
    emphasis += countMatches(content, /[*_~]/g);
    brackets += countMatches(content, /[[\]!<]/g);
    if (emphasis > most.emphasis || brackets > most.brackets) {
      return {
        kind: 'costly',
        line,
        why: 'a paragraph has hundreds of signs such as * _ [ !, each of which could begin or end something',
      };
    }
  }
  return null;
}

function closesFence(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length);
}

/** How deep a line lies: the marks of quotes and lists it begins with, and lists that it is indented under. */
function countNesting(line: string): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  const marks = countMarks(line);
  // Each list inside another is indented by two spaces at least.
  return marks === 0 ? 0 : marks + Math.floor(at / 2);
}

function countMarks(line: string): number {
  let count = 0;
  let at = 0;
  for (;;) {
    while (line[at] === ' ' || line[at] === '\t') at += 1;
    const bullet = /[>+*-]/.test(line[at] ?? '') ? 1 : 0;
    const digits = bullet === 0 ? countDigits(line, at) : 0;
    const length = bullet + (digits > 0 ? digits + 1 : 0);
    const ends = line[at + length];
    // A quote needs no space behind its mark, a list does: else it is a word.
    if (length === 0 || (line[at] !== '>' && ends !== undefined && ends !== ' ' && ends !== '\t')) {
      return count;
    }
    count += 1;
    at += length;
  }
}

/** Digits of a numbered list's mark: as many as stand before its full stop or bracket, else 0. */
function countDigits(line: string, start: number): number {
  let at = start;
  while (at - start < 9 && /[0-9]/.test(line[at] ?? '')) at += 1;
  return at > start && (line[at] === '.' || line[at] === ')') ? at - start : 0;
}

function countMatches(line: string, signs: RegExp): number {
  return line.match(signs)?.length ?? 0;
}
