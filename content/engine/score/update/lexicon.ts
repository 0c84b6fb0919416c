import { deeds } from './deed-words.ts';
import { findStem } from './stem.ts';
import { things } from './thing-words.ts';

/**
 * The vocabulary of an incident, by hand: words that mean the same to a reader of an update. A word
 * after `not` means the opposite. `act` marks what happens or is the case (as against a thing), so
 * that "not" turns it. What follows from what (who stole data had access to it) is in match.ts.
 */
export interface Concept {
  readonly id: string;
  readonly act: boolean;
}

const concepts = new Map<string, Concept>();
const single = new Map<string, { readonly concept: Concept; readonly sign: 1 | -1 }>();
const runs = new Map<
  string,
  { readonly stems: readonly string[]; readonly concept: Concept; readonly sign: 1 | -1 }[]
>();

for (const { id, is, not = '', act = false } of [...deeds, ...things]) {
  const concept = { id, act };
  concepts.set(id, concept);
  for (const [words, sign] of [
    [is, 1],
    [not, -1],
  ] as const) {
    for (const word of words.split(' ').filter((listed) => listed !== '')) {
      if (!word.includes('_')) {
        for (const form of [word, findStem(word)]) {
          if (!single.has(form)) single.set(form, { concept, sign });
        }
        continue;
      }
      const stems = word.split('_').map(findStem);
      const [first = ''] = stems;
      runs.set(first, [...(runs.get(first) ?? []), { stems, concept, sign }]);
    }
  }
}

export interface Meaning {
  readonly concept: Concept;
  readonly sign: 1 | -1;
}

/** Whether a word is called like a meaning: where it does not have that meaning, it is not to be taken for it. */
export function isConceptName(word: string): boolean {
  return concepts.has(word);
}

export function findMeaning(word: string, stem: string): Meaning | null {
  return single.get(word) ?? single.get(stem) ?? null;
}

/** Verbs whose particle may stand apart: "turned the key off", "took it offline". */
const particles = new Map<
  string,
  readonly (readonly [particle: string, concept: string, sign: 1 | -1])[]
>([
  [
    'turn',
    [
      ['off', 'off', 1],
      ['on', 'off', -1],
    ],
  ],
  [
    'switch',
    [
      ['off', 'off', 1],
      ['on', 'off', -1],
    ],
  ],
  [
    'shut',
    [
      ['off', 'off', 1],
      ['out', 'off', 1],
      ['down', 'off', 1],
    ],
  ],
  ['cut', [['off', 'off', 1]]],
  ['lock', [['out', 'off', 1]]],
  [
    'take',
    [
      ['down', 'down', 1],
      ['offlin', 'isolate', 1],
      ['over', 'compromise', 1],
      ['off', 'isolate', 1],
    ],
  ],
  ['bring', [['back', 'down', -1]]],
  ['roll', [['back', 'rollback', 1]]],
  [
    'break',
    [
      ['into', 'compromise', 1],
      ['in', 'compromise', 1],
    ],
  ],
  ['kick', [['out', 'gone', 1]]],
  ['throw', [['out', 'gone', 1]]],
  ['driv', [['out', 'gone', 1]]],
  ['get', [['back', 'down', -1]]],
]);

/** A meaning of several words from here on; `length` is how many words it spans. */
export function findRunMeaning(
  stems: readonly string[],
  at: number,
): (Meaning & { readonly length: number }) | null {
  const first = stems[at] ?? '';
  let best: (Meaning & { readonly length: number }) | null = null;
  for (const run of runs.get(first) ?? []) {
    if (run.stems.length <= (best?.length ?? 0)) continue;
    if (run.concept.id === 'compromise' && isRelief(stems, at)) continue;
    if (run.concept.id === 'access' && isLookedAtByUs(stems, at)) continue;
    if (run.stems.every((stem, offset) => stems[at + offset] === stem)) {
      best = { concept: run.concept, sign: run.sign, length: run.stems.length };
    }
  }
  return best;
}

/** "So far we have looked at one mailbox". */
function isLookedAtByUs(stems: readonly string[], at: number): boolean {
  return (
    stems[at] === 'look' &&
    stems.slice(Math.max(0, at - 3), at).some((stem) => /^(?:we|i)$/.test(stem))
  );
}

/** "You take over from me" takes nothing. */
function isRelief(stems: readonly string[], at: number): boolean {
  return (
    /^tak/.test(stems[at] ?? '') &&
    (stems[at + 2] === 'from' ||
      (/^(?:hav|has|have|now)$/.test(stems[at - 1] ?? '') &&
        /^(?:|for|sinc|at|and|now)$/.test(stems[at + 2] ?? '')) ||
      /^(?:you|i|we|she|he|will|to|pleas)$/.test(stems[at - 1] ?? '') ||
      (/^(?:are|am|is)$/.test(stems[at - 1] ?? '') &&
        /^(?:you|i|we|she|he)$/.test(stems[at - 2] ?? '')))
  );
}

/** Where the particle of the verb at `at` stands, within four words, and what both mean. */
export function findParticle(
  stems: readonly string[],
  at: number,
): (Meaning & { readonly particle: number }) | null {
  const list = particles.get(stems[at] ?? '');
  if (!list) return null;
  for (let next = at + 1; next <= at + 5 && next < stems.length; next += 1) {
    // "We get back to you" brings nothing back.
    if (stems[at] === 'get' && (next === at + 1 || stems[next + 1] === 'to')) continue;
    if (stems[next] === 'over' && isRelief(stems, at)) continue;
    const found = list.find(([particle]) => stems[next] === particle);
    const concept = found && concepts.get(found[1]);
    if (found && concept) return { concept, sign: found[2], particle: next };
  }
  return null;
}
