import type { Finding } from './finding.ts';
import { isCode } from './statement.ts';
import type { Claims } from './support.ts';

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
    for (const { stem, span } of tokens) {
      if (found.size >= 6 || found.has(stem) || !isLongCode(stem) || known.has(stem)) continue;
      const meant = codes.find((code) => isSlip(stem, code));
      if (meant === undefined) continue;
      const why = `The facts name ${meant}. One that is off by a figure sends people to the wrong place.`;
      found.set(stem, { rule: 'wrong-figure', cost: 0.15, spans: [span], why });
    }
  }
  return [...found.values()];
}

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
