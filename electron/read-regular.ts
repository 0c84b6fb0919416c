import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

// Windows has neither. What waits for a writer (a pipe) is not waited for.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
const readOnly = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * The bytes of a regular file that is no link. All is asked of the open file, so that nothing can be put
 * in its place between a look and the reading.
 *
 * @param most bytes it may hold
 * @throws as opening and reading does
 */
export async function readRegular(
  path: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'no_file' | 'too_large'> {
  const file = await openHere(path);
  if (!file) return 'no_file';
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return 'no_file';
    if (stats.size > most) return 'too_large';
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/** null where it is a link: systems say so in words of their own. */
async function openHere(path: string) {
  try {
    return await open(path, readOnly);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK' || code === 'EFTYPE') return null;
    throw error;
  }
}
