import type { Lift } from '../../../../content/engine/star/lift-by-one.ts';
import type { StarDimension } from '../../../../content/engine/star/star-rule.ts';

/** An advice that stands first in several parts of a score: there it is said once, above them. */
export interface SharedAdvice {
  readonly rule: string;
  readonly advice: string;
  /** In how many parts it stands first. */
  readonly parts: number;
}

/** From so many parts on it is said once. */
const fewestParts = 3;

export function findSharedAdvice(lifts: readonly Lift[]): readonly SharedAdvice[] {
  const shared = new Map<string, SharedAdvice>();
  for (const { steps } of lifts) {
    const [first] = steps;
    if (!first) continue;
    const parts = (shared.get(first.rule)?.parts ?? 0) + 1;
    shared.set(first.rule, { rule: first.rule, advice: first.advice, parts });
  }
  return [...shared.values()].filter(({ parts }) => parts >= fewestParts);
}

/** The lowest part of those that could be lifted, with what lifts it most and is not said above already. */
export interface LargestGap {
  readonly dimension: StarDimension;
  readonly from: number;
  /** Null where what lifts several parts is all that it needs. */
  readonly advice: string | null;
}

export function findLargestGap(
  lifts: readonly Lift[],
  shared: readonly SharedAdvice[],
): LargestGap | null {
  const lowest = lifts.toSorted((a, b) => a.from - b.from)[0];
  if (!lowest) return null;
  const step = lowest.steps.find(({ rule }) => !shared.some((one) => one.rule === rule));
  return { dimension: lowest.dimension, from: lowest.from, advice: step?.advice ?? null };
}
