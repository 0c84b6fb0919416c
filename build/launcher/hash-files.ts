import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * One SHA-256 over paths and bytes of files; neither times nor the order of a folder matter.
 *
 * @param names files and folders below `root`; one that is not there counts as empty
 * @param accept given a path below `root`, with `/` between its parts
 */
export function hashFiles(
  root: string,
  names: readonly string[],
  accept: (path: string) => boolean,
): string {
  const hash = createHash('sha256');
  const paths = names.flatMap((name) => listFiles(root, name)).filter(accept);
  for (const path of [...new Set(paths)].sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function listFiles(root: string, name: string): string[] {
  const top = join(root, name);
  if (!existsSync(top)) return [];
  if (statSync(top).isFile()) return [name];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
