import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line, ScenarioTime, Text, VariableValue } from '../primitives.ts';
import { described } from './shared-schemas.ts';

export const VariableSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('flag'), initial: v.optional(v.boolean(), false) }),
  v.strictObject({
    kind: v.literal('enum'),
    values: v.pipe(v.array(Id), v.minLength(2)),
    initial: Id,
  }),
  v.strictObject({
    kind: v.literal('integer'),
    min: v.pipe(v.number(), v.integer()),
    max: v.pipe(v.number(), v.integer()),
    initial: v.pipe(v.number(), v.integer()),
  }),
]);

/**
 * Something that may change between two plays. `literal` is how it stands in the files; another
 * seed puts one of `values` in its place everywhere. With `variable`, the initial value of a state
 * variable is drawn instead; with `order`, in which order some feed items take the times that are
 * written for them. Seed 0 changes nothing. `with` ties one instant that is written in two ways
 * together: its clock and its second of an epoch.
 */
export const ParameterSchema = v.union([
  v.strictObject({
    id: Id,
    literal: v.pipe(v.string(), v.minLength(3)),
    values: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
    with: v.optional(Id),
  }),
  v.strictObject({ id: Id, variable: Id, values: v.pipe(v.array(VariableValue), v.minLength(1)) }),
  v.strictObject({
    id: Id,
    order: described(
      v.pipe(v.array(Id), v.minLength(2), v.maxLength(6)),
      'feed items with a time and no `when`, which may change places; no text may say which came first',
    ),
  }),
]);

export const PersonSchema = v.strictObject({
  id: Id,
  name: Line,
  role: described(Line, 'job, as the learner would know it'),
  about: v.optional(Line),
  outside: described(
    v.optional(v.boolean(), false),
    'not of the organisation, such as a customer or a reporter: in own words to them, what only those inside should read is found',
  ),
  moods: described(
    v.optional(v.array(v.strictObject({ when: ConditionSchema, text: Line })), []),
    'how they are just now, as one would notice it: the first that holds is shown',
  ),
  patience: described(
    v.optional(v.strictObject({ minutes: ScenarioTime, again: Text })),
    'writes again where a message that expects an answer is left for so long',
  ),
});

export const RoleSchema = v.strictObject({
  id: Id,
  name: Line,
  private: described(v.optional(Text), 'what only this role is told'),
});
