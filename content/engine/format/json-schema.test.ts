import type { JsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { writeJsonSchema } from './json-schema.ts';

/** As much of JSON Schema as ours uses: enough to see what an editor would accept. */
function accepts(root: JsonSchema, schema: JsonSchema, value: unknown): boolean {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = root.$defs?.[name];
    return typeof target === 'object' && accepts(root, target, value);
  }
  const all = schema as Record<string, unknown>;
  if (schema.anyOf) return schema.anyOf.some((one) => accepts(root, one as JsonSchema, value));
  if (schema.oneOf) return schema.oneOf.some((one) => accepts(root, one as JsonSchema, value));
  if ('const' in all) return value === all['const'];
  if (schema.enum) return (schema.enum as unknown[]).includes(value);
  switch (schema.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        value.length >= (schema.minLength ?? 0) &&
        value.length <= (schema.maxLength ?? Infinity) &&
        // oxlint-disable-next-line eslint-js/no-restricted-syntax -- our own patterns, out of our own schema
        (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value))
      );
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? -Infinity) &&
        value <= (schema.maximum ?? Infinity)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Infinity) &&
        value.every((member) => accepts(root, schema.items as JsonSchema, member))
      );
    default:
      return acceptsObject(root, schema, value);
  }
}

function acceptsObject(root: JsonSchema, schema: JsonSchema, value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const { properties = {}, required = [], additionalProperties } = schema;
  if (required.some((name) => !Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, member]) => {
    const known = properties[name] ?? additionalProperties;
    return typeof known === 'object' ? accepts(root, known, member) : known !== false;
  });
}

const option = (id: string) => ({ id, text: `Do ${id}`, rating: 3, reason: 'Because' });
const drill = {
  format: 1,
  id: 'T01',
  title: 'A drill',
  summary: 'Short',
  role: 'Analyst',
  level: 'entry',
  minutes: 20,
  kind: 'Leak',
  starts_at: '2026-03-10T09:12:00Z',
  ends_at: '20:00',
  severity: { level: 'medium' },
  brief: { file: 'brief.md' },
  people: [{ id: 'ines', name: 'Ines', role: 'Manager' }],
  feed: [
    { id: 'notice', kind: 'mail', at: 2.5, from: 'ines', subject: 'Hello', body: 'Look' },
    {
      id: 'more',
      kind: 'chat',
      when: { all: [{ delivered: 'notice' }, { not: { any: [{ after: '12:30' }] } }] },
      from: 'ines',
      subject: 'More',
      body: { file: 'mails/more.md' },
    },
  ],
  evidence: [],
  decisions: [
    {
      id: 'd1',
      title: 'What now?',
      prompt: 'Choose',
      opens: { decided: 'd0', option: ['a', 'b'] },
      part: 'scoping',
      weight: 5,
      none: { rating: 1, reason: 'Nothing' },
      options: ['a', 'b', 'c', 'd'].map(option),
    },
  ],
  truth: [],
  scoring: {},
  outcomes: [{ id: 'end', title: 'End', text: 'Over' }],
  debrief: { text: 'Told' },
};

describe('the JSON Schema of a drill', () => {
  const schema = writeJsonSchema('drill');
  const takes = (changes: object) => accepts(schema, schema, { ...drill, ...changes });

  it('accepts times as numbers or texts, and texts inline or as files', () => {
    expect(takes({})).toBe(true);
    expect(takes({ ends_at: 20, brief: 'Inline' })).toBe(true);
  });

  it.each([
    ['an unknown field', { levle: 'entry' }],
    ['another format', { format: 2 }],
    ['a value outside a list', { level: 'expert' }],
    ['a time that is neither', { ends_at: true }],
    ['a file that is no text', { brief: { file: 'brief.exe' } }],
    ['a missing field', { title: undefined }],
    [
      'a condition of no known shape',
      { hints: [], decisions: [{ ...drill.decisions[0], opens: { arrived: 'x' } }] },
    ],
    [
      'three options',
      { decisions: [{ ...drill.decisions[0], options: ['a', 'b', 'c'].map(option) }] },
    ],
  ])('refuses %s', (_, changes) => {
    expect(takes(changes)).toBe(false);
  });

  it('says what a field means, and resolves every reference', () => {
    const text = JSON.stringify(schema);
    expect(text).toContain('must not give the answer away');
    expect(
      [...text.matchAll(/"\$ref":"([^"]+)"/g)].every(([, ref]) => ref === '#/$defs/condition'),
    ).toBe(true);
    expect(text.includes('"markdown":')).toBe(false);
  });
});

it('writes the schemas of pack.yaml and glossary.yaml', () => {
  const pack = writeJsonSchema('pack');
  expect(pack).toMatchObject({ type: 'object', additionalProperties: false });
  const glossary = writeJsonSchema('glossary');
  expect(accepts(glossary, glossary, [{ term: 'a', text: { file: 'a.md' } }])).toBe(true);
  expect(accepts(glossary, glossary, [{ term: 'a' }])).toBe(false);
});
