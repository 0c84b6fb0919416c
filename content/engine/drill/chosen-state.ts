import * as v from 'valibot';
import type { Checked } from '../format/fault.ts';
import { checkShape, parseYaml } from '../format/parse-yaml.ts';
import { Id, ScenarioTime, VariableValue } from '../format/primitives.ts';

/** What is taken to have happened before a step at which a play begins. */
const ChosenStateSchema = v.strictObject({
  at: v.optional(ScenarioTime),
  set: v.optional(v.record(Id, VariableValue), {}),
  decided: v.optional(v.record(Id, Id), {}),
  used: v.optional(v.record(Id, Id), {}),
  opened: v.optional(v.array(Id), []),
  answered: v.optional(v.array(Id), []),
  sent: v.optional(v.array(Id), []),
  cited: v.optional(v.array(Id), []),
});
export type ChosenState = v.InferOutput<typeof ChosenStateSchema>;

/** Nothing has happened. */
export const emptyChoice: ChosenState = v.parse(ChosenStateSchema, {});

/** Reads a state as a mentor writes it, in YAML. Names are checked against the drill by who uses it. */
export function readChosenState(file: string, text: string): Checked<ChosenState> {
  const source = parseYaml(file, text);
  return source.ok ? checkShape(source.value, ChosenStateSchema) : source;
}
