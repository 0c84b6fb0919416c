import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder beside a place that is to be filled all or nothing; it goes when this process does,
 * however it ends.
 *
 * @param {string} place
 */
export function makeScratchFolder(place) {
  mkdirSync(dirname(place), { recursive: true });
  const folder = mkdtempSync(`${place}-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Puts a folder that was filled where it belongs, unless another start has done so meanwhile: then that
 * one, which is the same, stays.
 *
 * @param {string} made
 * @param {string} place
 */
export function putInPlace(made, place) {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}
