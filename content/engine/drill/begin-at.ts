import * as v from 'valibot';
import { Id, VariableValue } from '../format/primitives.ts';
import type { Drill } from '../format/drill-schema.ts';
import type { DecisionState } from './state.ts';

/**
 * Where a play begins that does not begin at the start: a moment, with a chosen state. What is due
 * by time alone is there at once. It stands in the header of the log, which says so to whoever reads
 * the score.
 */
export const BeginningSchema = v.strictObject({
  step: Id,
  at_s: v.pipe(v.number(), v.integer(), v.minValue(0)),
  variables: v.record(Id, VariableValue),
  /** See condition.ts for the keys. */
  facts: v.array(v.pipe(v.string(), v.maxLength(200))),
});
export type Beginning = v.InferOutput<typeof BeginningSchema>;

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
