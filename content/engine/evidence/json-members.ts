/**
 * JSON out of a text; undefined where it is none, or is nested too deeply to be read. A whole number that
 * the host's numbers cannot hold is its figures as a text, as is one beyond all of them: rounded, it would
 * be another record's id.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(mayBeInexact.test(text) ? text.replace(token, keepFigures) : text);
  } catch {
    return undefined;
  }
}

/** Figures enough for a number that would be rounded, or an exponent for one without end: rare, also in ids of hex. */
const mayBeInexact = /\d{16}|\d[eE]\+?\d{3}/;
/** A string, also one that nothing closes, or a number. Goes over a text once. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

function keepFigures(written: string): string {
  if (written.startsWith('"')) return written;
  const value = Number(written);
  const isWhole = /^-?\d+$/.test(written);
  const isExact = Number.isFinite(value) && (!isWhole || BigInt(written) === BigInt(value));
  // `0123` is no number of JSON, and must not become a text of it.
  return isExact || /^-?0\d/.test(written) ? written : `"${written}"`;
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
