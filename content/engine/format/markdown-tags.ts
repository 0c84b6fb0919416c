import { isBlank } from './markdown-code.ts';
import { markdownLimits } from './markdown-limits.ts';

/** Estimates, line by line, what HTML a text of Markdown becomes: rather more of it than less. */
export class MarkdownTags {
  #tags = 0;
  /** Raw elements that may stay open, and then come back in each block behind them. */
  #lasting = 0;
  #brackets = 0;
  /** Of the longest address or title that a reference repeats. */
  #defined = 0;
  /** Cells of each row of the table that is open; 0 for none. */
  #columns = 0;
  #wasBlank = true;

  /**
   * Takes the next line that is no code, without its end.
   *
   * @param marks of quotes and lists that it begins with
   */
  read(line: string, marks: number): 'large' | 'fine' {
    this.#readBlock(line, marks);
    this.#readInline(line);
    return this.#judge();
  }

  /** Takes the next line that is code: a fence begins or ends a block, an indented line may begin one. */
  readCode(line: string): 'large' | 'fine' {
    if (/^ {0,3}(?:`{3}|~{3})/.test(line)) this.#tags += 2;
    else if (this.#wasBlank && /^(?: {4}| {0,3}\t)/.test(line)) this.#tags += 4;
    this.#wasBlank = isBlank(line);
    return this.#judge();
  }

  #judge(): 'large' | 'fine' {
    const tags = this.#tags * (1 + this.#lasting);
    const repeated = this.#brackets * this.#defined;
    const isLarge = tags > markdownLimits.tags || repeated > markdownLimits.htmlCharacters;
    return isLarge ? 'large' : 'fine';
  }

  #readBlock(line: string, marks: number): void {
    if (isBlank(line)) {
      this.#columns = 0;
      this.#wasBlank = true;
      return;
    }
    const columns = countColumns(line);
    if (this.#columns > 0) this.#tags += 2 + 2 * this.#columns;
    else if (columns > 0) this.#tags += 8 + 2 * columns;
    // Each mark begins an item; what stands in the innermost may be a paragraph of its own.
    else if (marks > 0) this.#tags += 2 * marks + 2;
    else if (this.#wasBlank) this.#tags += 2;
    if (columns > 0) this.#columns = columns;
    if (/^[ \t>]*(?:#|=+ *$|-+ *$)|(?: {2}|\\)$/.test(line)) this.#tags += 2;
    this.#wasBlank = false;
  }

  #readInline(line: string): void {
    // Inside a word, low lines mean nothing.
    for (const [run] of line.replaceAll(/(?<=\w)_+(?=\w)/g, '').matchAll(/\*+|_+|~+/g)) {
      this.#tags += Math.ceil(run.length / 2);
    }
    this.#tags += count(line, /`+/g) + 2 * count(line, /\[|<|https?:\/\/|www\.|\w@\w/gi);
    this.#lasting += count(line, lasting);
    this.#brackets += count(line, /\[/g);
    if (line.includes(']:')) this.#defined = Math.max(this.#defined, line.length);
  }
}

const lasting = /<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![\w:@.-])/gi;

/** Cells in the line under the head of a table, such as `| --- | :-: |`; 0 for any other line. */
function countColumns(line: string): number {
  if (!/^[-\s>*+\d.)|:]*$/.test(line) || !line.includes('|') || !line.includes('-')) return 0;
  return count(line, /-[-:\s]*(?:\||$)/g);
}

function count(line: string, signs: RegExp): number {
  return line.match(signs)?.length ?? 0;
}
