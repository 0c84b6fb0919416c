/**
 * The one place that knows the schema writer. What authors write is the input side of a schema:
 * times as minutes or "mm:ss", texts inline or as { file: name.md }.
 */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ConditionSchema, conditionShapes } from './condition-schema.ts';
import { StorylineSchema } from '../evidence/storyline/schema.ts';
import { describeFields } from './describe-fields.ts';
import { DrillSchema } from './drill-schema.ts';
import { ExerciseSchema } from './exercise-schema.ts';
import { drillTexts } from './field-texts/drill.ts';
import {
  competencyTexts,
  exerciseTexts,
  glossaryTexts,
  packTexts,
  pathTexts,
  questionTexts,
} from './field-texts/pack.ts';
import { storylineTexts } from './field-texts/storyline.ts';
import { GlossarySchema, PackSchema } from './pack-schema.ts';
import { PathSchema } from './path-schema.ts';
import { CompetenciesSchema, QuestionsSchema } from './question-schema.ts';
import type { SchemaName } from './schema-names.ts';

/** Each schema, and what its fields are for where it does not say so itself. */
const schemas: Readonly<
  Record<SchemaName, readonly [v.GenericSchema, Readonly<Record<string, string>>]>
> = {
  drill: [DrillSchema, drillTexts],
  pack: [PackSchema, packTexts],
  glossary: [GlossarySchema, glossaryTexts],
  question: [QuestionsSchema, questionTexts],
  competency: [CompetenciesSchema, competencyTexts],
  path: [PathSchema, pathTexts],
  exercise: [ExerciseSchema, exerciseTexts],
  storyline: [StorylineSchema, storylineTexts],
};

const textFile = {
  type: 'object',
  properties: { file: { type: 'string', pattern: '^[\\w-]+(?:/[\\w-]+)*\\.md$' } },
  required: ['file'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The JSON Schema (draft 7, which YAML editors know) of a file of a pack. */
export function writeJsonSchema(name: SchemaName): JsonSchema {
  const [source, texts] = schemas[name];
  return describeFields(writeShapes(name, source), texts);
}

function writeShapes(name: SchemaName, source: v.GenericSchema): JsonSchema {
  const { $defs: _, ...schema } = convert(source);
  if (name !== 'drill') return allowTextFiles(schema);
  const anyOf = Object.values(conditionShapes).map((shape): JsonSchema => {
    const { $schema: _, $defs: __, ...inner } = convert(shape);
    return inner;
  });
  return allowTextFiles({ ...schema, $defs: { condition: { anyOf } } });
}

/**
 * A condition chooses its shape by the key that is there, which the writer cannot follow: it
 * writes a reference, and the shapes are put in afterwards.
 */
function convert(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'throw',
    // Whether a pattern can be run is seen by lint; JSON Schema has no word for it.
    ignoreActions: ['check'],
    definitions: { condition: ConditionSchema },
    overrideSchema: ({ valibotSchema }) => (valibotSchema === ConditionSchema ? {} : undefined),
  });
}

/** Wherever Markdown is asked for (see `Text`), a file beside drill.yaml may hold it. */
function allowTextFiles(schema: JsonSchema): JsonSchema {
  return mapSchema(schema) as JsonSchema;
}

function mapSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mapSchema);
  if (value === null || typeof value !== 'object') return value;
  const mapped = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, mapSchema(member)]),
  );
  if (mapped['markdown'] !== true) return mapped;
  const { markdown: _, description, ...text } = mapped;
  const anyOf = [text, textFile];
  return description === undefined ? { anyOf } : { description, anyOf };
}
