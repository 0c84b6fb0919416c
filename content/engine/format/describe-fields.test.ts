import type { JsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
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
import { writeJsonSchema } from './json-schema.ts';
import { schemaNames, type SchemaName } from './schema-names.ts';

const texts: Readonly<Record<SchemaName, Readonly<Record<string, string>>>> = {
  drill: drillTexts,
  pack: packTexts,
  glossary: glossaryTexts,
  question: questionTexts,
  competency: competencyTexts,
  path: pathTexts,
  exercise: exerciseTexts,
  storyline: storylineTexts,
};

interface Field {
  readonly path: string;
  readonly text: string | undefined;
}

/** Every field of a schema, by the names that lead to it. */
function listFields(value: unknown, path = ''): readonly Field[] {
  if (Array.isArray(value)) return value.flatMap((member) => listFields(member, path));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'properties') {
      return Object.entries(member as Record<string, JsonSchema>).flatMap(([name, inner]) => [
        { path: `${path}/${name}`, text: inner.description },
        ...listFields(inner, `${path}/${name}`),
      ]);
    }
    if (key !== '$defs') return listFields(member, path);
    return Object.entries(member as object).flatMap(([name, inner]) =>
      listFields(inner, `$${name}`),
    );
  });
}

describe.each(schemaNames)('the schema of a %s', (name) => {
  const fields = listFields(writeJsonSchema(name));

  it('says what each of its fields is for', () => {
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter(({ text }) => (text ?? '').length < 3)).toEqual([]);
  });

  it('has every field that a text speaks of', () => {
    const lost = Object.keys(texts[name]).filter(
      (key) => !fields.some(({ path }) => path === key || path.endsWith(`/${key}`)),
    );
    expect(lost).toEqual([]);
  });
});
