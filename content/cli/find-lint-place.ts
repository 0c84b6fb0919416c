import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CommandFault, withFile } from './command-fault.ts';
import { isPlainFile } from './read-input-file.ts';

/** What `lint` is told to look at. Folders are whole paths. */
export type LintPlace =
  | { readonly kind: 'pack'; readonly folder: string }
  | { readonly kind: 'drill'; readonly folder: string; readonly slug: string }
  /** A file or folder of a pack that is no drill, by its path in the pack. */
  | { readonly kind: 'part'; readonly folder: string; readonly part: string }
  /** A drill that lies in no pack. */
  | { readonly kind: 'lone-drill'; readonly folder: string };

/** @throws CommandFault where there is nothing that lint knows */
export function findLintPlace(path: string): LintPlace {
  const full = resolve(path);
  const isFolder = withFile('read', path, () => statSync(path).isDirectory());
  const folder = findPackAround(isFolder ? full : dirname(full));
  const place = folder === null ? null : placeInPack(folder, relative(folder, full));
  if (place) return place;
  const own = isFolder ? full : dirname(full);
  const isDrill = isFolder
    ? isPlainFile(join(full, 'drill.yaml'))
    : basename(full) === 'drill.yaml';
  if (isDrill) return { kind: 'lone-drill', folder: own };
  throw new CommandFault(
    `${path} is not a pack's folder, a drill's folder, a drill.yaml, or another file of a pack that has rules: nothing to lint there.`,
  );
}

function findPackAround(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isPlainFile(join(folder, 'pack.yaml'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** @param within the path in the pack, as the system writes it */
function placeInPack(folder: string, within: string): LintPlace | null {
  const part = within.split(sep).join('/');
  if (part === '' || part === 'pack.yaml') return { kind: 'pack', folder };
  const [, slug] = /^drills\/([^/]+)/.exec(part) ?? [];
  if (slug !== undefined) {
    return isPlainFile(join(folder, 'drills', slug, 'drill.yaml'))
      ? { kind: 'drill', folder, slug }
      : null;
  }
  // What lies beside an exercise is told of at the exercise.
  const [, exercise] = /^(exercises\/[^/]+\/[^/]+)\//.exec(`${part}/`) ?? [];
  if (exercise !== undefined) {
    const file = exercise.endsWith('.yaml') ? exercise : `${exercise}.yaml`;
    return isPlainFile(join(folder, file)) ? { kind: 'part', folder, part: file } : null;
  }
  return /^(?:(?:drills|paths|questions|exercises)(?:\/|$)|(?:glossary|competencies)\.yaml$)/.test(
    part,
  )
    ? { kind: 'part', folder, part }
    : null;
}
