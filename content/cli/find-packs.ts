import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseLog, type AttemptHeader, type AttemptLog } from '../engine/drill/attempt-log.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { readPackFolder, type PackFolder } from './read-pack-folder.ts';

/** The folder of the packs that come with Drillbook. */
const bundledFolder = fileURLToPath(new URL('../packs', import.meta.url));

/** A drill that loads, in its pack. */
export interface FoundDrill {
  readonly source: PackFolder;
  readonly slug: string;
  readonly drill: Drill;
}

/** The packs that come with Drillbook. */
export function readBundledPacks(): readonly PackFolder[] {
  return readdirSync(bundledFolder)
    .map((name) => join(bundledFolder, name))
    .filter((folder) => existsSync(join(folder, 'pack.yaml')))
    .map(readPackFolder);
}

/** The pack in a folder that was named. */
export function readNamedPack(folder: string): PackFolder {
  return withFile('read', folder, () => {
    readdirSync(folder);
    if (!existsSync(join(folder, 'pack.yaml'))) {
      throw new CommandFault(`${folder} is not a pack: it has no pack.yaml.`);
    }
    return readPackFolder(folder);
  });
}

/** The packs to look in: the one that was named, or those that come with Drillbook. */
export function readPacks(named: string | undefined): readonly PackFolder[] {
  return named === undefined ? readBundledPacks() : [readNamedPack(named)];
}

export function findDrillBySlug(packs: readonly PackFolder[], slug: string): FoundDrill {
  const entries = packs.flatMap((source) => source.pack.drills.map((entry) => ({ source, entry })));
  const found = entries.find(({ entry }) => entry.slug === slug);
  if (!found) {
    const known = entries.map(({ entry }) => entry.slug).join(', ');
    throw new CommandFault(
      `There is no drill "${slug}". ${known === '' ? 'There is none at all.' : `There are: ${known}.`}`,
    );
  }
  const { source, entry } = found;
  if (entry.kind === 'ready') return { source, slug, drill: entry.drill };
  const [fault] = entry.faults;
  const why = fault ? ` ${fault.file}:${fault.line}:${fault.column}: ${fault.message}` : '';
  throw new CommandFault(`The drill "${slug}" does not load.${why} See: drillbook lint.`);
}

/** The very drill that a log was played with, by the hash in its first line. */
export function findPlayedDrill(packs: readonly PackFolder[], header: AttemptHeader): FoundDrill {
  for (const source of packs) {
    for (const entry of source.pack.drills) {
      if (entry.kind !== 'ready' || source.hashDrill(entry.slug) !== header.drill.hash) continue;
      return { source, slug: entry.slug, drill: entry.drill };
    }
  }
  const { slug, hash } = header.drill;
  const changed = packs.some(({ pack }) => pack.drills.some((entry) => entry.slug === slug));
  const why = changed
    ? `"${slug}" has changed since this was played`
    : `there is no "${slug}" here`;
  throw new CommandFault(
    `No drill with the hash ${hash.slice(0, 12)}…: ${why}. Name the pack it was played with: --pack FOLDER.`,
  );
}

export function preparePlayedDrill(
  { source, slug, drill }: FoundDrill,
  { seed, levers, roles, begin }: AttemptHeader,
): PreparedDrill {
  return { ...prepareDrill(drill, source.readEvidence(slug, drill), seed, levers, roles), begin };
}

/** Reads the text of a log. What is wrong with it becomes one line that names file and line. */
export function parseNamedLog(path: string, text: string): AttemptLog {
  const log = parseLog(text);
  if ('fault' in log) throw new CommandFault(`${path}:${log.line}: ${log.fault}`);
  return log;
}
