/** A text by its lines, in a form that goes from one thread to another without work for either. */
export interface LaidText {
  /** All but the last are `partLength` long. */
  readonly parts: readonly string[];
  /** UTF-16 units, as everything here is counted. */
  readonly size: number;
  /** Where each line begins. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Where the last line ends. */
  readonly end: number;
  /** Of the longest line, with what ends it. */
  readonly longest: number;
}

/** A thread takes one part over in well under a millisecond. */
export const partLength = 1024 * 1024;

/** Lays a text out by its lines; an end of line at its end begins none. */
export function layText(text: string): LaidText {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  const endsWithLine = count > 1 && text.endsWith('\n');
  if (endsWithLine) count -= 1;
  const end = endsWithLine ? text.length - 1 : text.length;
  const starts = new Uint32Array(count);
  let longest = 0;
  for (let line = 1; line < count; line += 1) {
    const before = starts[line - 1] ?? 0;
    const start = text.indexOf('\n', before) + 1;
    starts[line] = start;
    longest = Math.max(longest, start - 1 - before);
  }
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += partLength) parts.push(text.slice(at, at + partLength));
  return {
    parts,
    size: text.length,
    starts,
    end,
    longest: Math.max(longest, end - (starts[count - 1] ?? 0)),
  };
}

/** Reads the lines of a text that was laid out. */
export class TextLines {
  readonly #laid: LaidText;

  constructor(laid: LaidText) {
    this.#laid = laid;
  }

  get length(): number {
    return this.#laid.starts.length;
  }
  get size(): number {
    return this.#laid.size;
  }
  get longest(): number {
    return this.#laid.longest;
  }

  read(line: number): string {
    const { starts, end } = this.#laid;
    const next = starts[line + 1];
    const text = this.#cut(starts[line] ?? end, next === undefined ? end : next - 1);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  slice(from: number, to: number): readonly string[] {
    const first = Math.max(0, from);
    const count = Math.max(0, Math.min(this.length, to) - first);
    return Array.from({ length: count }, (_, at) => this.read(first + at));
  }

  /** All of it, as it was before it was laid out. */
  whole(): string {
    return this.#laid.parts.join('');
  }

  *[Symbol.iterator](): Generator<string> {
    for (let line = 0; line < this.length; line += 1) yield this.read(line);
  }

  #cut(start: number, end: number): string {
    const first = Math.floor(start / partLength);
    const last = Math.floor(Math.max(start, end - 1) / partLength);
    let text = '';
    for (let part = first; part <= last; part += 1) {
      const own = this.#laid.parts[part] ?? '';
      const from = part * partLength;
      text += own.slice(Math.max(0, start - from), end - from);
    }
    return text;
  }
}
