import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { parts, severities } from '../drill-terms.ts';
import { Id, Line, ScenarioTime, VariableValue, type Text } from '../primitives.ts';

export const Part = v.picklist(parts, `must be one of ${parts.join(', ')}`);
export const Weight = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const Rating = v.pipe(
  v.number(),
  v.integer('must be a whole number 1 to 7'),
  v.minValue(1),
  v.maxValue(7),
);
export const Minutes = v.optional(ScenarioTime, 0);
export const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

export const EffectSchema = v.union(
  [
    v.strictObject({ set: Id, to: VariableValue }),
    v.strictObject({ add: Id, by: v.pipe(v.number(), v.integer()) }),
    v.strictObject({
      severity: v.picklist(severities),
      provisional: v.optional(v.boolean(), false),
    }),
    v.strictObject({ end: v.literal(true) }),
  ],
  'must be {set, to}, {add, by}, {severity} or {end: true}',
);
export const Effects = v.optional(v.array(EffectSchema), []);

/** An act that cannot be undone and does harm: its part of the score is capped at this share. */
export const HarmSchema = v.strictObject({
  part: v.optional(Part),
  caps: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  why: Line,
  unless: described(
    v.optional(ConditionSchema),
    'where it does no harm after all, asked at the moment at which it is done',
  ),
});

/** Made anew for each place, as `rewords` is, so that the page of the format describes it at each. */
export const rerates = () =>
  v.optional(v.array(v.strictObject({ when: ConditionSchema, rating: Rating, reason: Line })), []);

export const rewords = <T extends typeof Line | typeof Text>(text: T) =>
  v.optional(v.array(v.strictObject({ when: ConditionSchema, text })), []);

/**
 * Words of a phrase must all stand in one sentence, in any order; `|` separates alternatives,
 * a trailing `*` matches any ending: "key off|deactivat*".
 */
export const Phrases = v.pipe(v.array(Line), v.minLength(1));
