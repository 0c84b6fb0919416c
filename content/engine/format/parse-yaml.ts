import * as v from 'valibot';
import { isMap, isPair, isScalar, type Document, type LineCounter } from 'yaml';
import { composeYaml, type ComposedYaml } from './compose-yaml.ts';
import { describeIssue } from './describe-issue.ts';
import { openUnions } from './open-unions.ts';
import type { Checked, Fault, Finding } from './fault.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/** A YAML text with the places of its parts. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /**
   * The place of a path; the nearest parent that exists where the path itself does not. With `words`,
   * where these stand in the text at the path; wherever lines are folded, a space may be a break.
   */
  locate(path: readonly (string | number)[], words?: string): LinePlace;
}

/** Counted from 1. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads one YAML 1.2 text, behind the guards of compose-yaml.ts. Total: whatever is wrong is a value
 * with its place.
 */
export function parseYaml(file: string, text: string): Checked<YamlSource> {
  if (isOtherEncoding(text)) {
    return { ok: false, faults: [{ ...otherEncoding, file }] };
  }
  const plain = readPlainYaml(text);
  if (plain) {
    // Places are asked for where something is at fault: most texts never need them.
    let composed: ComposedYaml | null = null;
    return {
      ok: true,
      value: {
        file,
        data: plain.data,
        locate: (path, words) => find(text, (composed ??= composeYaml(text)), path, words),
      },
    };
  }
  const composed = composeYaml(text);
  if (!composed.ok) {
    const { code, message, remedy, offset } = composed.hazard;
    const at = place(composed.counter, offset);
    return {
      ok: false,
      faults: [{ code, severity: 'error', file, ...at, path: '', message, remedy }],
    };
  }
  const data: unknown = composed.document.toJS({ maxAliasCount: 0 });
  return {
    ok: true,
    value: { file, data, locate: (path, words) => find(text, composed, path, words) },
  };
}

/** UTF-16 read as UTF-8: every other character is nothing. */
export function isOtherEncoding(text: string): boolean {
  return text.startsWith('\ufffd\ufffd') || /^.\0|^\0/.test(text);
}

export const otherEncoding = {
  code: 'yaml',
  severity: 'error',
  line: 1,
  column: 1,
  path: '',
  message: 'The file is not in UTF-8; it looks like UTF-16.',
  remedy: 'Save it again from your editor, with UTF-8 as its encoding.',
} as const;

function find(
  text: string,
  composed: ComposedYaml,
  path: readonly (string | number)[],
  words?: string,
): LinePlace {
  if (!composed.ok) return { line: 1, column: 1 };
  const { document, counter } = composed;
  const at = words === undefined ? null : findWords(text, document, path, words);
  return at === null ? locate(document, counter, path) : place(counter, at);
}

/** Where words stand in the text at a path, as an offset; null where they are written otherwise. */
function findWords(
  text: string,
  document: Document.Parsed,
  path: readonly (string | number)[],
  words: string,
): number | null {
  const node = document.getIn(path, true);
  const range = isScalar(node) ? node.range : null;
  if (!range) return null;
  const [start, end] = range;
  const written = text.slice(start, end);
  const exact = written.indexOf(words);
  if (exact >= 0) return start + exact;
  const loose = findFolded(written, words);
  return loose === null ? null : start + loose;
}

/** Words in a text that folds its lines or doubles its quotes. */
function findFolded(written: string, words: string): number | null {
  const offsets: number[] = [];
  let folded = '';
  for (const { 0: piece, index } of written.matchAll(/\s+|''|[^]/g)) {
    offsets.push(index);
    folded += piece === "''" ? "'" : /^\s/.test(piece) ? ' ' : piece;
  }
  const at = folded.indexOf(words.trim().replace(/\s+/g, ' '));
  return at < 0 ? null : (offsets[at] ?? null);
}

function place(counter: LineCounter, offset: number): LinePlace {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function locate(
  document: Document.Parsed,
  counter: LineCounter,
  path: readonly (string | number)[],
): LinePlace {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = findOffset(document, path.slice(0, length));
    if (offset !== null) return place(counter, offset);
  }
  return { line: 1, column: 1 };
}

/** The key of a map's member rather than its value: that is where an author looks. */
function findOffset(document: Document.Parsed, path: readonly (string | number)[]): number | null {
  const last = path.at(-1);
  if (typeof last === 'string') {
    const parent = document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return null;
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === last) {
        return pair.key.range?.[0] ?? null;
      }
    }
    return null;
  }
  const node = (path.length === 0 ? document.contents : document.getIn(path, true)) as {
    range?: [number, number, number] | null;
  } | null;
  return node?.range?.[0] ?? null;
}

/** Gives findings their line and column. */
export function placeFindings(source: YamlSource, findings: readonly Finding[]): Fault[] {
  return findings.map(({ path, severity = 'error', ...rest }) => ({
    ...rest,
    severity,
    ...source.locate(path),
    file: source.file,
    path: path.join('.'),
  }));
}

/** Checks data that was read (and perhaps completed, see load-pack.ts) against a schema. */
export function checkShape<S extends v.GenericSchema>(
  source: YamlSource,
  schema: S,
  data: unknown = source.data,
): Checked<v.InferOutput<S>> {
  const checked = v.safeParse(schema, data, { abortPipeEarly: true });
  if (checked.success) return { ok: true, value: checked.output };
  // A misspelt field is missing as well: the spelling is what the author must hear of first.
  const rank = ({ code }: Finding): number => (code === 'unknown-field' ? 0 : 1);
  const findings = openUnions(checked.issues, schema)
    .map((issue) => describeIssue(issue, schema))
    .sort((a, b) => rank(a) - rank(b));
  // Every field that a list has not is one fault of that list.
  const told = findings.filter(
    ({ code, path, message }, index) =>
      code !== 'wrong-type' ||
      index === findings.findIndex((one) => one.message === message && isSame(one.path, path)),
  );
  return { ok: false, faults: placeFindings(source, told) };
}

function isSame(one: Finding['path'], other: Finding['path']): boolean {
  return one.join('\n') === other.join('\n');
}
