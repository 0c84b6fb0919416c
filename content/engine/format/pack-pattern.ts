import { RE2JS } from 're2js';
import { measurePattern, type PatternProgram } from './pattern-cost.ts';

/** What patterns of a pack may cost, so that whatever they run on is done in good time. */
const most = {
  /** Steps of one compiled pattern: 200 letters of an argument keep them busy for 50 ms. */
  steps: 5_000,
  /** What all patterns of a question keep busy at each letter: 20,000 letters take half a second at worst. */
  busy: 500,
} as const;

/** Patterns kept compiled: as many as a question can have within its bound. */
const mostKept = 200;
const kept = new Map<string, RE2JS | null>();

/**
 * Whether a text as a whole, whatever its letter case, has the form that a pack asks for. Patterns of
 * packs run here and nowhere else: RE2 takes time in proportion to the text, where `(a+)+$` keeps a
 * RegExp busy for minutes. It has no look-around and no back-references.
 *
 * @param pattern one that `isPattern` takes and that is not costly; any other fits nothing
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

/** Whether a pattern of a pack is one that RE2 has, whatever it costs. */
export function isPattern(pattern: string): boolean {
  return parse(pattern) !== null;
}

/** What keeps a text from being a pattern of RE2, in words that go on from "it is none:". */
export function explainPattern(pattern: string): string {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return 'it is one';
  } catch (error) {
    const [, said = ''] = /^error parsing regexp: (.+?)(?:: `.*`)?$/s.exec(String(error)) ?? [];
    const message = said === '' && error instanceof Error ? error.message : said;
    const plain = plainly.find(([words]) => message.includes(words));
    if (/\(\?(?:[=!>]|<[=!])/.test(pattern)) return 'it has no look-around, such as (?=…)';
    if (/\\[1-9]/.test(pattern)) return 'it has no back-references, such as \\1';
    return plain?.[1] ?? 'this cannot be read as one';
  }
}

/** The faults that the library tells, and what they are to whoever wrote the pattern. */
const plainly = [
  ['missing closing )', 'a ( is never closed; for the sign itself write \\('],
  ['unexpected )', 'a ) closes nothing; for the sign itself write \\)'],
  ['missing closing ]', 'a [ is never closed; for the sign itself write \\['],
  ['missing argument to repetition', 'nothing stands before *, + or ? that it could repeat'],
  ['nested repetition', 'one of *, + and ? stands right behind another'],
  ['repeat count', 'in { } stand one number, or two with the smaller first, up to 1,000'],
  ['character class range', 'the range in [ ] is none that it knows, or goes backwards'],
  ['escape sequence', 'a \\ stands before a letter that it makes nothing of'],
  ['trailing backslash', 'it ends with a single \\'],
] as const;

/** Whether a pattern has too many steps to run at all: RE2 writes a{0,1000} out as 2,000 of them. */
export function isCostlyPattern(pattern: string): boolean {
  return isPattern(pattern) && compile(pattern) === null;
}

/** Whether the patterns that look through one long answer take too long together. */
export function areCostlyPatterns(patterns: readonly string[]): boolean {
  let sum = 0;
  for (const pattern of patterns) {
    const compiled = parse(pattern);
    if (compiled) sum += measurePattern(readProgram(compiled), most.busy);
    if (sum > most.busy) return true;
  }
  return false;
}

/** Null also where it would take too long. */
function compile(pattern: string): RE2JS | null {
  const known = kept.get(pattern);
  if (known !== undefined) return known;
  const parsed = parse(pattern);
  const compiled = parsed && readProgram(parsed).inst.length <= most.steps ? parsed : null;
  if (kept.size >= mostKept) kept.clear();
  kept.set(pattern, compiled);
  return compiled;
}

function parse(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}

/** The library keeps it public, and leaves it out of its types. */
function readProgram(compiled: RE2JS): PatternProgram {
  return (compiled.re2() as unknown as { readonly prog: PatternProgram }).prog;
}
