import type * as v from 'valibot';
import { conditionShapes } from './condition-schema.ts';
import type { Finding } from './fault.ts';
import { findNearestName } from './nearest-name.ts';
import { mostMinutes } from './scenario-time.ts';
import type { Shape } from './schema-shape.ts';

/** What an issue of a schema is to whoever wrote the file: the field, what is wrong, what to write. */
export function describeIssue(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): Finding {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = String(path.at(-1) ?? '');
  const parent = issue.path?.at(-1)?.input;
  if (issue.type === 'strict_object' && Array.isArray(parent)) {
    const list = path.slice(0, -1);
    return {
      code: 'wrong-type',
      path: list,
      message: `${nameLast(list)} needs fields, one a line, and is a list.`,
      remedy: listedFields,
    };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return {
      code: 'missing-field',
      path,
      message: `The field "${last}" is missing.`,
      remedy: `Add ${last}.`,
    };
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      code: 'unknown-field',
      path,
      message: `The field "${last}" is not known here.`,
      remedy: adviseOnName(last, listFields(issue, schema)),
    };
  }
  const named = nameLast(path);
  if (issue.type === 'strict_object' || issue.type === 'array') {
    return {
      code: 'wrong-type',
      path,
      message: `${named} needs ${issue.type === 'array' ? 'a list' : 'fields, one a line'}.`,
      remedy: adviseOnForm(issue),
    };
  }
  const message = sayInWords(issue);
  return {
    code: 'wrong-value',
    path,
    message: `${named} ${message}.`,
    remedy: adviseOnValue(issue.input, message),
  };
}

/** What a path leads to, as a sentence begins; items of a list count from 1, as people do. */
function nameLast(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast((key) => typeof key === 'string');
  return list === undefined ? `Item ${last + 1}` : `Item ${last + 1} of "${list}"`;
}

/** The fields that may stand beside the one that an issue names. */
function listFields(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): readonly string[] {
  const steps = issue.path ?? [];
  let shapes = open(schema, steps[0]?.input);
  for (const { key, value } of steps.slice(0, -1)) {
    shapes = shapes
      .flatMap(({ entries, item, value: member }) => entries?.[String(key)] ?? item ?? member ?? [])
      .flatMap((shape) => open(shape, value));
  }
  return shapes.flatMap(({ entries }) => Object.keys(entries ?? {}));
}

/** What a schema comes down to where it is optional, chosen by its value, or one of several. */
function open(shape: Shape, input: unknown): readonly Shape[] {
  if (shape.getter) return open(shape.getter(input), input);
  if (shape.wrapped) return open(shape.wrapped, input);
  if (shape.type !== 'union' && shape.type !== 'variant') return [shape];
  return (shape.options ?? []).flatMap((one) => (typeof one === 'string' ? [] : open(one, input)));
}

function adviseOnName(name: string, fields: readonly string[]): string {
  const isOfCondition = (field: string): boolean => field === 'var' || field in conditionShapes;
  if (isOfCondition(name) && fields.some(isOfCondition)) {
    return 'A condition asks one thing. For several write all: or any: with a list, each in its own { }.';
  }
  const near = findNearestName(name, fields);
  if (near !== null) return `Did you mean "${near}"?`;
  if (fields.length === 0 || fields.length > 12) {
    return 'Remove it, or mend its spelling or its indentation; the schema lists the fields.';
  }
  return `Remove it, or mend its spelling or its indentation: here may stand ${fields.join(', ')}.`;
}

const listedFields = 'Write each field as name: value, without "- " before the first.';

function adviseOnForm({ type, input, path }: v.BaseIssue<unknown>): string {
  if (!path) return 'Begin the file as `drillbook new` does; `drillbook schema` lists its fields.';
  if (input === null || input === undefined) return 'Write it below, or take the field away.';
  if (type !== 'array') {
    return Array.isArray(input)
      ? listedFields
      : 'Write each field as name: value, indented below or inside { }.';
  }
  return typeof input === 'object'
    ? 'Begin each item with "- ", also where there is only one.'
    : 'Write [one, two], or each item on a line of its own after "- ".';
}

const types: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  boolean: 'must be true or false',
};

/** The library's own sentences speak to programmers; those of our schemas begin with must, needs or has. */
function sayInWords(issue: v.BaseIssue<unknown>): string {
  const { type, message, input, requirement } = issue;
  if (message.startsWith('must be minutes (12)') && Number(input) > mostMinutes) {
    return `must be at most ${mostMinutes} minutes, which are 30 days`;
  }
  if (/^(?:must|needs|has)\b/.test(message)) return message;
  if (issue.kind === 'schema' && types[type] !== undefined) {
    const written = typeof input === 'object' ? '' : `, not ${JSON.stringify(input).slice(0, 60)}`;
    return `${types[type]}${written}`;
  }
  const [bound, is] = [String(requirement), `is ${String(input)}, and`];
  if (type === 'min_value') return `${is} must be at least ${bound}`;
  if (type === 'max_value') return `${is} must be at most ${bound}`;
  if (type === 'min_length') return `must have at least ${bound} ${nameUnit(input, bound)}`;
  if (type === 'max_length') return `must have at most ${bound} ${nameUnit(input, bound)}`;
  if (type === 'integer') return 'must be a whole number';
  if (issue.kind === 'schema' && issue.expected !== null) return sayExpected(issue.expected);
  return `is not valid: ${message}`;
}

/** What the length of a value counts. */
function nameUnit(input: unknown, count: string): string {
  const unit = typeof input === 'string' ? 'character' : 'item';
  return count === '1' ? unit : `${unit}s`;
}

/** What the library calls the kinds of value. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'fields, one a line',
  Array: 'a list',
};

/** @param expected as the library writes it: `"a"`, or `("a" | "b")` */
function sayExpected(expected: string): string {
  const words = expected.replace(/^\((.*)\)$/, '$1').split(' | ');
  const said = words.map((word) => kinds[word] ?? word.replace(/^"(.*)"$/, '$1'));
  return said.length === 1 ? `must be ${said[0] ?? ''}` : `must be one of ${said.join(', ')}`;
}

function adviseOnValue(input: unknown, message: string): string {
  if (input === null) return 'Write the value after the colon, or take the field away.';
  const words = /^must be one of:? (.+)$/.exec(message)?.[1]?.match(/[\w-]+/g) ?? [];
  const written =
    typeof input === 'string' ? [input] : typeof input === 'object' ? Object.keys(input) : [];
  for (const word of written) {
    const near = findNearestName(word, words);
    if (near !== null && near !== word) return `Did you mean "${near}"?`;
  }
  if (/^must be (?:a|an|Markdown) (?:text|id|UTC time|list)\b/.test(message)) {
    if (typeof input === 'number' || typeof input === 'boolean') return 'Put it in quotes.';
  }
  if (/^must be a (?:number|whole number)\b/.test(message) && typeof input === 'string') {
    return /^-?\d+(?:\.\d+)?$/.test(input)
      ? `Write it without quotes: ${input}.`
      : 'Write figures, without quotes: 3.';
  }
  if (message.startsWith('must be true or false')) return 'Write true or false, without quotes.';
  return 'Write a value of that form.';
}
