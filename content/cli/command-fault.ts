/** Why a command cannot be carried out: wrong usage or input that cannot be read. Exit code 2, one line. */
export class CommandFault extends Error {}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
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
    throw new CommandFault(`Cannot ${doing} ${path}: ${reasons[code] ?? code}.`);
  }
}

/** The code of an error of Node's own, such as ENOENT; null for any other. */
export function readErrorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof Error && typeof code === 'string' ? code : null;
}
