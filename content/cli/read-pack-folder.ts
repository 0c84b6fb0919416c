import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import type { Drill } from '../engine/format/drill-schema.ts';
import { loadPack, type LoadedPack } from '../engine/format/load-pack.ts';

/** A pack as it lies in a folder. Paths use `/` on every system. */
export interface PackFolder {
  readonly folder: string;
  readonly pack: LoadedPack;
  /** Every file of the pack, sorted. */
  readonly paths: readonly string[];
  readText(path: string): string;
  /** The text of each evidence file of a drill that is there. */
  readEvidence(slug: string, drill: Drill): ReadonlyMap<string, string>;
  /** SHA-256 over the drill's own files, names and contents: what an attempt keeps. */
  hashDrill(slug: string): string;
}

/** Reads a pack folder. Throws only what the file system throws. */
export function readPackFolder(folder: string): PackFolder {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const readText = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const texts = new Map(
    paths.filter((path) => /\.(?:ya?ml|md)$/.test(path)).map((path) => [path, readText(path)]),
  );
  return {
    folder,
    pack: loadPack(texts),
    paths,
    readText,
    readEvidence: (slug, drill) =>
      new Map(
        drill.evidence.flatMap(({ id, file }) => {
          const path = `drills/${slug}/${file}`;
          return paths.includes(path) ? [[id, readText(path)] as const] : [];
        }),
      ),
    hashDrill: (slug) =>
      hashFiles(
        paths
          .filter((path) => belongsToDrill(path, slug))
          .map((path) => [path, readFileSync(join(folder, path))]),
      ),
  };
}

/** What a drill's hash covers: drill.yaml, its texts and its evidence; not storyline or golden logs. */
export function belongsToDrill(path: string, slug: string): boolean {
  const own = `drills/${slug}/`;
  if (!path.startsWith(own)) return false;
  const rest = path.slice(own.length);
  return rest === 'drill.yaml' || rest.startsWith('evidence/') || rest.endsWith('.md');
}

/** SHA-256 over `path, NUL, SHA-256 of the bytes, newline` for each file in the order of its path. */
export function hashFiles(files: readonly (readonly [path: string, bytes: Uint8Array])[]): string {
  const whole = createHash('sha256');
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    whole.update(`${path}\0${createHash('sha256').update(bytes).digest('hex')}\n`);
  }
  return whole.digest('hex');
}
