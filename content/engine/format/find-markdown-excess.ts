import { isBlank, isRule, MarkdownCode } from './markdown-code.ts';
import { MarkdownTags } from './markdown-tags.ts';
import { markdownLimits } from './markdown-limits.ts';
import { stripCodeSpans } from './strip-code-spans.ts';

/** What a text of Markdown may have at most, so that laying it out ends in good time. */
const most = {
  /** Quotes in quotes, lists in lists, on one line: deeper ones overflow the parser's stack. */
  nesting: 32,
  /** Signs of emphasis between two blank lines: their pairs are sought by trying. 16,000 took half a minute. */
  emphasis: 600,
  /** Brackets and exclamation marks between two blank lines, likewise. */
  brackets: 1_200,
} as const;

/** Names for what is in excess, with how a person may say it. */
export interface MarkdownExcess {
  readonly kind: 'long' | 'nested' | 'costly' | 'large';
  /** Counts from 1. */
  readonly line: number;
  readonly why: string;
}

/**
 * Finds what would keep a Markdown parser busy or overflow its stack, before one sees it, and what would
 * become more than a page takes in. Lines end
 * and are empty as they are for the parser. Whatever is surely code to it is text and costs nothing.
 */
export function findMarkdownExcess(text: string): MarkdownExcess | null {
  if (text.length > markdownLimits.characters) {
    return { kind: 'long', line: 1, why: 'it is longer than 32,768 characters' };
  }
  const code = new MarkdownCode();
  const lines = text.split(/\r\n|\r|\n/);
  const paragraph = new Paragraph(lines);
  const tags = new MarkdownTags();
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const large: MarkdownExcess = {
      kind: 'large',
      line,
      why: 'laid out it is more than a window takes in at once: it needs fewer rows, points, marks or links',
    };
    if (code.read(content) === 'code') {
      if (tags.readCode(content) === 'large') return large;
      continue;
    }
    const marks = isRule(content) ? 0 : countMarks(content);
    if (marks > 0 && countNesting(content, marks) > most.nesting) {
      return {
        kind: 'nested',
        line,
        why: `more than ${most.nesting} quotes or lists lie in each other`,
      };
    }
    if (paragraph.read(content) === 'costly') {
      return {
        kind: 'costly',
        line,
        why: 'a paragraph has hundreds of signs such as * _ [ !, each of which could begin or end something',
      };
    }
    if (tags.read(content, marks) === 'large') return large;
  }
  return null;
}

/** Counts signs that could begin or end something, in lines that the parser reads as one text. */
class Paragraph {
  #emphasis = 0;
  #brackets = 0;
  #wasItem = false;
  /** Whether code in a line can be told from text: what one line leaves open, the next one closes. */
  #isSure: boolean;
  readonly #hasDefinition: boolean;
  readonly #mayBeTable: boolean;

  /** @param lines all of the text: what a bracket means may depend on a line far below */
  constructor(lines: readonly string[]) {
    this.#hasDefinition = lines.some((line) => line.includes(']:'));
    this.#isSure = !this.#hasDefinition;
    this.#mayBeTable = lines.some((line) => /^[-\s>*+\d.)|:]*$/.test(line) && /\|/.test(line));
  }

  read(line: string): 'costly' | 'fine' {
    const isItem = beginsItem(line, this.#wasItem);
    if (isItem || isBlank(line)) {
      this.#emphasis = 0;
      this.#brackets = 0;
      this.#isSure = !this.#hasDefinition;
    }
    this.#wasItem = isItem;
    const text = this.#isSure ? this.#strip(line) : line;
    this.#emphasis += countMatches(text, /[*_~]/g);
    this.#brackets += countMatches(text, /[[\]!<]/g);
    return this.#emphasis > most.emphasis || this.#brackets > most.brackets ? 'costly' : 'fine';
  }

  #strip(line: string): string {
    const { text, isSure } = stripCodeSpans(line, this.#mayBeTable);
    this.#isSure = isSure;
    return text;
  }
}

/** Whether a line surely begins an item of a list, which ends any paragraph before it. */
function beginsItem(line: string, isAfterItem: boolean): boolean {
  if (/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t]/.test(line)) return true;
  return isAfterItem && /^ {0,3}\d{1,9}[.)][ \t]+[^ \t]/.test(line);
}

/** How deep a line lies: the marks of quotes and lists it begins with, and lists that it is indented under. */
function countNesting(line: string, marks: number): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  // Each list inside another is indented by two spaces at least.
  return marks + Math.floor(at / 2);
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
