import type { JsonSchema } from '@valibot/to-json-schema';

/**
 * Gives the fields of a schema what they are for, where it does not say so itself: editors show it
 * while one types. A key of `texts` is the end of a field's path, and the longest that fits counts;
 * one that begins with / is a whole path.
 */
export function describeFields(
  schema: JsonSchema,
  texts: Readonly<Record<string, string>>,
): JsonSchema {
  return describe(schema, '', texts) as JsonSchema;
}

function describe(value: unknown, path: string, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((member) => describe(member, path, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'properties') return [key, describeMembers(member, path, texts)];
      if (key === '$defs') return [key, describeDefinitions(member, texts)];
      return [key, describe(member, path, texts)];
    }),
  );
}

function describeMembers(
  members: unknown,
  path: string,
  texts: Readonly<Record<string, string>>,
): unknown {
  return Object.fromEntries(
    Object.entries(members as Record<string, JsonSchema>).map(([name, member]) => {
      const own = `${path}/${name}`;
      const inner = describe(member, own, texts) as JsonSchema;
      const text = inner.description ?? findText(own, texts);
      return [name, text === undefined ? inner : { ...inner, description: text }];
    }),
  );
}

function describeDefinitions(
  definitions: unknown,
  texts: Readonly<Record<string, string>>,
): unknown {
  return Object.fromEntries(
    Object.entries(definitions as Record<string, unknown>).map(([name, definition]) => [
      name,
      describe(definition, `$${name}`, texts),
    ]),
  );
}

function findText(path: string, texts: Readonly<Record<string, string>>): string | undefined {
  let rest = path;
  while (!Object.hasOwn(texts, rest)) {
    const slash = rest.indexOf('/');
    if (slash < 0) return undefined;
    rest = rest.slice(slash + 1);
  }
  return texts[rest];
}
