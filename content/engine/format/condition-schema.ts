import * as v from 'valibot';
import { Id, ScenarioTime, VariableValue } from './primitives.ts';

/**
 * A condition is data, so that the linter can walk every path and the studio can show it as a form.
 * Exactly one of the shapes below; nothing in a drill is code.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly var: string; readonly is: boolean | number | string }
  | { readonly var: string; readonly at_least: number }
  | { readonly after: number }
  | { readonly decided: string; readonly option?: readonly string[] | undefined }
  | { readonly opened: string }
  | { readonly used: string; readonly outcome?: readonly string[] | undefined }
  | { readonly delivered: string }
  | { readonly answered: string; readonly reply?: readonly string[] | undefined }
  | { readonly sent: string }
  | { readonly cited: string };

type ConditionInput =
  | { all: ConditionInput[] }
  | { any: ConditionInput[] }
  | { not: ConditionInput }
  | { var: string; is: boolean | number | string }
  | { var: string; at_least: number }
  | { after: number | string }
  | { decided: string; option?: string | string[] | undefined }
  | { opened: string }
  | { used: string; outcome?: string | string[] | undefined }
  | { delivered: string }
  | { answered: string; reply?: string | string[] | undefined }
  | { sent: string }
  | { cited: string };

const OneOrMore = v.union([
  v.pipe(
    Id,
    v.transform((id): string[] => [id]),
  ),
  v.pipe(v.array(Id), v.minLength(1)),
]);

/** The shapes of a condition, by the key that tells them apart. */
export const conditionShapes = {
  all: v.strictObject({
    all: v.pipe(
      v.array(v.lazy((): v.GenericSchema<ConditionInput, Condition> => ConditionSchema)),
      v.minLength(1),
    ),
  }),
  any: v.strictObject({
    any: v.pipe(
      v.array(v.lazy((): v.GenericSchema<ConditionInput, Condition> => ConditionSchema)),
      v.minLength(1),
    ),
  }),
  not: v.strictObject({
    not: v.lazy((): v.GenericSchema<ConditionInput, Condition> => ConditionSchema),
  }),
  is: v.strictObject({ var: Id, is: VariableValue }),
  at_least: v.strictObject({ var: Id, at_least: v.pipe(v.number(), v.integer()) }),
  after: v.strictObject({ after: ScenarioTime }),
  decided: v.strictObject({ decided: Id, option: v.optional(OneOrMore) }),
  opened: v.strictObject({ opened: Id }),
  used: v.strictObject({ used: Id, outcome: v.optional(OneOrMore) }),
  delivered: v.strictObject({ delivered: Id }),
  answered: v.strictObject({ answered: Id, reply: v.optional(OneOrMore) }),
  sent: v.strictObject({ sent: Id }),
  cited: v.strictObject({ cited: Id }),
} as const;

const shapes =
  'must be one of: all, any, not, {var, is}, {var, at_least}, after, decided, opened, used, delivered, answered, sent, cited';

/**
 * Chooses the shape by the key that is there: a plain union would report every alternative
 * at once, and the author would not learn which line to mend.
 */
export const ConditionSchema: v.GenericSchema<ConditionInput, Condition> = v.lazy(
  (input): v.GenericSchema<ConditionInput, Condition> => {
    if (input !== null && typeof input === 'object') {
      for (const [key, schema] of Object.entries(conditionShapes)) {
        if (key in input) return schema;
      }
    }
    return v.never(shapes);
  },
);
