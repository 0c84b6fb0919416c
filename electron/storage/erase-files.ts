import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What is to be erased is moved into a folder of such a name first, within the folder it lies in. */
const erasing = /^erasing-/;

/**
 * Takes files and folders out of a folder, all of them or none: they count no more, and are removed next.
 *
 * @param stamp part of a name that no earlier attempt had
 * @throws as moving a file does; everything is then where it was
 */
export async function moveToErase(
  folder: string,
  names: readonly string[],
  stamp: string,
): Promise<void> {
  const target = join(folder, `erasing-${stamp}`);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const moved: string[] = [];
  try {
    for (const name of names) {
      try {
        await rename(join(folder, name), join(target, name));
        moved.push(name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  } catch (error) {
    for (const name of moved.reverse()) await rename(join(target, name), join(folder, name));
    await rm(target, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** Paths of what was moved to be erased, now or in a run that broke off. */
export async function listErasing(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => erasing.test(name)).map((name) => join(folder, name));
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
