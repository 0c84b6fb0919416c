import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CommandFault, withFile } from './command-fault.ts';
import { isPlainFile } from './read-input-file.ts';
import { suggestRename } from './suggest-rename.ts';

/** What `lint` is told to look at. Folders are whole paths. */
export type LintPlace =
  | { readonly kind: 'pack'; readonly folder: string }
  /** `beside`: the file in its folder that was named instead of it. */
  | {
      readonly kind: 'drill';
      readonly folder: string;
      readonly slug: string;
      readonly beside?: string;
    }
  /** A file or folder of a pack that is no drill, by its path in the pack. */
  | {
      readonly kind: 'part';
      readonly folder: string;
      readonly part: string;
      /** The file in an exercise's folder that was named instead of it. */
      readonly beside?: string;
    }
  /** A drill that lies in no pack. */
  | { readonly kind: 'lone-drill'; readonly folder: string };

/** @throws CommandFault where there is nothing that lint knows */
export function findLintPlace(path: string): LintPlace {
  const full = resolve(path);
  const isFolder = withFile('read', path, () => statSync(path).isDirectory());
  const folder = findPackAround(isFolder ? full : dirname(full));
  const place = folder === null ? null : placeInPack(folder, relative(folder, full), isFolder);
  if (place) return place;
  const own = isFolder ? full : dirname(full);
  const isDrill = isFolder
    ? isPlainFile(join(full, 'drill.yaml'))
    : basename(full) === 'drill.yaml';
  if (isDrill) return { kind: 'lone-drill', folder: own };
  throw new CommandFault(
    `${path} is not a pack's folder, a drill's folder, a drill.yaml, or another file of a pack that has rules: nothing to lint there.${suggestRename(own, 'drill.yaml') || suggestRename(own, 'pack.yaml')}`,
  );
}

function findPackAround(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isPlainFile(join(folder, 'pack.yaml'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** @param within the path in the pack, as the system writes it */
function placeInPack(folder: string, within: string, isFolder: boolean): LintPlace | null {
  const part = within.split(sep).join('/');
  if (part === '' || part === 'pack.yaml') return { kind: 'pack', folder };
  const [, slug, rest] = /^drills\/([^/]+)(?:\/(.+))?$/.exec(part) ?? [];
  if (slug !== undefined && isPlainFile(join(folder, 'drills', slug, 'drill.yaml'))) {
    const place = { kind: 'drill', folder, slug } as const;
    if (isFolder || rest === undefined || rest === 'drill.yaml') return place;
    const isMisplaced = isYaml(rest) && rest !== 'storyline.yaml' && !rest.startsWith('evidence/');
    return isMisplaced ? { kind: 'part', folder, part } : { ...place, beside: rest };
  }
  // What lies beside an exercise is told of at the exercise.
  const [, exercise, material] = /^(exercises\/[^/]+\/[^/]+)(?:\/(.+))?$/.exec(part) ?? [];
  if (exercise !== undefined && !isYaml(exercise)) {
    const file = `${exercise}.yaml`;
    if (isPlainFile(join(folder, file))) {
      const place = { kind: 'part', folder, part: file } as const;
      return isFolder || material === undefined ? place : { ...place, beside: material };
    }
  }
  return isFolder || isYaml(part) || /^(?:drills|paths|questions|exercises)\//.test(part)
    ? { kind: 'part', folder, part }
    : null;
}

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
