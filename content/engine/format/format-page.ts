import type { JsonSchema } from '@valibot/to-json-schema';
import { writeJsonSchema } from './json-schema.ts';
import { schemaNames, type SchemaName } from './schema-names.ts';

const files: Readonly<Record<SchemaName, readonly [file: string, about: string]>> = {
  pack: ['pack.yaml', 'What the pack is. It stands at the top of its folder.'],
  drill: ['drills/<slug>/drill.yaml', 'A drill, with its longer texts and its evidence beside it.'],
  storyline: [
    'drills/<slug>/storyline.yaml',
    'What happened, from which `drillbook evidence` writes the evidence. It is no part of the drill as played.',
  ],
  path: ['paths/<name>.yaml', 'Drills of the pack in an order.'],
  exercise: [
    'exercises/<kind>/<name>.yaml',
    'A technical exercise: material to read, and questions whose answers a program can check. Its material lies in the folder `exercises/<kind>/<name>/`, and so do longer texts (`{ file: brief.md }`). How answers earn points: of lines, each finding that a mark touches earns its share, and a line marked in vain takes a quarter of a share; of several values or options, each right one earns its share and each wrong one takes as much away; a text earns the share of its points whose patterns occur in it. A question never earns less than nothing, and hints take from it no more than it earned.',
  ],
  question: ['questions/<name>.yaml', 'Behavioural questions with what to ask further.'],
  competency: ['competencies.yaml', 'Technical topics at three depths.'],
  glossary: ['glossary.yaml', 'Terms that drills of the pack use.'],
};
const order: readonly SchemaName[] = [
  'pack',
  'drill',
  'storyline',
  'path',
  'exercise',
  'question',
  'competency',
  'glossary',
];

/**
 * docs/format.md: every field of every file of a pack, from the schemas themselves.
 *
 * @param archive a section on what may lie in a pack at all, which is for the archive to say
 */
export function writeFormatPage(archive: string): string {
  const sections = order.map((name) => {
    const [file, about] = files[name];
    return [`## ${file}`, about, ...writeSchema(writeJsonSchema(name))].join('\n\n');
  });
  if (order.length !== schemaNames.length) throw new Error('A schema has no place in the page.');
  return `${[
    '# The files of a pack',
    'Written from the schemas: after a change to one, run `node content/cli/write-format-page.ts`. The same texts are shown by an editor that is given the schema (`drillbook schema NAME`).',
    'Times of the scenario are minutes (`12`) or `"mm:ss"`, at most 30 days; instants are UTC (`"2026-03-10T08:51:09Z"`). A text that a learner reads is Markdown, and may lie in a file beside drill.yaml: `{ file: brief.md }`. A field that is not listed is a fault.',
    archive,
    ...sections,
  ].join('\n\n')}\n`;
}

function writeSchema(schema: JsonSchema): readonly string[] {
  const written = new Set<string>();
  const { $defs = {}, ...root } = schema;
  return [
    ...writeObject(root, '', written),
    ...Object.entries($defs).flatMap(([name, definition]) =>
      writeDefinition(name, definition as JsonSchema),
    ),
  ];
}

/** The fields of an object as a list, then a section for each that has fields of its own. */
function writeObject(schema: JsonSchema, path: string, written: Set<string>): readonly string[] {
  const shapes = listShapes(schema);
  const lists = shapes.map((shape) => writeFields(shape));
  const text = lists.join('\n\nor\n\n');
  // The same effects stand under many fields: they are told once.
  if (path !== '' && written.has(text)) return [];
  written.add(text);
  const inner = shapes.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, member]) => {
      const found = findInner(member as JsonSchema);
      return found === null
        ? []
        : writeObject(
            found.schema,
            `${path}${path === '' ? '' : '.'}${name}${found.mark}`,
            written,
          );
    }),
  );
  return [...(path === '' ? [] : [`### ${path}`]), text, ...inner];
}

/** The objects that a value may be, without the place of a text. */
function listShapes(schema: JsonSchema): readonly JsonSchema[] {
  const { anyOf, oneOf, items } = schema;
  if (schema.properties) return [schema];
  if (items && typeof items === 'object' && !Array.isArray(items)) return listShapes(items);
  return [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((one) =>
    isTextFile(one as JsonSchema) ? [] : listShapes(one as JsonSchema),
  );
}

function findInner(
  schema: JsonSchema,
): { readonly schema: JsonSchema; readonly mark: string } | null {
  const { items, additionalProperties } = schema;
  if (items && typeof items === 'object' && !Array.isArray(items)) {
    return listShapes(items).length > 0 ? { schema: items, mark: '[]' } : null;
  }
  if (additionalProperties && typeof additionalProperties === 'object') {
    const inner = additionalProperties;
    return listShapes(inner).length > 0 ? { schema: inner, mark: '.*' } : null;
  }
  return listShapes(schema).length > 0 ? { schema, mark: '' } : null;
}

function writeFields({ properties = {}, required = [] }: JsonSchema): string {
  return Object.entries(properties)
    .map(([name, member]) => {
      const field = member as JsonSchema;
      const needed = required.includes(name) ? ', needed' : '';
      const text = (field.description ?? '').replaceAll(/([*_<>])/g, '\\$1');
      return `- \`${name}\` (${describeType(field)}${needed}): ${text}`;
    })
    .join('\n');
}

function describeType(schema: JsonSchema): string {
  const { type, items, additionalProperties, $ref } = schema;
  const words = listWords(schema);
  if (words !== null) return words.join(', ');
  if ($ref !== undefined) return 'a condition';
  if (isText(schema)) return 'Markdown';
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    const types = new Set(either.map((one) => describeType(one as JsonSchema)));
    return [...types].join(' or ');
  }
  if (type === 'array') {
    const inner = items && !Array.isArray(items) ? describeType(items as JsonSchema) : 'anything';
    return `list: ${inner}`;
  }
  if (type === 'object') {
    return additionalProperties && typeof additionalProperties === 'object'
      ? `word: ${describeType(additionalProperties)}`
      : 'fields';
  }
  return (
    { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[
      String(type)
    ] ?? 'anything'
  );
}

/** The words that a value may be; null where it is not one of a few. */
function listWords(schema: JsonSchema): readonly string[] | null {
  if ('const' in schema) return [writeWord(schema.const)];
  return schema.enum ? schema.enum.map(writeWord) : null;
}

/** A text as it is written, anything else as JSON. */
function writeWord(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function isTextFile({ properties }: JsonSchema): boolean {
  return (
    properties !== undefined &&
    Object.keys(properties).join() === 'file' &&
    isMarkdownFile(properties['file'] as JsonSchema)
  );
}

function isMarkdownFile({ pattern = '' }: JsonSchema): boolean {
  return pattern.endsWith('\\.md$');
}

/** Markdown, here or in a file. */
function isText({ anyOf }: JsonSchema): boolean {
  return anyOf?.some((one) => isTextFile(one as JsonSchema)) ?? false;
}

function writeDefinition(name: string, definition: JsonSchema): readonly string[] {
  const shapes = listShapes(definition).map((shape) => writeFields(shape));
  return [`### A ${name}`, 'Exactly one of these:', shapes.join('\n\nor\n\n')];
}
