import * as v from 'valibot';
import { Id, Line } from './primitives.ts';

/** paths/<name>.yaml, format 1: drills of a pack in an order, each with the reason why it comes there. */
export const PathSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads path format 1'),
  id: Id,
  title: Line,
  about: v.optional(Line),
  steps: v.pipe(
    v.array(v.strictObject({ drill: Id, why: Line })),
    v.minLength(1, 'needs at least one step'),
  ),
});
export type LearningPath = v.InferOutput<typeof PathSchema>;
