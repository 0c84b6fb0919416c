import type { LintHit, TextRule } from '../rule.ts';

export const unpairedQuote: TextRule = {
  name: 'unpaired-quote',
  severity: 'warning',
  reason:
    'A quotation mark without its other half is what a word processor leaves of a quote of YAML, or hides where the speech ends.',
  remedy: 'Write the other half, or take this one away.',
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: “Watch who uses it until noon }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: “Watch who uses it” until noon }`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text }): LintHit[] => {
      const words = findUnpaired(text.replace(/`[^`]*`/g, ''));
      return words === null
        ? []
        : [{ path, words, message: `The quotation mark at ${words} has no other half.` }];
    }),
};

/** The word at the first mark that opens and is never closed, or closes what was never opened. */
function findUnpaired(text: string): string | null {
  const count = (mark: string): number => text.split(mark).length - 1;
  // The single one that closes is an apostrophe as well: only one that opens can be missed.
  if (count('‘') > count('’')) return wordAt(text, text.lastIndexOf('‘'));
  const open = count('“');
  const low = count('„');
  if (low > 0 || open === count('”')) return null; // „so“ is paired otherwise
  return wordAt(text, open > count('”') ? text.lastIndexOf('“') : text.indexOf('”'));
}

function wordAt(text: string, at: number): string {
  const from = text.slice(0, at).search(/\S*$/);
  return /\S+/.exec(text.slice(from))?.[0] ?? text.charAt(at);
}
