/**
 * Walks over JSON that lies in UTF-8 bytes, without making any value: a million events are found and
 * checked this way before a parser would have made the first hundred thousand. Strict by RFC 8259,
 * since what passes here is handed on as JSON.
 */

/** What a scan gives instead of an offset. */
export const malformed = -1;
/** The bytes end before the value does. */
export const incomplete = -2;

/** Deeper nesting counts as malformed; no log is nested like that, and SQLite gives up at 1000. */
const deepest = 200;

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

/** Offset of the first byte that is no white space; `end` where there is none. */
export function skipSpace(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    at += 1;
  }
  return at;
}

/** Offset after the string whose opening quote is at `from`. */
export function skipString(bytes: Uint8Array, from: number, end: number): number {
  let at = from + 1;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === quote) return at + 1;
    if (byte < 0x20) return malformed;
    if (byte !== backslash) {
      at += 1;
      continue;
    }
    if (at + 1 >= end) return incomplete;
    const escaped = bytes[at + 1] as number;
    if (escaped === 0x75) {
      if (at + 6 > end) return incomplete;
      for (let digit = at + 2; digit < at + 6; digit += 1) {
        if (!isHexDigit(bytes[digit] as number)) return malformed;
      }
      at += 6;
    } else if (isSimpleEscape(escaped)) at += 2;
    else return malformed;
  }
  return incomplete;
}

/** `"`, `\`, `/`, b, f, n, r or t. */
function isSimpleEscape(byte: number): boolean {
  return (
    byte === quote ||
    byte === backslash ||
    byte === 0x2f ||
    byte === 0x62 ||
    byte === 0x66 ||
    byte === 0x6e ||
    byte === 0x72 ||
    byte === 0x74
  );
}

function isHexDigit(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** A number, true, false or null. One at the very end of the bytes may go on, so it is incomplete. */
function skipScalar(bytes: Uint8Array, from: number, end: number): number {
  switch (bytes[from]) {
    case 0x74:
      return skipWord(bytes, from, end, 'true');
    case 0x66:
      return skipWord(bytes, from, end, 'false');
    case 0x6e:
      return skipWord(bytes, from, end, 'null');
    default:
      return skipNumber(bytes, from, end);
  }
}

function skipWord(bytes: Uint8Array, from: number, end: number, word: string): number {
  for (let index = 0; index < word.length; index += 1) {
    if (from + index >= end) return incomplete;
    if (bytes[from + index] !== word.charCodeAt(index)) return malformed;
  }
  return from + word.length;
}

function skipNumber(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  if (bytes[at] === 0x2d) at += 1;
  if (at >= end) return incomplete;
  if (!isDigit(bytes[at])) return malformed;
  if (bytes[at] === 0x30) at += 1;
  else at = skipDigits(bytes, at, end);
  if (at < end && bytes[at] === 0x2e) {
    at += 1;
    if (at < end && !isDigit(bytes[at])) return malformed;
    at = skipDigits(bytes, at, end);
  }
  if (at < end && ((bytes[at] as number) | 0x20) === 0x65) {
    at += 1;
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1;
    if (at < end && !isDigit(bytes[at])) return malformed;
    at = skipDigits(bytes, at, end);
  }
  return at < end ? at : incomplete;
}

function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(bytes[at])) at += 1;
  return at;
}

/** 1 for each open object, 0 for each open list. */
const open = new Uint8Array(deepest);

/**
 * Offset after the value that begins at `from`, where there is no white space. A number must be
 * followed by something, or it is incomplete.
 */
export function skipValue(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  let at = from;
  for (;;) {
    // A value begins here.
    if (at >= end) return incomplete;
    const first = bytes[at] as number;
    if (first === openBrace || first === openBracket) {
      if (depth === deepest) return malformed;
      const isObject = first === openBrace;
      open[depth] = isObject ? 1 : 0;
      depth += 1;
      at = skipSpace(bytes, at + 1, end);
      if (at >= end) return incomplete;
      if (bytes[at] !== (isObject ? closeBrace : closeBracket)) {
        if (isObject) {
          at = skipName(bytes, at, end);
          if (at < 0) return at;
        }
        continue;
      }
      // Empty: it ends like any other, below.
    } else {
      at = first === quote ? skipString(bytes, at, end) : skipScalar(bytes, at, end);
      if (at < 0) return at;
      if (depth === 0) return at;
      at = skipSpace(bytes, at, end);
    }
    // A value has ended: what follows closes what it is in, or leads to the next.
    for (;;) {
      if (at >= end) return incomplete;
      const isObject = open[depth - 1] === 1;
      const next = bytes[at] as number;
      if (next === comma) {
        at = skipSpace(bytes, at + 1, end);
        if (isObject) {
          at = skipName(bytes, at, end);
          if (at < 0) return at;
        }
        break;
      }
      if (next !== (isObject ? closeBrace : closeBracket)) return malformed;
      depth -= 1;
      at += 1;
      if (depth === 0) return at;
      at = skipSpace(bytes, at, end);
    }
  }
}

/** From the quote of a member's name to the first byte of its value. */
function skipName(bytes: Uint8Array, from: number, end: number): number {
  if (from >= end) return incomplete;
  if (bytes[from] !== quote) return malformed;
  let at = skipString(bytes, from, end);
  if (at < 0) return at;
  at = skipSpace(bytes, at, end);
  if (at >= end) return incomplete;
  if (bytes[at] !== colon) return malformed;
  at = skipSpace(bytes, at + 1, end);
  return at < end ? at : incomplete;
}
