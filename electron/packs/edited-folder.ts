import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { archiveLimits, findKindFault } from '../../content/archive/archive-limits.ts';
import { findNameFault } from '../../content/archive/check-name.ts';
import { writeFileName } from '../../content/engine/format/file-name.ts';
import { readRegular } from '../read-regular.ts';

/** What a system leaves in folders; names that begin with a dot are left out as well. */
const leftBySystems: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini', 'Icon\r']);
const mebibyte = 1024 * 1024;
/** A second copy of the same version gets a number; nobody needs more. */
const mostCopies = 99;

export type FolderRead =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  /** What is wrong, as the beginning of a sentence for people. */
  | { readonly ok: false; readonly why: string };

/**
 * Writes files into a new folder, all or nothing: beside its place, then moved there. Where the name
 * is taken it gets a number.
 *
 * @returns the folder
 * @throws as writing does; nothing is left then
 */
export async function writeEditableCopy(
  files: ReadonlyMap<string, Uint8Array>,
  parent: string,
  name: string,
): Promise<string> {
  const part = join(parent, `${name}.${randomUUID().slice(0, 8)}.part`);
  try {
    for (const [path, bytes] of files) {
      const target = join(part, ...path.split('/'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes, { flag: 'wx' });
    }
    const place = await findFreeName(parent, name);
    await rename(part, place);
    return place;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Reads what the person edited: regular files alone, within the limits of a pack, and none through a
 * link. Hidden files, and what systems leave in folders, are no part of it.
 *
 * @throws as reading does
 */
export async function readEditedFolder(folder: string): Promise<FolderRead> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || leftBySystems.has(entry.name)) continue;
      const full = join(next, entry.name);
      const path = relative(folder, full).split(sep).join('/').normalize('NFC');
      const fault = findEntryFault(entry, path, files.size);
      if (fault !== null) return { ok: false, why: fault };
      if (entry.isDirectory()) {
        waiting.push(full);
        continue;
      }
      const bytes = await readRegular(full, archiveLimits.fileBytes);
      if (bytes === 'too_large')
        return { ok: false, why: `“${writeFileName(path)}” is larger than 20 MB` };
      // Another thing was put in its place since the folder was listed.
      if (bytes === 'no_file') return { ok: false, why: noFile(path) };
      total += bytes.length;
      if (total > archiveLimits.totalBytes) {
        return { ok: false, why: `It holds more than ${archiveLimits.totalBytes / mebibyte} MB` };
      }
      files.set(path, bytes);
    }
  }
  return files.has('pack.yaml')
    ? { ok: true, files }
    : { ok: false, why: 'There is no pack.yaml in it, so it is no copy of a pack' };
}

function findEntryFault(
  entry: { isDirectory(): boolean; isFile(): boolean },
  path: string,
  found: number,
): string | null {
  if (path.split('/').length > archiveLimits.depth) {
    return `“${writeFileName(path)}” lies more than six folders deep`;
  }
  if (entry.isDirectory()) return null;
  if (!entry.isFile()) return noFile(path);
  if (found >= archiveLimits.entries - 1) return 'It holds more than 2,000 files';
  if (findNameFault(path) !== null)
    return `“${writeFileName(path)}” has a name that no pack may have`;
  return findKindFault(path) === null
    ? null
    : `“${writeFileName(path)}” is a kind of file that no pack holds`;
}

function noFile(path: string): string {
  return `“${writeFileName(path)}” is a link or a device, not a file`;
}

async function findFreeName(parent: string, name: string): Promise<string> {
  for (let copy = 1; copy <= mostCopies; copy += 1) {
    const place = join(parent, copy === 1 ? name : `${name}-${copy}`);
    const there = await lstat(place).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (!there) return place;
  }
  throw new Error('There are too many copies in that folder.');
}
