import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadDrill, type DrillEntry, type LoadedPack } from '../engine/format/load-pack.ts';
import type { Fault } from '../engine/format/fault.ts';
import { lintDrill } from '../engine/lint/lint-drill.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { readBundledPacks, readNamedPack } from './find-packs.ts';
import type { PackFolder } from './read-pack-folder.ts';
import { green, type Terminal } from './terminal.ts';
import { placeFault, writeFault } from './write-faults.ts';

/**
 * Lints packs or one drill. Exit code 1 if there is an error; warnings alone leave it at 0.
 * `path` is a pack's folder, a drill's folder or a drill.yaml.
 */
export function lintPacks(
  terminal: Terminal,
  { path, json }: { readonly path: string | undefined; readonly json: boolean },
): number {
  const faults = findFaults(path);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  if (json) terminal.write(JSON.stringify({ errors, warnings, faults }, null, 2));
  else {
    for (const fault of faults) terminal.write(writeFault(fault));
    const sum = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
    terminal.write(faults.length === 0 ? green(`No faults found: ${sum}.`) : `${sum}.`);
  }
  return errors > 0 ? 1 : 0;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function findFaults(path: string | undefined): readonly Fault[] {
  if (path === undefined) return readBundledPacks().flatMap((source) => lintPack(source));
  const isFolder = withFile('read', path, () => statSync(path).isDirectory());
  if (isFolder && existsSync(join(path, 'pack.yaml'))) return lintPack(readNamedPack(path));
  const folder = resolve(isFolder ? path : dirname(path));
  const named = isFolder ? existsSync(join(path, 'drill.yaml')) : basename(path) === 'drill.yaml';
  if (!named) {
    throw new CommandFault(
      `${path} is not a pack's folder, a drill's folder or a drill.yaml: nothing to lint there.`,
    );
  }
  const pack = dirname(dirname(folder));
  if (basename(dirname(folder)) === 'drills' && existsSync(join(pack, 'pack.yaml'))) {
    return lintPack(readNamedPack(pack), basename(folder));
  }
  return lintLoneDrill(folder);
}

function lintPack(source: PackFolder, only?: string): readonly Fault[] {
  const { folder, pack } = source;
  const drills = pack.drills.filter(({ slug }) => only === undefined || slug === only);
  const faults = [
    ...(only === undefined ? pack.faults : []),
    ...drills.flatMap((entry) =>
      lintDrill(
        entry,
        entry.kind === 'ready' ? source.readEvidence(entry.slug, entry.drill) : new Map(),
        pack.glossary,
      ),
    ),
  ];
  return faults.map((fault) => placeFault(folder, fault));
}

/** A drill that lies in no pack: its terms cannot be looked up, everything else is checked. */
function lintLoneDrill(folder: string): readonly Fault[] {
  const slug = basename(folder);
  const names = withFile('read', folder, () => readdirSync(folder));
  const texts = new Map(
    names
      .filter((name) => name === 'drill.yaml' || name.endsWith('.md'))
      .map((name) => [`drills/${slug}/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
  const entry = loadDrill(texts, slug);
  const glossary = entry.kind === 'ready' ? explainAll(entry) : [];
  const faults = lintDrill(entry, readEvidenceOf(entry, folder), glossary);
  const own = `drills/${slug}/`;
  return faults.map((fault) =>
    placeFault(folder, { ...fault, file: fault.file.slice(own.length) }),
  );
}

function explainAll({ drill }: Extract<DrillEntry, { kind: 'ready' }>): LoadedPack['glossary'] {
  return drill.terms.map((term) => ({ term, also: [], text: '' }));
}

function readEvidenceOf(entry: DrillEntry, folder: string): ReadonlyMap<string, string> {
  if (entry.kind === 'faulty') return new Map();
  return new Map(
    entry.drill.evidence
      .filter(({ file }) => existsSync(join(folder, file)))
      .map(({ id, file }) => [id, readFileSync(join(folder, file), 'utf8')]),
  );
}
