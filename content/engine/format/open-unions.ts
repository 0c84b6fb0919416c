import * as v from 'valibot';
import type { Shape } from './schema-shape.ts';

type Issue = v.BaseIssue<unknown>;

/**
 * The issues of a schema; in the place of that of a union, those of the alternative whose fields stand
 * there. A union alone says that nothing fits, and not which field has to be mended.
 */
export function openUnions(issues: readonly Issue[], schema: v.GenericSchema): readonly Issue[] {
  return issues.flatMap((issue) => {
    const { type, input, path = [] } = issue;
    if (type !== 'union' || !isMap(input)) return [issue];
    const options = findOptions(schema, path);
    const tried = options.map((option) => tryOption(option, input));
    const least = Math.min(...tried.map(({ misfits }) => misfits));
    const meant = tried.find(({ misfits }) => misfits === least);
    // Where no alternative has these fields, what the schema itself says of all of them tells more.
    if (!meant || (least > 0 && !issue.message.startsWith('Invalid'))) return [issue];
    const opened = meant.issues.map((own): Issue => ({
      ...own,
      path: [...path, ...(own.path ?? [])] as Issue['path'],
    }));
    return openUnions(opened, schema);
  });
}

function tryOption(option: v.GenericSchema, input: unknown) {
  const { issues = [] } = v.safeParse(option, input, { abortPipeEarly: true });
  const misfits = issues.filter(
    ({ type, path }) => type === 'strict_object' && (path ?? []).length === 1,
  );
  return { issues, misfits: misfits.length };
}

const isMap = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function findOptions(
  schema: v.GenericSchema,
  path: readonly v.IssuePathItem[],
): readonly v.GenericSchema[] {
  let shapes: readonly Shape[] = open(schema, path[0]?.input);
  for (const { key, value } of path) {
    shapes = shapes
      .flatMap(({ entries, item, value: member }) => entries?.[String(key)] ?? item ?? member ?? [])
      .flatMap((shape) => open(shape, value));
  }
  const union = shapes.find(({ type }) => type === 'union');
  return (union?.options ?? []).filter((one) => typeof one !== 'string') as v.GenericSchema[];
}

/** What a schema comes down to where it is optional, chosen by its value, or one of several kinds. */
function open(shape: Shape, input: unknown): readonly Shape[] {
  if (shape.getter) return open(shape.getter(input), input);
  if (shape.wrapped) return open(shape.wrapped, input);
  if (shape.type !== 'variant') return [shape];
  return (shape.options ?? []).flatMap((one) => (typeof one === 'string' ? [] : open(one, input)));
}
