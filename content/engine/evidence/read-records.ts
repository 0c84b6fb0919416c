import { isRecord, parseJson, readMember } from './json-members.ts';

/** A JSON record, and where it begins. */
export interface JsonRecord {
  readonly value: Readonly<Record<string, unknown>>;
  /** Line of the file, from 1; null inside a document, where records share lines. */
  readonly line: number | null;
}

export interface JsonRecords {
  readonly records: readonly JsonRecord[];
  /** Lines, from 1, that hold no record. */
  readonly brokenLines: readonly number[];
}

/**
 * The records of a file: a list, an object that holds the list under one of these names, one record
 * by itself, or one record a line. null where there is none at all.
 */
export function readRecords(text: string, listNames: readonly string[]): JsonRecords | null {
  const whole = parseJson(text);
  if (whole === undefined) return readJsonLines(text);
  const list = Array.isArray(whole)
    ? (whole as unknown[])
    : listNames.map((name) => readMember(whole, name)).find((member) => Array.isArray(member));
  if (Array.isArray(list)) {
    return {
      records: (list as unknown[]).map((value) => ({
        value: isRecord(value) ? value : {},
        line: null,
      })),
      brokenLines: [],
    };
  }
  const named = listNames.some((name) => readMember(whole, name) !== undefined);
  if (!isRecord(whole) || named) return null;
  const oneLine = !text.trim().includes('\n');
  const line = text.slice(0, text.length - text.trimStart().length).split('\n').length;
  return { records: [{ value: whole, line: oneLine ? line : null }], brokenLines: [] };
}

/** One record a line; null where no line holds one. */
export function readJsonLines(text: string): JsonRecords | null {
  const records: JsonRecord[] = [];
  const brokenLines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    // What begins otherwise is no record, and a parser that throws takes its time.
    const value = /^\s*[[{]/.test(line) ? parseJson(line) : null;
    if (value === null || typeof value !== 'object') brokenLines.push(index + 1);
    else records.push({ value: value as Record<string, unknown>, line: index + 1 });
  }
  return records.length === 0 ? null : { records, brokenLines };
}
