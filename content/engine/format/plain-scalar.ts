/** Thrown and caught inside: the text needs more of YAML than is read here. */
export class Unusual extends Error {}

/** What is a text only by how it is spelt: truth values, nothing, and numbers with at most one dot. */
const mayMean =
  /^(?:null|true|false|~|[-+]?(?:0[ox][\da-f]+|\.(?:inf|nan)|(?=[\d.])\d*(?:\.\d*)?(?:e[-+]?\d*)?))$/i;

/**
 * The value of a word without quotes by YAML 1.2's core schema. What may be a number, but is not written
 * as drills write numbers, is left to the library.
 *
 * @throws Unusual
 */
export function resolveWord(word: string): string | number | boolean | null {
  if (/^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{1,6})$/.test(word)) return Number(word);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (mayMean.test(word)) throw new Unusual();
  return word;
}

/**
 * What stands between double quotes, its lines folded already.
 *
 * @throws Unusual at an escape other than the four that are common
 */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([^]?)/g, (_, sign: string) => {
    if (sign === '"' || sign === '\\') return sign;
    if (sign === 'n') return '\n';
    if (sign === 't') return '\t';
    throw new Unusual();
  });
}

/** Lines that run on become one: each break is a space, each empty line a break. */
export function foldLines(lines: readonly string[]): string {
  let folded = lines[0] ?? '';
  let empty = 0;
  for (const line of lines.slice(1)) {
    if (line === '') {
      empty += 1;
      continue;
    }
    folded += (empty === 0 ? ' ' : '\n'.repeat(empty)) + line;
    empty = 0;
  }
  return folded;
}

/**
 * As `foldLines`, but a line that ends with a backslash is joined to the next as it is.
 *
 * @throws Unusual where an empty line follows
 */
export function foldEscaped(lines: readonly string[]): string {
  const joined: string[] = [];
  let before = '';
  for (const line of lines) {
    if (before !== '' && line === '') throw new Unusual();
    const whole = before + line;
    let end = line.length;
    while (line.charCodeAt(end - 1) === 0x5c) end -= 1;
    const isJoined = (line.length - end) % 2 === 1;
    before = isJoined ? whole.slice(0, -1) : '';
    if (!isJoined) joined.push(whole);
  }
  return foldLines(joined);
}

/** Only spaces: what else looks like one is part of the text. */
export function cutSpaces(line: string): string {
  let end = line.length;
  while (line.charCodeAt(end - 1) === 0x20) end -= 1;
  return line.slice(0, end);
}
