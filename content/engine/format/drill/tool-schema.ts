import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line, ScenarioTime, Text } from '../primitives.ts';
import { described, Effects, HarmSchema, Minutes } from './shared-schemas.ts';

export const ToolSchema = v.strictObject({
  id: Id,
  title: described(Line, 'a verb with an object: "Deactivate access key"'),
  about: Line,
  also: described(v.optional(v.array(Line), []), 'other words a person may type'),
  minutes: Minutes,
  available: v.optional(ConditionSchema),
  args: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        label: Line,
        values: described(
          v.optional(v.array(Line)),
          'a closed list to choose from; without it, free text of at most 200 characters',
        ),
        pattern: described(
          v.optional(
            v.strictObject({
              re2: described(
                Line,
                'a regular expression (RE2) for the whole text, in any letter case; with its repetitions written out, at most 5,000 steps',
              ),
              says: described(Line, 'the same for people: "AKIA and 16 letters or digits"'),
            }),
          ),
          'the form of a free text; what has another is not run, and costs nothing',
        ),
      }),
    ),
    [],
  ),
  outcomes: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        match: described(
          v.optional(v.record(Id, v.union([Line, v.array(Line)]))),
          'argument → accepted value(s); letter case and outer spaces do not matter',
        ),
        when: v.optional(ConditionSchema),
        answer: Text,
        minutes: v.optional(ScenarioTime),
        effects: Effects,
        harm: v.optional(HarmSchema),
      }),
    ),
    v.minLength(1),
  ),
});
