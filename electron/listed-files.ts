import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file that the build put beside the app. */
export interface ListedFile {
  /** Relative to its folder, with `/` between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

/** What a list is not trusted to hold, though the build writes it: a way out of the folder. */
const plainPath = /^(?!\.{1,2}(?:\/|$))[\w.@~-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.@~-]+)*$/;

function isPlainPath(path: unknown): path is string {
  return typeof path === 'string' && plainPath.test(path);
}

/** @throws if an entry is not one */
export function checkListedFile(entry: unknown): ListedFile {
  const { path, size, sha256 } = entry as Record<keyof ListedFile, unknown>;
  if (
    !isPlainPath(path) ||
    typeof size !== 'number' ||
    !Number.isSafeInteger(size) ||
    typeof sha256 !== 'string' ||
    !/^[0-9a-f]{64}$/.test(sha256)
  ) {
    throw new Error('A list of files written by the build has an entry that is none.');
  }
  return { path, size, sha256 };
}

/**
 * The bytes of a listed file.
 *
 * @throws if it is not there, or is not the one that the build listed
 */
export async function readListedFile(folder: string, file: ListedFile): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, file.path));
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw new Error('A file of the app is not the one that the build listed.');
  }
  return bytes;
}
