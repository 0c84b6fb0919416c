import type { Drill } from '../format/drill-schema.ts';
import { drawIndex, nameDraw } from './instantiate.ts';
import { createRandomSource } from './random-source.ts';

/**
 * So many seeds are looked at, in some ten milliseconds: of forty parameters with six values each, one
 * draw in fifteen hundred differs from another in all.
 */
const tried = 4096;

/**
 * A seed for the next play of a drill, in which as little as can be stands as it stood in earlier ones:
 * what was seen last counts before what was seen the time before. Variables are left to chance alone,
 * with what is drawn along with them: else a benign twin would come after every play without one.
 *
 * @param chance a seed drawn at random; it is the answer where no other repeats less
 * @param played the seeds of earlier plays, the newest first
 */
export function chooseFreshSeed(
  parameters: Drill['parameters'],
  chance: number,
  played: readonly number[],
): number {
  const draws = listDraws(parameters);
  const before = played.map((seed) => drawAll(draws, seed));
  const random = createRandomSource(chance);
  let best = { seed: chance, repeats: countRepeats(drawAll(draws, chance), before) };
  for (let index = 1; index < tried && best.repeats.some((count) => count > 0); index += 1) {
    const seed = 1 + Math.floor(random.next() * 0xffff_fffe);
    const repeats = countRepeats(drawAll(draws, seed), before);
    if (isLess(repeats, best.repeats)) best = { seed, repeats };
  }
  return best.seed;
}

interface Draw {
  readonly name: string;
  /** As written at seed 0, then each value. */
  readonly written: string;
  readonly values: readonly string[];
}

function listDraws(parameters: Drill['parameters']): readonly Draw[] {
  const left = new Set(parameters.filter((one) => 'variable' in one).map(nameDraw));
  const draws = new Map<string, Draw>();
  for (const one of parameters) {
    const name = nameDraw(one);
    if (!('literal' in one) || left.has(name) || draws.has(name)) continue;
    draws.set(name, { name, written: one.literal, values: one.values });
  }
  return [...draws.values()];
}

function drawAll(draws: readonly Draw[], seed: number): readonly string[] {
  return draws.map(({ name, written, values }) =>
    seed === 0 ? written : (values[drawIndex(seed, name, values.length)] ?? written),
  );
}

/** For each earlier play, in how many parameters it is met again. */
function countRepeats(
  drawn: readonly string[],
  before: readonly (readonly string[])[],
): readonly number[] {
  return before.map((earlier) => earlier.filter((value, index) => value === drawn[index]).length);
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const differing = one.findIndex((count, index) => count !== other[index]);
  return differing >= 0 && (one[differing] ?? 0) < (other[differing] ?? 0);
}
