import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeStamp } from './stamp.ts';

/**
 * Moves damaged files to where they are kept, into a folder named by the date.
 *
 * @throws as moving a file does; those before it are moved then
 */
export async function setAside(aside: string, paths: readonly string[], now: Date): Promise<void> {
  const folder = join(aside, `damaged-${writeStamp(now)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [index, path] of paths.entries()) {
    await rename(path, join(folder, `${index}-${basename(path)}`));
  }
}
