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
const fileTypes: ReadonlySet<string> = new Set([
  ...['yaml', 'yml', 'md', 'txt', 'json', 'jsonl', 'csv', 'tsv', 'log', 'eml', 'diff', 'patch'],
  ...['conf', 'cfg', 'ini', 'toml', 'tf', 'xml', 'png', 'jpg', 'jpeg'],
]);
const plainNames: ReadonlySet<string> = new Set(['LICENSE', 'NOTICE']);

/** Whether a file with this name may be in an archive at all. */
export function isAllowedFile(path: string): boolean {
  if (isLeftByBuild(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? fileTypes.has(name.slice(dot + 1).toLowerCase()) : plainNames.has(name);
}
