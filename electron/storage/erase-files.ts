import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Between the name of a folder and the moment at which it was erased. */
const erasing = '.erasing-';

/**
 * Takes a folder out of force in one step: a kill at any moment leaves all of it there or none. What was
 * moved is removed next.
 *
 * @param stamp the end of a name that no earlier attempt had
 * @throws as moving a folder does; it is then where it was
 */
export function moveToErase(folder: string, stamp: string): Promise<void> {
  return rename(folder, `${folder}${erasing}${stamp}`);
}

/** Paths of what was moved to be erased, now or in a run that broke off. */
export async function listErasing(folder: string): Promise<readonly string[]> {
  const parent = dirname(folder);
  const names = await readdir(parent);
  return names
    .filter((name) => name.startsWith(`${basename(folder)}${erasing}`))
    .map((name) => join(parent, name));
}

/** Removes what can be removed; returns the paths that are left, each with why. */
export async function removePaths(
  paths: readonly string[],
): Promise<readonly { readonly path: string; readonly error: unknown }[]> {
  const left: { path: string; error: unknown }[] = [];
  for (const path of paths) {
    try {
      await rm(path, { recursive: true, force: true });
    } catch (error) {
      left.push({ path, error });
    }
  }
  return left;
}
