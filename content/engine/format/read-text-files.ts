import type { Checked, Fault } from './fault.ts';
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
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: data };
}

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
  if (
    only?.[0] === 'file' &&
    typeof only[1] === 'string' &&
    /^[\w-]+(?:\/[\w-]+)*\.md$/.test(only[1])
  ) {
    return read(path, only[1]);
  }
  return Object.fromEntries(
    entries.map(([key, member]) => [key, readTexts(member, [...path, key], read)]),
  );
}
