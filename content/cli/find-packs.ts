import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseLog, type AttemptHeader, type AttemptLog } from '../engine/drill/attempt-log.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import type { DrillEntry } from '../engine/format/load-pack.ts';
import type { ExerciseFile } from '../engine/format/load-exercises.ts';
import { CommandFault, suggest, withFile } from './command-fault.ts';
import { suggestRename } from './suggest-rename.ts';
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
  return listPackFolders(bundledFolder).map(readPackFolder);
}

/** The folders right below one that hold a pack, by name. */
function listPackFolders(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((one) => existsSync(join(one, 'pack.yaml')));
}

/** The pack in a folder that was named. */
export function readNamedPack(folder: string): PackFolder {
  return withFile('read', folder, () => {
    readdirSync(folder);
    if (!existsSync(join(folder, 'pack.yaml'))) {
      throw new CommandFault(
        `${folder} is not a pack: it has no pack.yaml.${suggestRename(folder, 'pack.yaml')}`,
      );
    }
    return readPackFolder(folder);
  });
}

/**
 * The packs to look in: the one in the folder that was named, all of those right below it where it is
 * a folder of packs, or those that come with Drillbook.
 */
export function readPacks(named: string | undefined): readonly PackFolder[] {
  if (named === undefined) return readBundledPacks();
  if (existsSync(join(named, 'pack.yaml'))) return [readNamedPack(named)];
  const below = withFile('read', named, () => listPackFolders(named));
  return below.length === 0 ? [readNamedPack(named)] : below.map(readNamedPack);
}

/** What `play` can be told to play: a drill or an exercise, in its pack. */
type Playable =
  | { readonly kind: 'drill'; readonly source: PackFolder; readonly entry: DrillEntry }
  | { readonly kind: 'exercise'; readonly source: PackFolder; readonly file: ExerciseFile };

function listPlayables(packs: readonly PackFolder[]): readonly Playable[] {
  return packs.flatMap((source) => [
    ...source.pack.drills.map((entry): Playable => ({ kind: 'drill', source, entry })),
    ...source.pack.exercises.map((file): Playable => ({ kind: 'exercise', source, file })),
  ]);
}

const nameOf = (one: Playable): string => (one.kind === 'drill' ? one.entry.slug : one.file.slug);
const packOf = ({ source }: Playable): string => source.pack.header?.id ?? source.folder;

/**
 * The drill or exercise of a name: its folder's or file's, or with the pack's id before it,
 * `core/d01-the-key`.
 *
 * @throws CommandFault where there is none, or where several packs have one of this name
 */
export function findPlayable(packs: readonly PackFolder[], name: string): Playable {
  const all = listPlayables(packs);
  const slash = name.indexOf('/');
  const pack = slash < 0 ? undefined : name.slice(0, slash);
  const slug = name.slice(slash + 1);
  const found = all.filter(
    (one) => nameOf(one) === slug && (pack === undefined || packOf(one) === pack),
  );
  const [first, second] = found;
  if (!first) {
    const faulty = packs.flatMap(({ pack: { faults } }) => faults);
    const own = faulty.find(({ file }) => file.endsWith(`/${slug}.yaml`));
    if (own) {
      throw new CommandFault(
        `"${name}" does not load. ${own.file}:${own.line}:${own.column}: ${own.message} See: drillbook lint.`,
      );
    }
    const names = all.map(nameOf);
    const known = all
      .map((one) => {
        const own = nameOf(one);
        return names.indexOf(own) === names.lastIndexOf(own) ? own : `${packOf(one)}/${own}`;
      })
      .join(', ');
    throw new CommandFault(
      `There is no drill "${name}".${suggest(slug, names)} ${known === '' ? 'There is none at all.' : `There are: ${known}.`}`,
    );
  }
  if (second) {
    const names = found.map((one) => `${packOf(one)}/${nameOf(one)}`).join(', ');
    throw new CommandFault(`"${name}" stands in several packs. Name one of them: ${names}.`);
  }
  return first;
}

/** A drill of a name that loads; see findPlayable. */
export function findDrillBySlug(packs: readonly PackFolder[], name: string): FoundDrill {
  const found = findPlayable(packs, name);
  if (found.kind === 'exercise') {
    throw new CommandFault(`"${name}" is an exercise, not a drill.`);
  }
  return takeReadyDrill(found);
}

/** @throws CommandFault with its first fault where it does not load */
export function takeReadyDrill({
  source,
  entry,
}: Pick<Extract<Playable, { kind: 'drill' }>, 'source' | 'entry'>): FoundDrill {
  const { slug } = entry;
  if (entry.kind === 'ready') return { source, slug, drill: entry.drill };
  const [fault] = entry.faults;
  const why = fault ? ` ${fault.file}:${fault.line}:${fault.column}: ${fault.message}` : '';
  throw new CommandFault(`The drill "${slug}" does not load.${why} See: drillbook lint.`);
}

/** The very drill that a log was played with, by the hash in its first line; no other is loaded. */
export function findPlayedDrill(packs: readonly PackFolder[], header: AttemptHeader): FoundDrill {
  const { slug, hash } = header.drill;
  const places = packs.flatMap((source) => source.slugs.map((own) => ({ source, own })));
  // It may stand under another name by now, which costs a look into the files of all.
  const named = places.filter(({ own }) => own === slug);
  const others = places.filter(({ own }) => own !== slug);
  for (const { source, own } of [...named, ...others]) {
    if (source.hashDrill(own) === hash) {
      return takeReadyDrill({ source, entry: source.loadDrill(own) });
    }
  }
  const why =
    named.length > 0 ? `"${slug}" has changed since this was played` : `there is no "${slug}" here`;
  throw new CommandFault(
    `No drill with the hash ${hash.slice(0, 12)}…: ${why}. Name the pack it was played with: --pack FOLDER.`,
  );
}

/**
 * The drill to score a log by: the very one or, in a pack that was named, the one of its name as it is
 * now, such as while its author edits it.
 */
export function findDrillToScore(
  named: string | undefined,
  header: AttemptHeader,
): { readonly found: FoundDrill; readonly changed: boolean } {
  const packs = readPacks(named);
  try {
    return { found: findPlayedDrill(packs, header), changed: false };
  } catch (fault) {
    const { slug } = header.drill;
    const own = packs.filter(({ slugs }) => slugs.includes(slug));
    if (named === undefined || own.length === 0) throw fault;
    return { found: findDrillBySlug(own, slug), changed: true };
  }
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
  if ('fault' in log) {
    const why = log.fault.replace(
      /\w+: Invalid key: Expected ("\w+") but received undefined/,
      'the field $1 is missing: this is no log of a drill',
    );
    // One of another version says itself what to do.
    const form = 'A log is what drillbook play saves: JSON, one object on a line.';
    throw new CommandFault(
      `${path}:${log.line}: ${why}.${log.version === undefined ? ` ${form}` : ''}`,
    );
  }
  return log;
}
