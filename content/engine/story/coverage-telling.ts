import { starDimensions, type StarDimension } from '../star/star-rule.ts';
import type { PrincipleSlug } from './principles.ts';

/** One scored telling of a story for a principle. */
export interface Telling {
  readonly story: string;
  readonly principle: PrincipleSlug;
  /** `written`: nobody has practised it; its own text was read by the same rules. */
  readonly from: 'practice' | 'written';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** 1..5 each. */
  readonly dimensions: Readonly<Record<StarDimension, number>>;
}

/** How well a tied story stands for a principle, the best leading; `untold` has no score yet. */
export const strengths = ['strong', 'good', 'usable', 'thin', 'untold'] as const;
export type Strength = (typeof strengths)[number];

/** Quarters of the ball that stands for each; the word stands beside it. */
export const strengthQuarters: Readonly<Record<Strength, 0 | 1 | 2 | 3 | 4>> = {
  strong: 4,
  good: 3,
  usable: 2,
  thin: 1,
  untold: 0,
};

export interface LowestDimension {
  readonly dimension: StarDimension;
  /** 1..5. */
  readonly score: number;
}

/** The dimension that holds the telling back; of equals the one that is named first. */
export function findLowest(dimensions: Telling['dimensions']): LowestDimension {
  const [first, ...rest] = starDimensions;
  return rest.reduce<LowestDimension>(
    (lowest, dimension) =>
      dimensions[dimension] < lowest.score ? { dimension, score: dimensions[dimension] } : lowest,
    { dimension: first, score: dimensions[first] },
  );
}

/** By whole points reached: 3.9 is good, not strong, so that no word promises more than its figure. */
export function rateStrength(lowest: number): Exclude<Strength, 'untold'> {
  return lowest >= 4 ? 'strong' : lowest >= 3 ? 'good' : lowest >= 2 ? 'usable' : 'thin';
}

/**
 * The telling that counts for a story and a principle: the last practice, since that is how it would
 * be told; where there is none, the text as written.
 */
export function findTelling(
  tellings: readonly Telling[],
  story: string,
  principle: PrincipleSlug,
): Telling | null {
  let found: Telling | null = null;
  for (const one of tellings) {
    if (one.story !== story || one.principle !== principle) continue;
    if (found === null || isLater(one, found)) found = one;
  }
  return found;
}

function isLater(one: Telling, other: Telling): boolean {
  if (one.from !== other.from) return one.from === 'practice';
  return one.at > other.at;
}
