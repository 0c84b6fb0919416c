import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line, ScenarioTime, Text } from '../primitives.ts';
import { described, Part, Phrases, Weight } from './shared-schemas.ts';

const audiences = [
  'executive',
  'customers',
  'regulator',
  'engineers',
  'handover',
  'owner',
] as const;
const factKinds = [
  'impact',
  'scope',
  'status',
  'severity',
  'action',
  'owner',
  'unknown',
  'next_update',
] as const;

export const UpdateSchema = v.strictObject({
  id: Id,
  title: Line,
  audience: v.picklist(audiences),
  to: v.pipe(v.array(Id), v.minLength(1)),
  about_reader: described(Line, 'who reads it and how: "reads it on a phone, not technical"'),
  asked: described(Text, 'what they asked for'),
  opens: v.optional(ConditionSchema),
  due: ScenarioTime,
  part: Part,
  weight: Weight,
  facts: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        kind: v.picklist(factKinds),
        text: Line,
        known: described(
          v.optional(ConditionSchema),
          'when the learner could know it; a fact not yet known is not asked for',
        ),
        any: v.optional(Phrases),
        not: described(
          v.optional(v.array(Line), []),
          'words that turn the sentence round: "not_off", "no_session*"',
        ),
        weight: v.optional(Weight, 1),
      }),
    ),
    v.minLength(1),
  ),
  forbidden: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        text: Line,
        any: Phrases,
        not: described(
          v.optional(v.array(Line), []),
          'words that make the sentence harmless: "evidence", "confirm*"',
        ),
        unless: v.optional(ConditionSchema),
        cost: v.optional(Weight, 1),
        why: Line,
      }),
    ),
    [],
  ),
});
