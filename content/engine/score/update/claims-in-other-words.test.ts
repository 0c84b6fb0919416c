import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeUpdate } from './judge.ts';

interface Claim {
  readonly forbidden: string;
  readonly made: readonly string[];
  readonly fair: readonly string[];
}

const { sets } = parse(
  readFileSync(new URL('claims-in-other-words.yaml', import.meta.url), 'utf8'),
) as { readonly sets: readonly { readonly set: string; readonly claims: readonly Claim[] }[] };

/** Whether a sentence is marked for making the claim, in a short update whose facts do not bear it out. */
function isMarked(forbidden: string, sentence: string): boolean {
  const first = 'An intruder used a stolen account at 08:40';
  const { points } = judgeUpdate({
    audience: 'executive',
    at_min: 30,
    facts: [
      { id: 'a', text: first, known_from_min: 5 },
      { id: 'n', text: 'Next update at 13:30', known_from_min: 5 },
    ],
    forbidden: [forbidden],
    text: `${first}. ${sentence} Next update at 13:30.`,
  });
  return points.some(({ rule }) => rule === 'forbidden-claim');
}

// What they show is how far rules about words come. Sentences that nobody has tried before are found about half of the time.
it.each([
  ['first', 0.78, 0.08],
  ['second', 0.79, 0.06],
  ['third', 0.6, 0.08],
])(
  'the claims of the %s set are found in other words, and fair sentences left alone',
  (name, found, marked) => {
    const claims = sets.find(({ set }) => set === name)?.claims ?? [];
    const count = (kind: 'made' | 'fair'): readonly [all: number, marked: number] => {
      const all = claims.flatMap((claim) =>
        claim[kind].map((sentence) => isMarked(claim.forbidden, sentence)),
      );
      return [all.length, all.filter(Boolean).length];
    };
    const [made, right] = count('made');
    const [fair, wrong] = count('fair');
    console.info(
      `claims of the ${name} set: ${right} of ${made} found, ${wrong} of ${fair} wrongly`,
    );
    expect(made).toBeGreaterThanOrEqual(240);
    expect(right / made).toBeGreaterThanOrEqual(found);
    expect(wrong / fair).toBeLessThanOrEqual(marked);
  },
  60_000,
);
