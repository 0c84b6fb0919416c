import type { Decision } from '../format/drill-schema.ts';
import type { Confidence } from '../drill/attempt-terms.ts';

/**
 * Points of one decision (foundations, section 5):
 * `base = (rating − worst) / (best − worst)` over the decision's own ratings, doing nothing among
 * them; `e` is 1, or 0.6 where required citations are missing;
 * `points = weight × (base × e − c × (2p − 1) × (1 − base))`, p the stated confidence. Being sure
 * and wrong costs most; a decision that asks for no confidence counts as p = 0.5. May be negative.
 */
export function scoreDecision(
  decision: Decision,
  chosen: {
    readonly rating: number;
    readonly confidence: Confidence | null;
    readonly cited: boolean;
  },
  confidenceCost: number,
): number {
  const { worst, best } = findRange(decision);
  const base = best === worst ? 1 : (chosen.rating - worst) / (best - worst);
  const e = chosen.cited ? 1 : 0.6;
  const p = (chosen.confidence ?? 50) / 100;
  return decision.weight * (base * e - confidenceCost * (2 * p - 1) * (1 - base));
}

/** The lowest and highest rating a decision can earn, its rerates and doing nothing included. */
export function findRange(decision: Decision): { readonly worst: number; readonly best: number } {
  const ratings = [decision.none, ...decision.options].flatMap(({ rating, rerate }) => [
    rating,
    ...rerate.map((other) => other.rating),
  ]);
  return { worst: Math.min(...ratings), best: Math.max(...ratings) };
}
