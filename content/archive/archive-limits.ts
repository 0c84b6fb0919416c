import { isLeftByBuild } from '../engine/format/parsed-files.ts';

const mebibyte = 1024 * 1024;

/** What an archive may be at most. Whatever is larger is refused before any of it is unpacked. */
export const archiveLimits = {
  /** Bytes of the archive itself. */
  bytes: 64 * mebibyte,
  entries: 2_000,
  /** Bytes of one file, unpacked. */
  fileBytes: 20 * mebibyte,
  /** Bytes of all files together, unpacked. */
  totalBytes: 128 * mebibyte,
  /** Bytes of all YAML together: to parse so much takes seconds. The core pack has less than 1 MB. */
  yamlBytes: 4 * mebibyte,
  /** Unpacked bytes for each packed byte, of the whole and of each file that is not small. */
  ratio: 200,
  /** Names in a path: `drills/a-slug/evidence/a.csv` has four. */
  depth: 6,
  /** UTF-8 bytes of a path. */
  nameBytes: 200,
  /** Time for reading one archive, as far as the processor gave it. */
  milliseconds: 2_000,
  /** What reading may take on top for each unpacked byte: a second for as much as there may be. */
  millisecondsByByte: 1_000 / (128 * mebibyte),
} as const;

/** How the name of a file may end: data that is read as text, and two kinds of picture. */
export const fileEndings = [
  ...['yaml', 'yml', 'md', 'txt', 'json', 'jsonl', 'csv', 'tsv', 'log', 'eml', 'diff', 'patch'],
  ...['conf', 'cfg', 'ini', 'toml', 'tf', 'xml', 'png', 'jpg', 'jpeg'],
] as const;
const knownEndings: ReadonlySet<string> = new Set(fileEndings);
export const namesWithoutEnding = ['LICENSE', 'NOTICE'] as const;
const plainNames: ReadonlySet<string> = new Set(namesWithoutEnding);
/** What a name may have besides letters, digits and spaces: every file system takes these as they are. */
export const nameSigns = "_.,@~+()=#'-";

/** Why a file with this name may be in no archive, whatever is in it, or null. */
export function findKindFault(path: string): 'file_type' | 'file_parsed' | null {
  if (isLeftByBuild(path)) return 'file_parsed';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const isKnown =
    dot > 0 ? knownEndings.has(name.slice(dot + 1).toLowerCase()) : plainNames.has(name);
  return isKnown ? null : 'file_type';
}
