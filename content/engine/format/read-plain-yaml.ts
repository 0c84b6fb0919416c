import { isForbiddenKey } from './forbidden-keys.ts';
import { lineBreak, PlainCursor, space } from './plain-cursor.ts';
import {
  cutSpaces,
  foldEscaped,
  foldLines,
  resolveWord,
  unescape,
  Unusual,
} from './plain-scalar.ts';

/** Anything but line breaks and what can be seen: a tab, a mark of order, half a character. */
const unusual =
  /[^\n\x20-\x7e\u00a1-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\uffef\u{10000}-\u{10ffff}]/u;
const key = /(?:([A-Za-z_][\w.-]{0,63})|'([A-Za-z_][^'\n]{0,63})'):(?=[ \n])/y;
const blockHead = /[|>]-?\n/y;
const wordStart = /[^-\s,[\]{}#&*!|>'"%@`?:]|-[A-Za-z0-9]/y;
const innerWord =
  /(?:[^-\s,[\]{}#&*!|>'"%@`?:]|-(?=[A-Za-z0-9]))(?:[^\n,[\]{}:#]|:(?=[^\s,[\]{}])|(?<=\S)#)*(?=[,\]}\n])/y;
const [quote, apostrophe, backslash] = [0x22, 0x27, 0x5c];

/**
 * Reads YAML as people and formatters write drills, several times as fast as the library does. It knows
 * the part of the language in which nothing can be meant in two ways; for whatever else is in a text,
 * right or wrong, the result is null, and compose-yaml.ts decides.
 */
export function readPlainYaml(text: string): { readonly data: unknown } | null {
  if (!text.endsWith('\n') || unusual.test(text)) return null;
  try {
    return { data: new PlainReader(text).readAll() };
  } catch (error) {
    // A word of megabytes can be too much for a pattern.
    if (error instanceof Unusual || error instanceof RangeError) return null;
    throw error;
  }
}

class PlainReader extends PlainCursor {
  readAll(): unknown {
    const { at, indent } = this.findNext();
    if (indent !== 0) throw new Unusual();
    this.at = at;
    const data = this.#isItem(at) ? this.#readList(0, 1) : this.#readMap(0, 1);
    if (this.findNext().indent !== -1) throw new Unusual();
    return data;
  }

  #isItem(at: number): boolean {
    const next = this.text.charCodeAt(at + 1);
    return this.text[at] === '-' && (next === space || next === lineBreak);
  }

  #isKey(at: number): boolean {
    key.lastIndex = at;
    return key.test(this.text);
  }

  /** Reads fields that begin in a column, from the first of them on. */
  #readMap(column: number, depth: number): object {
    const map: Record<string, unknown> = {};
    for (;;) {
      const name = this.#readKey(map);
      this.count(6, depth);
      map[name] = this.#readValue(column, depth, true);
      const { at, indent } = this.findNext();
      if (indent < column) return map;
      if (indent > column) throw new Unusual();
      this.at = at;
    }
  }

  #readKey(map: object): string {
    const [, word, quoted] = this.match(key) ?? [];
    const name = word ?? quoted;
    if (name === undefined || isForbiddenKey(name) || Object.hasOwn(map, name)) throw new Unusual();
    if (/^(?:null|true|false)$/i.test(name) && !/^(?:true|false)$/.test(name)) throw new Unusual();
    return name;
  }

  #readList(column: number, depth: number): unknown[] {
    const list: unknown[] = [];
    for (;;) {
      const dash = this.at;
      this.at += 1;
      this.count(4, depth);
      this.skipSpaces();
      const inside = column + this.at - dash;
      if (this.#isItem(this.at)) list.push(this.#readList(inside, depth + 1));
      else if (this.#isKey(this.at)) list.push(this.#readMap(inside, depth + 1));
      else list.push(this.#readValue(column, depth, false));
      const { at, indent } = this.findNext();
      if (indent < column || (indent === column && !this.#isItem(at))) return list;
      if (indent > column) throw new Unusual();
      this.at = at;
    }
  }

  /** Reads the value of a field or an item in that column: the rest of its line, or what is under it. */
  #readValue(column: number, depth: number, ofField: boolean): unknown {
    this.skipSpaces();
    const sign = this.text[this.at];
    if (sign === '|' || sign === '>') return this.#readBlockText(column, sign === '>');
    if (sign !== '\n') return this.#readInline(column, depth);
    const { at, indent } = this.findNext();
    // The items of a list may stand in the column of the field that they belong to.
    const isItem = indent >= column && this.#isItem(at);
    if (indent < column || (indent === column && !(ofField && isItem))) return null;
    this.at = at;
    if (isItem) return this.#readList(indent, depth + 1);
    return this.#isKey(at) ? this.#readMap(indent, depth + 1) : this.#readInline(column, depth);
  }

  /** Reads a text or something in brackets, to the end of its line. */
  #readInline(column: number, depth: number): unknown {
    if (!this.#isEnclosed()) return this.#readWords(column);
    const value = this.#readEnclosed(column, depth);
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) !== lineBreak) throw new Unusual();
    return value;
  }

  /** Reads a text without quotes, which may run over lines. */
  #readWords(column: number): unknown {
    wordStart.lastIndex = this.at;
    if (!wordStart.test(this.text)) throw new Unusual();
    const lines: string[] = [];
    for (;;) {
      const end = this.text.indexOf('\n', this.at);
      const line = cutSpaces(this.text.slice(this.at, end));
      if (/:(?: |$)| #|^#/.test(line)) throw new Unusual();
      lines.push(line);
      this.at = end + 1;
      const empty = this.skipEmptyLines();
      if (this.measureIndent() <= column) break;
      for (let count = 0; count < empty; count += 1) lines.push('');
      this.skipSpaces();
    }
    this.at -= 1;
    return lines.length === 1 ? resolveWord(lines[0] ?? '') : foldLines(lines);
  }

  /** Reads the lines under `|` or `>`, as far as they are indented more than the column. */
  #readBlockText(column: number, folds: boolean): string {
    const head = this.match(blockHead)?.[0];
    const indent = this.measureIndent();
    if (head === undefined || indent <= column) throw new Unusual();
    if (this.text.charCodeAt(this.at + indent) === lineBreak) throw new Unusual();
    const lines: string[] = [];
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at);
      const line = this.text.slice(this.at, end);
      const own = this.measureIndent();
      if (own === line.length) {
        if (own > indent) throw new Unusual();
        lines.push('');
      } else if (own <= column) break;
      else if (own < indent) throw new Unusual();
      else if (folds && (own > indent || line.endsWith(' '))) throw new Unusual();
      else lines.push(line.slice(indent));
      this.count(4, 0);
      this.at = end + 1;
    }
    this.at -= 1;
    while (lines.at(-1) === '') lines.pop();
    return (folds ? foldLines(lines) : lines.join('\n')) + (head.includes('-') ? '' : '\n');
  }

  #isEnclosed(): boolean {
    return '"\'[{'.includes(this.text[this.at] ?? ' ');
  }

  /** Reads a text in quotes, a list in brackets or fields in braces. */
  #readEnclosed(column: number, depth: number): unknown {
    this.count(5, depth);
    const sign = this.text.charCodeAt(this.at);
    if (sign === quote) return unescape(this.#readQuoted(sign, column));
    if (sign === apostrophe) return this.#readQuoted(sign, column).replaceAll("''", "'");
    const opens = this.text[this.at];
    this.at += 1;
    return opens === '['
      ? this.#readBracket(column, depth + 1)
      : this.#readBrace(column, depth + 1);
  }

  /** What stands between the quotes, as it is written but for its folded lines. */
  #readQuoted(sign: number, column: number): string {
    const start = this.at + 1;
    let end = start;
    for (;;) {
      const next = this.text.charCodeAt(end);
      if (end >= this.text.length) throw new Unusual();
      const isTwice = sign === apostrophe && this.text.charCodeAt(end + 1) === sign;
      if (next === sign && !isTwice) break;
      end += next === sign || (sign === quote && next === backslash) ? 2 : 1;
    }
    this.at = end + 1;
    const text = this.text.slice(start, end);
    if (!text.includes('\n')) return text;
    const lines = this.#trimQuoted(text.split('\n'), column);
    return sign === quote ? foldEscaped(lines) : foldLines(lines);
  }

  #trimQuoted([first = '', ...rest]: readonly string[], column: number): readonly string[] {
    const lines = rest.map((line, index) => {
      this.count(4, 0);
      const words = line.replace(/^ +/, '');
      if (words === '' && index < rest.length - 1) return '';
      // A quote alone in the last line leaves a space in the text: that is left to the library.
      if (words === '' || line.length - words.length <= column) throw new Unusual();
      return index === rest.length - 1 ? words : cutSpaces(words);
    });
    const start = cutSpaces(first);
    if (start === '') throw new Unusual();
    return [start, ...lines];
  }

  #readBracket(column: number, depth: number): unknown[] {
    const list: unknown[] = [];
    while (!this.#closes(']', column)) {
      list.push(this.#readMember(column, depth));
      if (!this.#goesOn(']', column)) break;
    }
    return list;
  }

  #readBrace(column: number, depth: number): object {
    const map: Record<string, unknown> = {};
    while (!this.#closes('}', column)) {
      const name = this.#readKey(map);
      this.#skipInside(column);
      map[name] = this.#readMember(column, depth);
      if (!this.#goesOn('}', column)) break;
    }
    return map;
  }

  #readMember(column: number, depth: number): unknown {
    this.count(8, depth);
    if (this.#isEnclosed()) return this.#readEnclosed(column, depth);
    const word = this.match(innerWord)?.[0];
    if (word === undefined) throw new Unusual();
    return resolveWord(cutSpaces(word));
  }

  /** Whether the bracket closes here; then it is read. */
  #closes(bracket: string, column: number): boolean {
    this.#skipInside(column);
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  /** Whether a comma stands here, so that more may come; else the bracket closes. */
  #goesOn(bracket: string, column: number): boolean {
    if (this.#closes(bracket, column)) return false;
    if (this.text[this.at] !== ',') throw new Unusual();
    this.at += 1;
    return true;
  }

  /** Goes to the next sign inside brackets, in this line or in one that is indented enough. */
  #skipInside(column: number): void {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) !== lineBreak) return;
    this.at += 1;
    this.skipEmptyLines();
    if (this.measureIndent() <= column) throw new Unusual();
    this.skipSpaces();
  }
}
