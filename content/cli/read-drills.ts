import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ExerciseFile } from '../engine/format/load-exercises.ts';
import { loadDrill, type DrillEntry } from '../engine/format/load-pack.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { readBundledPacks, readNamedPack } from './find-packs.ts';
import { isPlainFile, readInputFile } from './read-input-file.ts';
import { suggestRename } from './suggest-rename.ts';
import type { PackFolder } from './read-pack-folder.ts';

/** A drill as it was found, with the texts of its evidence. */
export interface ReadDrill {
  readonly entry: DrillEntry;
  readonly readEvidence: () => ReadonlyMap<string, string>;
}

/** What lies at a path that was named. */
export interface ReadAt {
  readonly drills: readonly ReadDrill[];
  /** Those of packs that were read whole. */
  readonly exercises: readonly ExerciseFile[];
}

/**
 * The drills and exercises at a path: a pack's folder, a drill's folder or a drill.yaml; without one,
 * those that come with Drillbook.
 */
export function readAt(path: string | undefined): ReadAt {
  if (path === undefined) return listAll(readBundledPacks());
  const isFolder = withFile('read', path, () => statSync(path).isDirectory());
  if (isFolder && existsSync(join(path, 'pack.yaml'))) return listAll([readNamedPack(path)]);
  const folder = resolve(isFolder ? path : dirname(path));
  const named = isFolder ? isPlainFile(join(path, 'drill.yaml')) : basename(path) === 'drill.yaml';
  if (!named) {
    const remedy = suggestRename(folder, 'drill.yaml') || suggestRename(folder, 'pack.yaml');
    throw new CommandFault(
      `${path} is not a pack's folder, a drill's folder or a drill.yaml.${remedy}`,
    );
  }
  return { drills: [readLoneDrill(folder)], exercises: [] };
}

export function readDrillsAt(path: string | undefined): readonly ReadDrill[] {
  return readAt(path).drills;
}

function listAll(packs: readonly PackFolder[]): ReadAt {
  return {
    drills: packs.flatMap(listDrills),
    exercises: packs.flatMap(({ pack }) => pack.exercises),
  };
}

function listDrills(source: PackFolder): readonly ReadDrill[] {
  return source.pack.drills.map((entry) => ({
    entry,
    readEvidence: () =>
      entry.kind === 'ready' ? source.readEvidence(entry.slug, entry.drill) : new Map(),
  }));
}

/** A drill that lies in no pack. Paths of its faults begin with `drills/<its folder>/`. */
export function readLoneDrill(folder: string): ReadDrill {
  const slug = basename(folder);
  const names = withFile('read', folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
  const texts = new Map(
    names
      .filter((name) => name === 'drill.yaml' || name.endsWith('.md'))
      .map((name) => [`drills/${slug}/${name}`, readText(join(folder, name))]),
  );
  const entry = loadDrill(texts, slug);
  return {
    entry,
    readEvidence: () =>
      new Map(
        (entry.kind === 'ready' ? entry.drill.evidence : [])
          .filter(({ file }) => existsSync(join(folder, file)))
          .map(({ id, file }) => [id, readText(join(folder, file))]),
      ),
  };
}

const readText = (path: string): string => readInputFile(path).toString('utf8');

/** The drills that load; a fault of another is said in one line, since figures need a whole drill. */
export function takeReady(drills: readonly ReadDrill[]) {
  return drills.map(({ entry, readEvidence }) => {
    if (entry.kind === 'ready') return { slug: entry.slug, drill: entry.drill, readEvidence };
    const [fault] = entry.faults;
    const why = fault ? ` ${fault.file}:${fault.line}:${fault.column}: ${fault.message}` : '';
    throw new CommandFault(`The drill "${entry.slug}" does not load.${why} See: drillbook lint.`);
  });
}
