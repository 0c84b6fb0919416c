import { RE2JS } from 're2js';

/**
 * Whether a text as a whole, whatever its letter case, has the form that a pack asks for. Patterns of
 * packs run here and nowhere else: RE2 takes time in proportion to the text, where `(a+)+$` keeps a
 * RegExp busy for minutes. It has no look-around and no back-references.
 *
 * @param pattern one that `isPattern` takes; any other fits nothing
 */
export function fitsPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.matches(text) ?? false;
}

/** Where a pattern of a pack occurs first in a text, in UTF-16 units; null where it does not. */
export function findPattern(
  pattern: string,
  text: string,
): { readonly start: number; readonly end: number } | null {
  const matcher = compile(pattern)?.matcher(text);
  return matcher?.find() === true ? { start: matcher.start(), end: matcher.end() } : null;
}

/** Whether a pattern of a pack can be run. */
export function isPattern(pattern: string): boolean {
  return compile(pattern) !== null;
}

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
