import type { Shape } from './ipc-shape.ts';

/** Deeper than anything the app writes; keeps the walk off the end of the stack. */
const jsonDepth = 200;

/**
 * Says what is wrong with a value from the page, as words that follow its place ("payload.url is
 * longer than 2000"), or null. Total: values that structured cloning lets through (cycles, maps,
 * dates, `__proto__` as a key) are faults like any other, never exceptions.
 */
export function findFault(shape: Shape, value: unknown, place = 'payload'): string | null {
  switch (shape.kind) {
    case 'nothing':
      return value === undefined ? null : `${place} is not empty`;
    case 'text':
      if (typeof value !== 'string') return `${place} is no text`;
      return value.length <= shape.max ? null : `${place} is longer than ${shape.max}`;
    case 'integer':
      if (!Number.isSafeInteger(value)) return `${place} is no whole number`;
      return (value as number) >= shape.min && (value as number) <= shape.max
        ? null
        : `${place} is not between ${shape.min} and ${shape.max}`;
    case 'flag':
      return typeof value === 'boolean' ? null : `${place} is neither true nor false`;
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value)
        ? null
        : `${place} is none of ${shape.of.join(', ')}`;
    case 'bytes':
      if (!(value instanceof Uint8Array)) return `${place} is no Uint8Array`;
      return value.byteLength <= shape.max ? null : `${place} is larger than ${shape.max} bytes`;
    case 'json':
      return spendJson(value, 0, shape.max) < 0
        ? `${place} is no plain JSON, or larger than ${shape.max}`
        : null;
    case 'nullable':
      return value === null ? null : findFault(shape.of, value, place);
    case 'list':
      return findFaultInList(shape, value, place);
    case 'fields':
      return findFaultInFields(shape, value, place);
  }
}

function findFaultInList(
  shape: Extract<Shape, { kind: 'list' }>,
  value: unknown,
  place: string,
): string | null {
  if (!isPlainArray(value)) return `${place} is no list`;
  if (value.length > shape.max) return `${place} has more than ${shape.max} items`;
  for (const [index, item] of value.entries()) {
    const fault = findFault(shape.of, item, `${place}[${index}]`);
    if (fault !== null) return fault;
  }
  return null;
}

function findFaultInFields(
  shape: Extract<Shape, { kind: 'fields' }>,
  value: unknown,
  place: string,
): string | null {
  if (!isPlainObject(value)) return `${place} is no object`;
  const wanted = Object.keys(shape.fields);
  const found = Object.keys(value);
  // The page chooses the names of what is too much, so they are not repeated.
  if (found.some((name) => !wanted.includes(name))) return `${place} has a field too many`;
  for (const [name, of] of Object.entries(shape.fields)) {
    if (!Object.hasOwn(value, name)) return `${place}.${name} is missing`;
    const fault = findFault(of, value[name], `${place}.${name}`);
    if (fault !== null) return fault;
  }
  return null;
}

/** What is left of a budget after a JSON value is paid for; negative for anything else. */
function spendJson(value: unknown, depth: number, budget: number): number {
  if (depth > jsonDepth) return -1;
  if (value === null || typeof value === 'boolean') return budget - 1;
  if (typeof value === 'number') return Number.isFinite(value) ? budget - 1 : -1;
  if (typeof value === 'string') return budget - 1 - value.length;
  let left = budget - 1;
  if (isPlainArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index += 1) {
      left = spendJson(value[index], depth + 1, left);
    }
    return left;
  }
  if (!isPlainObject(value)) return -1;
  for (const [name, item] of Object.entries(value)) {
    if (left < 0 || name === '__proto__') return -1;
    left = spendJson(item, depth + 1, left - 1 - name.length);
  }
  return left;
}

/** Without further properties: `Object.assign([], { x: 1 })` survives cloning. */
function isPlainArray(value: unknown): value is unknown[] {
  return Array.isArray(value) && Object.keys(value).length === value.length;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
