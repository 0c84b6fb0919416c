import type { Lift } from '../../../../content/engine/star/lift-by-one.ts';

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
