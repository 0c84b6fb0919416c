import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
