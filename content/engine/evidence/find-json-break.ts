import { incomplete, malformed, skipSpace, skipValue } from './scan-json.ts';

/** Where a text that is no JSON stops being it, in characters: the first that fits no more. */
export function findJsonBreak(text: string): number {
  const bytes = readAscii(text);
  const start = skipSpace(bytes, 0, bytes.length);
  const end = skipValue(bytes, start, bytes.length);
  if (end === incomplete) return Math.max(0, text.length - 1);
  if (end !== malformed) return skipSpace(bytes, end, bytes.length);
  // A beginning is malformed once it holds the break, and every longer one is.
  let sound = start;
  let broken = bytes.length;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (skipValue(bytes, start, middle) === malformed) broken = middle;
    else sound = middle;
  }
  return broken - 1;
}

/** A byte for each character; anything beyond ASCII only has to be no sign of JSON. */
export function readAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = Math.min(text.charCodeAt(at), 0x80);
  return bytes;
}
