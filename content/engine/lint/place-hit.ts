import type { Fault } from '../format/fault.ts';
import type { LinePlace, YamlSource } from '../format/parse-yaml.ts';
import { findIds } from './find-ids.ts';
import type { LintHit, RuleText, TextSubject } from './rule.ts';

type Path = readonly (string | number)[];

/** A file with its text; `file` is its path in the pack. */
interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * A hit as a fault with its place: in the YAML file, or in the file beside it that holds the text.
 *
 * @param folder in which such files lie, with its / at the end
 */
export function placeHit(
  source: YamlSource,
  folder: string,
  subject: TextSubject,
  rule: RuleText,
  { path, words, offset, message, remedy = rule.remedy }: LintHit,
): Fault & { readonly ids: readonly string[] } {
  // Without either it is the entry that is at fault, not what its file says.
  const inFile = words !== undefined || offset !== undefined;
  const beside = findBeside(source, folder, subject, path, inFile);
  const place = beside
    ? findPlace(beside.text, offset ?? beside.text.indexOf(words ?? ''))
    : source.locate(path, words);
  return {
    code: rule.name,
    severity: rule.severity,
    file: beside?.file ?? source.file,
    ...place,
    path: path.join('.'),
    message,
    remedy,
    ids: findIds(source.data, path),
  };
}

function findBeside(
  { data }: YamlSource,
  folder: string,
  subject: TextSubject,
  path: Path,
  inFile: boolean,
): TextFile | null {
  // `{ file: brief.md }` stands where the text was put.
  const written = readAt(data, path);
  const text = readAt(subject.data, path);
  if (typeof text === 'string' && written !== null && typeof written === 'object') {
    const { file } = written as { readonly file?: unknown };
    return typeof file === 'string' ? { file: folder + file, text } : null;
  }
  if (!inFile) return null;
  const own = subject.files.find((one) => one.path.join('.') === path.join('.'));
  return own ? { file: folder + own.file, text: own.text } : null;
}

function readAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | null | undefined)?.[key],
    data,
  );
}

function findPlace(text: string, offset: number): LinePlace {
  const before = text.slice(0, Math.max(0, offset));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
