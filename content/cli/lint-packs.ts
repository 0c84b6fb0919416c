import type { DrillEntry, LoadedPack } from '../engine/format/load-pack.ts';
import { lintWhole, type LintFault } from '../engine/lint/lint-drill.ts';
import { lintPack, type LintedPack } from '../engine/lint/lint-pack.ts';
import type { Walk } from '../engine/lint/walk/walk-drill.ts';
import { CommandFault } from './command-fault.ts';
import { isRead } from '../engine/format/find-misplaced.ts';
import { findLintPlace, type LintPlace } from './find-lint-place.ts';
import { readBundledPacks, readNamedPack } from './find-packs.ts';
import { readLoneDrill } from './read-drills.ts';
import type { PackFolder } from './read-pack-folder.ts';
import { namePack } from './name-pack.ts';
import { dim, green, type Terminal } from './terminal.ts';
import { placeFault, writeFault } from './write-faults.ts';
import { writeWays } from './write-ways.ts';

export interface LintOptions {
  /** Packs, drills, or files and folders of a pack; without any, the bundled packs. */
  readonly paths: readonly string[];
  readonly json: boolean;
  /** How many moments of play are walked at most in each drill. */
  readonly bound: number | undefined;
  /** A folder for logs that lead to faults of play. */
  readonly ways: string | undefined;
}

/** What lint found, with where each drill's files lie. */
interface Linted {
  readonly faults: readonly LintFault[];
  readonly walks: ReadonlyMap<string, Walk>;
  /** null for a drill that lies in no pack. */
  readonly source: PackFolder | null;
}

