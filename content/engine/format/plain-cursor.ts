import { Unusual } from './plain-scalar.ts';

/** As in compose-yaml.ts, with room: what comes near these bounds is counted there. */
const most = { depth: 60, pieces: 55_000 } as const;
export const space = 0x20;
export const lineBreak = 0x0a;

/** The first sign of a line that has any, and how far it is indented: -1 at the end of the text. */
interface NextLine {
  /** Where it was looked for. */
  readonly from: number;
  readonly at: number;
  readonly indent: number;
}

/** A place in a text that is read once, with what has been read so far counted. */
export class PlainCursor {
  protected readonly text: string;
  /** Behind what was read: a line break where that was a whole value. */
  protected at = 0;
  /** Words and signs so far, rather too many than too few. */
  #pieces = 0;
  #next: NextLine = { from: -1, at: 0, indent: -1 };

  constructor(text: string) {
    this.text = text;
  }

  /** The next line that is neither empty nor a comment. Looked for once, however many levels ask. */
  protected findNext(): NextLine {
    if (this.#next.from === this.at) return this.#next;
    let at = this.at;
    for (;;) {
      const start = at;
      while (this.text.charCodeAt(at) === space) at += 1;
      this.count(4, 0);
      const sign = this.text[at];
      if (sign === undefined) return (this.#next = { from: this.at, at, indent: -1 });
      if (sign === '#') at = this.text.indexOf('\n', at);
      else if (sign !== '\n') return (this.#next = { from: this.at, at, indent: at - start });
      at += 1;
    }
  }

  protected count(pieces: number, depth: number): void {
    this.#pieces += pieces;
    if (this.#pieces > most.pieces || depth > most.depth) throw new Unusual();
  }

  /** Goes past lines without any sign, and says how many. Stands at the start of a line. */
  protected skipEmptyLines(): number {
    for (let count = 0; ; count += 1) {
      this.count(4, 0);
      let at = this.at;
      while (this.text.charCodeAt(at) === space) at += 1;
      if (this.text.charCodeAt(at) !== lineBreak) return count;
      this.at = at + 1;
    }
  }

  /** Of the line that begins here; -1 at the end of the text. */
  protected measureIndent(): number {
    let at = this.at;
    while (this.text.charCodeAt(at) === space) at += 1;
    return at >= this.text.length ? -1 : at - this.at;
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === space) this.at += 1;
  }

  protected match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
