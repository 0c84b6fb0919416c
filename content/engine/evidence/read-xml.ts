/** An element as far as event logs need it. Prefixes of names are kept as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text of the element itself, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const deepest = 64;
const mostElements = 5_000;
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * Finds words in one text from places that go forward, each stretch gone through once: where an
 * unclosed comment runs to the end of a file, every event behind it would look for its end anew.
 */
export class ForwardSearch {
  readonly #text: string;
  readonly #last = new Map<string, { readonly from: number; readonly found: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** As `text.indexOf(words, from)`. */
  find(words: string, from: number): number {
    const last = this.#last.get(words);
    if (last && from >= last.from && (last.found < 0 || from <= last.found)) return last.found;
    const found = this.#text.indexOf(words, from);
    this.#last.set(words, { from, found });
    return found;
  }
}

/**
 * Reads the one element that begins at `start`. There are no document types and no entities but the
 * five of XML and numbers, so nothing can grow or be fetched; what goes beyond the bounds, or does
 * not match, is null. `end` is the offset after it.
 *
 * @param search of the same text, and shared by all elements that are read out of it
 */
export function readXmlElement(
  text: string,
  start: number,
  search = new ForwardSearch(text),
): { readonly element: XmlElement; readonly end: number } | null {
  const open: OpenElement[] = [];
  let at = start;
  for (let count = 0; count < mostElements && at < text.length;) {
    const bracket = text.indexOf('<', at);
    if (bracket < 0) return null;
    const parent = open.at(-1);
    if (parent) parent.text += decodeEntities(text.slice(at, bracket));
    if (text.startsWith('<!--', bracket)) {
      const close = search.find('-->', bracket + 4);
      if (close < 0) return null;
      at = close + 3;
      continue;
    }
    if (text.startsWith('<![CDATA[', bracket)) {
      const close = search.find(']]>', bracket + 9);
      if (close < 0 || !parent) return null;
      parent.text += text.slice(bracket + 9, close);
      at = close + 3;
      continue;
    }
    const close = findTagEnd(text, bracket, search);
    if (close < 0) return null;
    at = close + 1;
    if (text[bracket + 1] === '/') {
      const ended = open.pop();
      if (ended?.name !== text.slice(bracket + 2, close).trim()) return null;
      if (open.length === 0) return { element: ended, end: at };
      continue;
    }
    count += 1;
    const element = readTag(text.slice(bracket + 1, close));
    if (!element || open.length >= deepest) return null;
    parent?.children.push(element);
    if (text[close - 1] !== '/') open.push(element);
    else if (open.length === 0) return { element, end: at };
  }
  return null;
}

/** The `>` that ends a tag: one inside a quoted attribute does not. */
function findTagEnd(text: string, from: number, search: ForwardSearch): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"' || character === "'") {
      at = search.find(character, at + 1);
      if (at < 0) return -1;
    } else if (character === '>') return at;
    else if (character === '<') return -1;
  }
  return -1;
}

function readTag(inside: string): OpenElement | null {
  const name = /^[A-Za-z_][\w.:-]{0,200}/.exec(inside)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of inside
    .slice(name.length)
    .matchAll(/([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(key, decodeEntities(double ?? single ?? ''));
  }
  return { name, attributes, children: [], text: '' };
}

/** An entity that is not known stands as it was written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, ...parts) => {
    const [decimal, hex, name] = parts as (string | undefined)[];
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
