/** JSON out of a text; undefined where it is none, or is nested too deeply to be read. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A member of an object or an item of a list by its number; its own ones only. */
export function readMember(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** `a.b.0.c`; undefined where the way ends before. */
export function readPath(value: unknown, path: string): unknown {
  return path.split('.').reduce(readMember, value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A record's id; null where it is neither a text nor a number. */
export function writeId(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A value as a cell shows it: texts as they are, lists and objects as JSON, nothing for null. */
export function writeCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested more deeply than can be written.
    return '…';
  }
}
