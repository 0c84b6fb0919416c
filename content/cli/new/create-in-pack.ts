import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { exerciseKinds } from '../../engine/format/exercise-terms.ts';
import { CommandFault, withFile } from '../command-fault.ts';
import { readNamedPack } from '../find-packs.ts';
import { makeFolders } from '../make-folders.ts';
import { dim, green, type Terminal } from '../terminal.ts';
import type { NewKind } from './new-kinds.ts';
import {
  writeDrillFiles,
  writeExerciseFiles,
  writePackFile,
  writePathFile,
  writeQuestionFile,
  writeSchemaFiles,
  type NewFiles,
} from './new-pack-files.ts';

export interface NewOptions {
  readonly kind: NewKind;
  readonly slug: string;
  /** The pack's folder; without it the pack around this folder, else my-pack here. */
  readonly pack: string | undefined;
  readonly json: boolean;
}

/** Creates a small example in a pack, and the pack where there is none. Nothing is written over. */
export function createInPack(terminal: Terminal, { kind, slug, pack, json }: NewOptions): number {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 64) {
    const near = writeSlug(slug);
    const instead = near === '' ? '' : ` Such as: ${near}.`;
    throw new CommandFault(
      `"${slug}" cannot be a folder's name: small letters, figures and - between them, at most 64.${instead}`,
    );
  }
  const folder = pack ?? findPackAround(process.cwd()) ?? 'my-pack';
  const isNew = !existsSync(join(folder, 'pack.yaml'));
  const files = new Map([
    ...(isNew ? writePackFile(namePack(folder)) : []),
    ...writeKind(kind, slug, folder, isNew),
  ]);
  const other = isNew ? null : findOther(kind, slug, folder);
  if (other !== null) {
    throw new CommandFault(
      `In ${folder} ${other} of this name is there already, and both are played by it. Take another name. Nothing was written.`,
    );
  }
  const taken = [...files.keys()].find((path) => existsSync(join(folder, path)));
  if (taken !== undefined) {
    throw new CommandFault(`${join(folder, taken)} is there already. Nothing was written.`);
  }
  for (const [path, text] of [...writeSchemaFiles(), ...files]) writeFile(folder, path, text);
  report(terminal, { kind, slug, folder, json }, [...files.keys()]);
  return 0;
}

function writeKind(kind: NewKind, slug: string, folder: string, isNew: boolean): NewFiles {
  switch (kind) {
    case 'drill':
      return writeDrillFiles(slug);
    case 'question':
      return writeQuestionFile(slug);
    case 'path': {
      const drills = isNew ? [] : readNamedPack(folder).slugs;
      if (drills.length === 0) {
        throw new CommandFault(
          `A path leads through drills, and ${folder} has none yet. First: drillbook new drill SLUG --pack ${folder}.`,
        );
      }
      return writePathFile(slug, drills);
    }
    case 'exercise':
      return writeExerciseFiles(slug);
  }
}

/** What is played by the same name: a drill and an exercise of one pack may not share it. */
function findOther(kind: NewKind, slug: string, folder: string): string | null {
  if (kind === 'exercise') return existsSync(join(folder, 'drills', slug)) ? 'a drill' : null;
  if (kind !== 'drill') return null;
  const kinds = exerciseKinds.map((one) => join(folder, 'exercises', one, `${slug}.yaml`));
  return kinds.some((path) => existsSync(path)) ? 'an exercise' : null;
}

/** The nearest folder from here upwards that holds a pack. */
function findPackAround(from: string): string | undefined {
  for (let folder = resolve(from); ;) {
    if (existsSync(join(folder, 'pack.yaml'))) return relative(process.cwd(), folder) || '.';
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

function namePack(folder: string): string {
  return writeSlug(basename(resolve(folder))) || 'my-pack';
}

/** What comes nearest to a text as the name of a folder; empty where nothing does. */
function writeSlug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 64).replace(/-$/, '');
}

function writeFile(folder: string, path: string, text: string): void {
  const full = join(folder, path);
  withFile('write', full, () => {
    if (existsSync(full) && readFileSync(full, 'utf8') === text) return;
    makeFolders(dirname(full));
    writeFileSync(full, text);
  });
}

function report(
  terminal: Terminal,
  { kind, slug, folder, json }: Pick<NewOptions, 'kind' | 'slug' | 'json'> & { folder: string },
  paths: readonly string[],
): void {
  if (json) {
    terminal.write(JSON.stringify({ kind, slug, pack: folder, files: paths }, null, 2));
    return;
  }
  for (const path of paths) terminal.write(`${green('new')} ${join(folder, path)}`);
  const next = {
    drill: `play ${slug} --pack ${folder}`,
    question: `lint ${folder}`,
    path: `list --pack ${folder}`,
    exercise: `play ${slug} --pack ${folder}`,
  }[kind];
  terminal.write(dim(`Next: drillbook ${next}`));
}
