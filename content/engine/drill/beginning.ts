import * as v from 'valibot';
import { Id, VariableValue } from '../format/primitives.ts';

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
