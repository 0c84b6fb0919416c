import { findNearestName } from '../engine/format/nearest-name.ts';

/** Why a command cannot be carried out: wrong usage or input that cannot be read. Exit code 2, one line. */
export class CommandFault extends Error {}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EEXIST: 'it exists already. Nothing was written: name another file, or move this one away',
  EISDIR: 'it is a folder',
  EFBIG: 'it would be larger than the system lets a file be',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'it, or what should be a folder on the way to it, is a file',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EPERM: 'access is denied',
  EROFS: 'the disk is read-only',
};

/** Does something with a file; what the file system refuses becomes one line that names the file. */
export function withFile<T>(doing: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = readErrorCode(error);
    if (code === null) throw error;
    const why =
      code === 'ENOENT' && doing !== 'read'
        ? 'the folder that it belongs into does not exist; make it first'
        : (reasons[code] ?? code);
    throw new CommandFault(`Cannot ${doing} ${path}: ${why}.`);
  }
}

/** What a code of Node's means, as the end of a sentence; undefined for one that is rare. */
export function explainCode(code: string): string | undefined {
  return reasons[code];
}

/** The code of an error of Node's own, such as ENOENT; null for any other. */
export function readErrorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof Error && typeof code === 'string' ? code : null;
}

/** ` Did you mean "…"?` where one of the names is near to what was typed; else nothing. */
export function suggest(typed: string, names: Iterable<string>): string {
  const near = findNearestName(typed, names);
  return near === null ? '' : ` Did you mean "${near}"?`;
}
