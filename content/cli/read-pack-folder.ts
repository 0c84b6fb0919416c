import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import {
  belongsToDrill,
  isKeptAsBase64,
  writeDrillManifest,
} from '../engine/format/drill-manifest.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import {
  listSlugs,
  loadDrill,
  loadPack,
  type DrillEntry,
  type LoadedPack,
} from '../engine/format/load-pack.ts';

/** A pack as it lies in a folder. Paths use `/` on every system. */
export interface PackFolder {
  readonly folder: string;
  /** All of it, loaded when it is asked for first. */
  readonly pack: LoadedPack;
  /** The folder names of its drills, sorted. */
  readonly slugs: readonly string[];
  /** One of its drills, without the rest of the pack. */
  loadDrill(slug: string): DrillEntry;
  /** Every file of the pack, sorted. */
  readonly paths: readonly string[];
  readText(path: string): string;
  /** The text of each evidence file of a drill that is there. */
  readEvidence(slug: string, drill: Drill): ReadonlyMap<string, string>;
  /** SHA-256 of the drill's manifest: what an attempt keeps. */
  hashDrill(slug: string): string;
}

/** Reads a pack folder. Throws only what the file system throws. */
export function readPackFolder(folder: string): PackFolder {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const readText = (path: string): string =>
    readFileSync(join(folder, path), isKeptAsBase64(path) ? 'base64' : 'utf8');
  const texts = new Map(
    paths.filter((path) => /\.(?:ya?ml|md)$/i.test(path)).map((path) => [path, readText(path)]),
  );
  let pack: LoadedPack | null = null;
  return {
    folder,
    get pack() {
      return (pack ??= loadPack(texts));
    },
    slugs: listSlugs(texts),
    loadDrill: (slug) => loadDrill(texts, slug),
    paths,
    readText,
    readEvidence: (slug, drill) =>
      new Map(
        drill.evidence.flatMap(({ id, file }) => {
          const path = `drills/${slug}/${file}`;
          return paths.includes(path) ? [[id, readText(path)] as const] : [];
        }),
      ),
    hashDrill: (slug) => {
      const listed = paths
        .filter((path) => belongsToDrill(path, slug))
        .map((path) => ({ path, sha256: hashBytes(readFileSync(join(folder, path))) }));
      return hashBytes(writeDrillManifest(slug, listed));
    },
  };
}

function hashBytes(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
