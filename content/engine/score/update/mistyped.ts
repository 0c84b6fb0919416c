import type { Finding } from './finding.ts';
import { isCode } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

/** "198.51.100.32" for "198.51.100.23": an address that differs by a slip sends people to the wrong machine. */
export function findMistyped({ facts, said }: Claims): readonly Finding[] {
  const known = new Set<string>();
  for (const { statement } of facts) {
    for (const { key } of statement.elements) if (isLongCode(key)) known.add(key);
  }
  if (known.size === 0) return [];
  const codes = [...known].slice(0, 400);
  const found = new Map<string, Finding>();
  for (const { tokens } of said) {
    for (const [at, { stem, span }] of tokens.entries()) {
      if (found.size >= 6 || found.has(stem) || !isLongCode(stem) || known.has(stem)) continue;
      const meant = codes.find((code) => isSlip(stem, code));
      if (meant === undefined) continue;
      if (isSibling(stem, meant) && isTarget(tokens, at)) continue;
      const why = `The facts name ${meant}. One that is off by a figure sends people to the wrong place.`;
      found.set(stem, { rule: 'wrong-figure', cost: 0.15, spans: [span], why });
    }
  }
  return [...found.values()];
}

/** "gw-lyon-07" beside "gw-lyon-04": a family of names, counted through. An address is none. */
function isSibling(one: string, other: string): boolean {
  const family = (name: string): string => name.replace(/\d+$/, '');
  return /^\p{L}/u.test(one) && family(one) === family(other);
}

/** "Moved to gw-lyon-07", "drained to it": what takes over is not the one that failed. */
function isTarget(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 10), at).map(({ text }) => text);
  const to = before.findLastIndex((word) => /^(?:to|onto|into)$/.test(word));
  return (
    to >= 0 &&
    before
      .slice(to + 1)
      .every((word) => /^(?:the|our|its|pool|node|host|rack|spare)$/.test(word)) &&
    before.slice(0, to).some((word) => taking.test(word))
  );
}

const taking =
  /^(?:mov(?:e|es|ed|ing)|drain(?:s|ed|ing)?|fail(?:s|ed|ing)?|failover|switch(?:es|ed|ing)?|shift(?:s|ed|ing)?|migrat(?:e|es|ed|ing)|redirect(?:s|ed|ing)?|rerout(?:e|es|ed|ing)|re-rout(?:e|es|ed|ing)|rout(?:e|es|ed|ing)|transfer(?:s|red|ring)?|reschedul(?:e|es|ed|ing)|evacuat(?:e|es|ed|ing)|put|send|sent|sends)$/;

function isLongCode(word: string): boolean {
  return word.length >= 7 && word.length <= 80 && /\d/.test(word) && isCode(word);
}

/** One or two characters otherwise, in their place. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let off = 0;
  for (let at = 0; at < one.length && off <= 2; at += 1) if (one[at] !== other[at]) off += 1;
  return off > 0 && off <= 2;
}
