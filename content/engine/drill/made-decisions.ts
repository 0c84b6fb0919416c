import type { Drill } from '../format/drill-schema.ts';
import type { Beginning } from './beginning.ts';
import type { DecisionState } from './state.ts';

/** Decisions that are given as made: they are closed, and no event made them. */
export function listMade(
  drill: Drill,
  { facts, at_s }: Beginning,
): ReadonlyMap<string, DecisionState> {
  const known = new Set(facts);
  return new Map(
    drill.decisions.flatMap(({ id, options, none }) => {
      const option = options.find((one) => known.has(`decided:${id}/${one.id}`));
      if (!option && !known.has(`decided:${id}/none`)) return [];
      const { rating, reason } = option ?? none;
      const choice = {
        option: option?.id ?? 'none',
        confidence: null,
        citations: [],
        reason: '',
        rating,
        why: reason,
        at_s,
        seq: null,
      };
      return [[id, { decision: id, opened_s: at_s, closes_s: null, choice }] as const];
    }),
  );
}
