import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readErrorCode } from './command-fault.ts';

/**
 * Makes a folder and whatever is missing above it. Node's own way calls a read-only disk one that
 * does not exist, and tries for ever where the system takes no folders at all (/proc).
 *
 * @throws what the file system throws
 */
export function makeFolders(folder: string): void {
  const full = resolve(folder);
  if (existsSync(full)) return;
  makeFolders(dirname(full));
  try {
    mkdirSync(full);
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST') throw error; // somebody else was quicker
  }
}
