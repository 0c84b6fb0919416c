/** A rule across the page: stars, dashes or low lines alone. Looks like lists in lists, and is none. */
const rule = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Whether a line of Markdown is a rule across the page, as long as a person might draw it. */
export function isRule(line: string): boolean {
  return line.length <= 300 && rule.test(line);
}

/** What the parser takes for an empty line: other spaces, such as U+00A0, are text to it. */
export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/**
 * Follows a text of Markdown line by line and says which lines are surely code to the parser, whose
 * signs then cost nothing. Where a fence might be none to it (in a list, a quote, HTML or the title of
 * a link), this and all that follow are taken for text: each reading then has at least the signs of
 * the true one.
 */
export class MarkdownCode {
  /** The signs that opened the fence that is open; empty for none. */
  #fence = '';
  /** Something before may let a fence be none, or end where none is seen to end. */
  #isUnsure = false;
  /** What ends the HTML that is open; null for none. */
  #htmlEnd: RegExp | null = null;
  #isInList = false;
  #isInQuote = false;
  #wasBlank = true;
  #wasIndentedCode = false;

  /** Takes the next line, without its end. */
  read(line: string): 'code' | 'text' {
    if (this.#fence !== '') {
      if (closesFence(line, this.#fence)) this.#fence = '';
      this.#wasBlank = false;
      return 'code';
    }
    const isCode = this.#isIndentedCode(line) || this.#opensFence(line);
    if (!isCode) this.#readText(line);
    this.#wasBlank = isBlank(line);
    return isCode ? 'code' : 'text';
  }

  #isIndentedCode(line: string): boolean {
    const isIndented = /^(?: {4}| {0,3}\t)/.test(line) && !isBlank(line);
    const isSure = !this.#isUnsure && !this.#isInList && this.#htmlEnd === null;
    const begins = this.#wasBlank || this.#wasIndentedCode;
    const isCode = isIndented && isSure && begins;
    if (!isBlank(line)) this.#wasIndentedCode = isCode;
    return isCode;
  }

  /** Whether a fence surely opens. One that only may open lets no later one be sure. */
  #opensFence(line: string): boolean {
    // Behind backticks that open a fence no other may stand: else it is code in a line.
    const [, fence] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
    if (fence === undefined) return false;
    // A fence that is indented no more than its list ends the list.
    const isOutside = !this.#isInList || !line.startsWith(' ');
    if (this.#isUnsure || this.#htmlEnd !== null || this.#isInQuote || !isOutside) {
      this.#isUnsure = true;
      return false;
    }
    this.#fence = fence;
    this.#isInList = false;
    return true;
  }

  #readText(line: string): void {
    // The title of a link's definition may go on over empty lines and fences.
    if (line.includes(']:')) this.#isUnsure = true;
    this.#readHtml(line);
    if (isBlank(line)) {
      this.#isInQuote = false;
      return;
    }
    if (/^[ \t]*>/.test(line)) this.#isInQuote = true;
    if (/^[ \t>]*(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) this.#isInList = true;
    else if (this.#wasBlank && /^\S/.test(line)) this.#isInList = false;
  }

  #readHtml(line: string): void {
    const begins = /^[ \t>*+\-\d.)]*<[a-z/!?]/i.test(line);
    const isLong = begins && /<(?:script|pre|style|textarea|[!?])/i.test(line);
    if (isLong) this.#htmlEnd = this.#findLongEnd(line);
    else if (begins) this.#htmlEnd ??= /^[ \t]*$/;
    if (this.#htmlEnd?.test(line) === true) this.#htmlEnd = null;
  }

  /** What ends HTML that may hold empty lines: in a list, a quote or other HTML it could end anywhere. */
  #findLongEnd(line: string): RegExp {
    const isPlain = this.#htmlEnd === null && !this.#isInList && !this.#isInQuote;
    const [, own] = /^ {0,3}<(script|pre|style|textarea)(?![a-z0-9-])/i.exec(line) ?? [];
    if (isPlain && own !== undefined) return ends[own.toLowerCase()] ?? never;
    return isPlain && /^ {0,3}<!--/.test(line) ? /-->/ : never;
  }
}

const never = /(?!)/;
const ends: Readonly<Record<string, RegExp>> = {
  script: /<\/script>/i,
  pre: /<\/pre>/i,
  style: /<\/style>/i,
  textarea: /<\/textarea>/i,
};

function closesFence(line: string, fence: string): boolean {
  const [, mark = ''] = /^ {0,3}(`+|~+) *$/.exec(line) ?? [];
  return mark.startsWith(fence);
}
