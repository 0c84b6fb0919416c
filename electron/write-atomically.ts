import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

// Not the package write-file-atomic: it names its temporary files by `__filename`, which the bundled
// main process, an ES module, does not have (2026-11-24).

/**
 * Writes a file so that after a crash it is either the old or the new one, whole, and on the disk.
 * A crash can leave `<name>.<uuid>.part` beside it; sweepParts removes those.
 *
 * @throws as writing a file does (ENOSPC, EROFS, EACCES …); the old file is then unchanged
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await putAtomically(path, (part) => writeFile(part, content, { flag: 'wx' }));
}

/**
 * The same for what is written bit by bit: `write` makes the file that it is given, which becomes the
 * one at `path` once it is on the disk.
 *
 * @throws what `write` throws; the old file is then unchanged
 */
export async function putAtomically(
  path: string,
  write: (part: string) => Promise<unknown>,
): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await write(part);
    const file = await open(part, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Puts the new name itself on the disk. Windows has no such thing and refuses. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a crash left of earlier attempts to write this file. */
export async function sweepParts(path: string): Promise<void> {
  const leftover = /^\.[0-9a-f-]{36}\.part$/;
  const name = basename(path);
  for (const entry of await readdir(dirname(path))) {
    if (entry.startsWith(name) && leftover.test(entry.slice(name.length))) {
      await rm(join(dirname(path), entry), { force: true });
    }
  }
}
