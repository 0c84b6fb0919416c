import type { Checked, Fault, Finding } from './fault.ts';
import { placeFindings, type YamlSource } from './parse-yaml.ts';

type Path = readonly (string | number)[];

/**
 * The data of a file with the text in the place of every `{ file: name.md }`.
 *
 * @param folder in which such files lie, with its / at the end
 */
export function readTextFiles(
  source: YamlSource,
  texts: ReadonlyMap<string, string>,
  folder: string,
): Checked<unknown> {
  const faults: Fault[] = [];
  const data = readTexts(source.data, [], (path, name) => {
    const text = texts.get(folder + name);
    if (text !== undefined) return text;
    faults.push(
      ...placeFindings(source, [
        {
          code: 'missing-text',
          path,
          message: `${name} is missing.`,
          remedy: `Write ${folder}${name}, or put the text here.`,
        },
      ]),
    );
    return '?';
  });
  faults.push(...placeFindings(source, findBareNames(source.data, [], texts, folder)));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: data };
}

/** Texts that are no more than the name of a file that is there: its name would be read in its place. */
function findBareNames(
  value: unknown,
  path: Path,
  texts: ReadonlyMap<string, string>,
  folder: string,
): readonly Finding[] {
  if (typeof value === 'string') {
    const name = value.trim();
    const isText = textName.test(name) && texts.has(folder + name);
    if (!isText || name.startsWith('evidence/') || path.at(-1) === 'file') return [];
    const field = path.findLast((key) => typeof key === 'string') ?? '';
    return [
      {
        code: 'wrong-value',
        path,
        message: `"${field}" is the name of a file, and would be read as these words.`,
        remedy: `For what ${name} says write { file: ${name} } here.`,
      },
    ];
  }
  if (value === null || typeof value !== 'object') return [];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return members.flatMap(([key, member]) => findBareNames(member, [...path, key], texts, folder));
}

/** How the name of a text beside a YAML file is written. */
const textName = /^[\w-]+(?:\/[\w-]+)*\.md$/;

/** Puts the text in the place of every `{ file: name.md }`. */
function readTexts(
  value: unknown,
  path: Path,
  read: (path: Path, name: string) => string,
): unknown {
  if (Array.isArray(value))
    return value.map((member, index) => readTexts(member, [...path, index], read));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only?.[0] === 'file' && typeof only[1] === 'string' && textName.test(only[1])) {
    return read(path, only[1]);
  }
  return Object.fromEntries(
    entries.map(([key, member]) => [key, readTexts(member, [...path, key], read)]),
  );
}
