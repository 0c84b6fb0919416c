import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line, ScenarioSpan, Text } from '../primitives.ts';
import {
  described,
  Effects,
  HarmSchema,
  Minutes,
  Part,
  Rating,
  rerates,
  rewords,
  Weight,
} from './shared-schemas.ts';

const Option = v.strictObject({
  id: Id,
  text: Line,
  rating: Rating,
  reason: described(Line, 'why this rating; it teaches'),
  evidence: described(
    v.optional(v.array(Id), []),
    'clues that justify it; in a drill with a twin those of both plays, of which a debrief names its own',
  ),
  minutes: Minutes,
  done: described(
    v.optional(ConditionSchema),
    'what it would do was done meanwhile, by a tool or in an answer: then it costs no minutes',
  ),
  effects: Effects,
  irreversible: v.optional(v.boolean(), false),
  harm: v.optional(HarmSchema),
  rerate: described(
    rerates(),
    'another rating where a condition holds when it is chosen (a benign twin, a late choice)',
  ),
});

export const DecisionSchema = v.strictObject({
  id: Id,
  title: Line,
  prompt: Text,
  reword: described(
    rewords(Text),
    'the question in other words while a condition holds: what it asks about was done meanwhile',
  ),
  opens: described(v.optional(ConditionSchema), 'without it, from the start'),
  closes_after: described(v.optional(ScenarioSpan), 'since it opened; then it counts as `none`'),
  part: Part,
  weight: Weight,
  asks_confidence: v.optional(v.boolean(), true),
  asks_reason: v.optional(v.boolean(), true),
  citations: v.optional(
    v.strictObject({
      required: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      accepts: v.pipe(v.array(Id), v.minLength(1)),
    }),
  ),
  none: v.strictObject({
    rating: Rating,
    reason: Line,
    effects: Effects,
    rerate: described(
      rerates(),
      'another rating where a condition holds when the time is over: the work was done without deciding',
    ),
  }),
  options: v.pipe(v.array(Option), v.minLength(4, 'needs four or five options'), v.maxLength(5)),
});