/** Lints packs, drills or parts of a pack. Exit code 1 if there is an error; warnings alone leave it at 0. */
export function lintPacks(terminal: Terminal, { paths, json, bound, ways }: LintOptions): number {
  const linted = lintAll(paths, bound);
  const found = linted.flatMap(({ faults, source }) =>
    faults.map((fault) => ({ fault, log: null as string | null, source })),
  );
  if (ways !== undefined) for (const one of writeWays(ways, found)) one.of.log = one.path;
  const faults = found.map(({ fault }) => fault);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const walks = linted.flatMap((one) => [...one.walks].map(([drill, walk]) => ({ drill, walk })));
  if (json) {
    terminal.write(
      JSON.stringify(
        {
          errors,
          warnings,
          faults: found.map(({ fault, log }) => (log === null ? fault : { ...fault, log })),
          walks: walks.map(({ drill, walk }) => ({ drill, ...describeWalk(walk) })),
        },
        null,
        2,
      ),
    );
    return errors > 0 ? 1 : 0;
  }
  for (const { fault, log, source } of found) {
    terminal.write(writeFault(fault));
    if (log !== null) {
      const pack = namePack(paths.length === 0 ? undefined : source?.folder);
      terminal.write(dim(`    a way there: drillbook play --resume "${log}"${pack}`));
    } else if (fault.way) terminal.write(dim('    --ways FOLDER writes a way there as a log'));
  }
  for (const { drill, walk } of walks) terminal.write(dim(writeWalk(drill, walk)));
  const sum = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  terminal.write(faults.length === 0 ? green(`No faults found: ${sum}.`) : `${sum}.`);
  return errors > 0 ? 1 : 0;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function describeWalk({ states, left, exhaustive, dives, uncovered }: Walk) {
  return { states, exhaustive, left, dives, uncovered };
}

function writeWalk(drill: string, { states, left, exhaustive, dives, uncovered }: Walk): string {
  if (exhaustive) return `${drill}: every path walked, ${states} moments.`;
  const rest = uncovered.length === 0 ? 'nothing' : uncovered.join(', ');
  return `${drill}: ${states} moments walked, ${left} not followed, ${dives} plays by chance; never seen: ${rest}.`;
}

/** Each place once, however often and by which name it was named. */
function lintAll(paths: readonly string[], bound: number | undefined): readonly Linted[] {
  if (paths.length === 0) return readBundledPacks().map((source) => lintFolder(source, bound));
  const places = new Map(paths.map(findLintPlace).map((place) => [JSON.stringify(place), place]));
  return [...places.values()].map((place) => lintPlace(place, bound));
}

function lintPlace(place: LintPlace, bound: number | undefined): Linted {
  switch (place.kind) {
    case 'pack':
      return lintFolder(readNamedPack(place.folder), bound);
    case 'drill':
      return lintDrillPlace(place, bound);
    case 'part':
      return lintPart(place, bound);
    case 'lone-drill':
      return lintLoneDrill(place.folder, bound);
  }
}

function lintDrillPlace(
  { folder, slug, beside }: Extract<LintPlace, { kind: 'drill' }>,
  bound: number | undefined,
): Linted {
  const source = readNamedPack(folder);
  const entry = beside === undefined ? null : source.loadDrill(slug);
  if (beside !== undefined && entry?.kind === 'ready') {
    requireNamed(entry.source, beside, `drills/${slug}`);
  }
  return lintFolder(source, bound, slug);
}

/** A file or folder of a pack that is no drill: the rest of the pack is read, and not told of. */
function lintPart(
  { folder, part, beside }: Extract<LintPlace, { kind: 'part' }>,
  bound: number | undefined,
): Linted {
  const source = readNamedPack(folder);
  const drills = part === 'drills' ? source.pack.drills : [];
  const { faults, walks } = lintLoaded(source, { ...source.pack, drills }, bound);
  // What lies beside an exercise is told of at the exercise, whichever file holds the fault.
  const own = faults.filter(
    ({ file, slug }) => file === part || slug === part || file.startsWith(`${part}/`),
  );
  const exercise = source.pack.exercises.find((one) => one.source.file === part);
  if (exercise && beside !== undefined) requireNamed(exercise.source, beside, part);
  if (own.length === 0) requireRead(source, part);
  return { faults: own.map((fault) => placeLintFault(source.folder, fault)), walks, source };
}

/** That a file was named and never read must not pass for a file without faults. */
function requireNamed({ data }: { readonly data: unknown }, file: string, by: string): void {
  if (namesFile(data, file)) return;
  const remedy =
    file === 'storyline.yaml'
      ? 'A storyline is read by: drillbook evidence FOLDER --check. To lint the drill, name its folder.'
      : `Name it in ${by.endsWith('.yaml') ? by : `${by}/drill.yaml`}, or take it out.`;
  throw new CommandFault(`${file} was not checked: ${by} does not read it. ${remedy}`);
}

function namesFile(data: unknown, file: string): boolean {
  if (data === null || typeof data !== 'object') return data === file;
  return Object.values(data).some((member) => namesFile(member, file));
}

function requireRead({ paths, slugs }: PackFolder, part: string): void {
  const [all, drills] = [new Set(paths), new Set(slugs)];
  const within = paths.filter((path) => path === part || path.startsWith(`${part}/`));
  if (within.some((path) => isRead(path, all, drills))) return;
  throw new CommandFault(
    `${part} was not checked: a pack reads nothing there. It reads questions/NAME.yaml, paths/NAME.yaml, exercises/KIND/NAME.yaml and drills/NAME/drill.yaml.`,
  );
}

function lintFolder(source: PackFolder, bound: number | undefined, only?: string): Linted {
  const { faults, walks } = lintLoaded(source, source.pack, bound, only);
  return { faults: faults.map((fault) => placeLintFault(source.folder, fault)), walks, source };
}

function lintLoaded(
  source: PackFolder,
  pack: LoadedPack,
  bound: number | undefined,
  only?: string,
): LintedPack {
  return lintPack(
    pack,
    {
      packYaml: source.paths.includes('pack.yaml') ? source.readText('pack.yaml') : '',
      readEvidence: (slug, drill) => source.readEvidence(slug, drill),
      readFile: (path) => (source.paths.includes(path) ? source.readText(path) : null),
    },
    { only, bound },
  );
}

function placeLintFault(folder: string, fault: LintFault): LintFault {
  return { ...fault, ...placeFault(folder, fault) };
}

/** A drill that lies in no pack: its terms cannot be looked up, everything else is checked. */
function lintLoneDrill(folder: string, bound: number | undefined): Linted {
  const { entry, readEvidence } = readLoneDrill(folder);
  const { slug } = entry;
  const { faults, walk } = lintWhole(entry, readEvidence(), {
    glossary: entry.kind === 'ready' ? explainAll(entry) : [],
    header: null,
    bound,
  });
  const own = `drills/${slug}/`;
  return {
    faults: faults.map((fault) =>
      placeLintFault(folder, { ...fault, file: fault.file.slice(own.length) }),
    ),
    walks: new Map(walk ? [[slug, walk]] : []),
    source: null,
  };
}

function explainAll({ drill }: Extract<DrillEntry, { kind: 'ready' }>): LoadedPack['glossary'] {
  return drill.terms.map((term) => ({ term, also: [], text: '' }));
}
