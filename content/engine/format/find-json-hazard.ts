import { isForbiddenKey } from './forbidden-keys.ts';

/** Why a JSON text is refused before anything is built from it. `offset` counts characters. */
export interface JsonHazard {
  readonly code: 'json-too-deep' | 'forbidden-key';
  readonly message: string;
  readonly offset: number;
}

const mostDepth = 64;
const code = { quote: 34, comma: 44, colon: 58, backslash: 92, newline: 10, return: 13 };
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/**
 * Looks through JSON, or lines of JSON, for nesting beyond 64 and for names that reach a prototype.
 * It is no parser: what is not JSON passes, and is somebody else's fault to find.
 *
 * @param lines each line is a text of its own, whatever the one before left open
 */
export function findJsonHazard(text: string, { lines = false } = {}): JsonHazard | null {
  // Only a text that spells one of them, or escapes letters, can name one.
  const mayName = /proto|constructor|\\u/i.test(text);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === code.quote) {
      const end = findStringEnd(text, at);
      const name = mayName && isKey(text, end) ? readString(text, at, end) : '';
      if (isForbiddenKey(name)) {
        return {
          code: 'forbidden-key',
          message: `a field is called "${name}"`,
          offset: at,
        };
      }
      at = end;
    } else if (opening.has(sign)) {
      depth += 1;
      if (depth > mostDepth) {
        return {
          code: 'json-too-deep',
          message: 'it is nested more than 64 levels deep',
          offset: at,
        };
      }
    } else if (closing.has(sign)) depth -= 1;
    else if (lines && sign === code.newline) depth = 0;
  }
  return null;
}

/** The place of the quote that ends a string, or of the last character. */
function findStringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    // A line ends a string too: JSON has none that goes on, not even behind a backslash.
    if (sign === code.quote || isLineEnd(sign)) return at;
    at += sign === code.backslash && !isLineEnd(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return text.length;
}

function isLineEnd(sign: number): boolean {
  return sign === code.newline || sign === code.return;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (/\s/.test(text.charAt(at))) at += 1;
  return text.charCodeAt(at) === code.colon;
}

function readString(text: string, start: number, end: number): string {
  try {
    return String(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return '';
  }
}
