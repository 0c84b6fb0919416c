import type { Beginning } from './beginning.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import { findRated, rateOptions } from './rate-options.ts';
import type { DecisionState } from './state.ts';

/** Decisions that are given as made: they are closed, and no event made them. */
export function listMade(
  prepared: PreparedDrill,
  { facts, at_s, variables }: Beginning,
): ReadonlyMap<string, DecisionState> {
  const known = new Set(facts);
  const now = { at_s, facts: known, variables: new Map(Object.entries(variables)) };
  return new Map(
    prepared.drill.decisions.flatMap((decision) => {
      const { id, options } = decision;
      const chosen = options.find((one) => known.has(`decided:${id}/${one.id}`));
      if (!chosen && !known.has(`decided:${id}/none`)) return [];
      const rated = rateOptions(prepared, now, decision);
      const { option, rating, why } = findRated(rated, chosen?.id ?? 'none');
      const choice = {
        option,
        confidence: null,
        citations: [],
        reason: '',
        rating,
        why,
        rated,
        at_s,
        seq: null,
      };
      return [[id, { decision: id, opened_s: at_s, closes_s: null, choice }] as const];
    }),
  );
}
