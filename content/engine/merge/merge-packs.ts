import { parseYaml } from '../format/parse-yaml.ts';
import { editYaml } from './edit-yaml.ts';
import { mergeValues, type Conflict, type Edit } from './merge-values.ts';

/** The texts of a pack by path. Pictures and the like do not take part in a merge. */
type PackFiles = ReadonlyMap<string, string>;

/** Something that both sides changed. For a file that is no YAML, its text as a whole. */
export interface PackConflict extends Conflict {
  /** The same in every run of the same merge: file and place. */
  readonly id: string;
  readonly file: string;
}

export interface PackMerge {
  /** What is mine and nobody else touched, by file. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Each is settled by choosing a side. */
  readonly conflicts: readonly PackConflict[];
}

/**
 * Merges local edits with an update, at the level of fields: what only one side changed is taken
 * over, and what both changed differently is a conflict.
 *
 * @param base the version that both descend from
 * @param mine the same with local edits
 * @param theirs the update
 */
export function planMerge(base: PackFiles, mine: PackFiles, theirs: PackFiles): PackMerge {
  const edits = new Map<string, readonly Edit[]>();
  const conflicts: PackConflict[] = [];
  const files = [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])].sort();
  for (const file of files) {
    const [was, own, other] = [base.get(file), mine.get(file), theirs.get(file)];
    if (own === was || own === other) continue;
    if (file === 'pack.yaml' && other !== undefined) {
      // Its version is the update's: two of them can never be right.
      mergeFile(file, was, dropVersion(own), dropVersion(other), dropVersion(was));
      continue;
    }
    mergeFile(file, was, own, other, was);
  }
  return { edits, conflicts };

  function mergeFile(
    file: string,
    was: string | undefined,
    own: string | undefined,
    other: string | undefined,
    compared: string | undefined,
  ): void {
    const values = isYaml(file) ? [compared, own, other].map((text) => readYaml(file, text)) : null;
    const merged =
      values && values.every((value) => value !== null)
        ? mergeValues(...(values.map(({ data }) => data) as [unknown, unknown, unknown]))
        : mergeValues(was, own, other);
    if (merged.edits.length > 0) edits.set(file, merged.edits);
    for (const conflict of merged.conflicts) {
      conflicts.push({ id: `${file}#${writePlace(conflict.place)}`, file, ...conflict });
    }
  }
}

/**
 * What an update has to become: the files that differ from it, null for one that is left out.
 *
 * @param keepMine the ids of the conflicts in which the local edit is kept; in the others it is theirs
 */
export function applyMerge(
  theirs: PackFiles,
  merge: PackMerge,
  keepMine: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const edits = new Map(merge.edits);
  for (const { id, file, place, mine } of merge.conflicts) {
    if (keepMine.has(id)) edits.set(file, [...(edits.get(file) ?? []), { place, value: mine }]);
  }
  const changed = new Map<string, string | null>();
  for (const [file, own] of edits) {
    const whole = own.find(({ place }) => place.length === 0);
    if (whole && (whole.value === undefined || typeof whole.value === 'string')) {
      changed.set(file, whole.value ?? null);
    } else {
      changed.set(file, editYaml(theirs.get(file) ?? '', own));
    }
  }
  return changed;
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file) && !file.includes('/evidence/');
}

/** null where it is not there or cannot be read: then the file is one value. */
function readYaml(file: string, text: string | undefined): { readonly data: unknown } | null {
  if (text === undefined) return null;
  const read = parseYaml(file, text);
  return read.ok ? { data: read.value.data } : null;
}

function dropVersion(text: string | undefined): string | undefined {
  return text?.replace(/^version:.*$/m, 'version: 0.0.0');
}

/** A place as people read it: `decisions.first-move.options.wait.rating`. */
export function writePlace(place: Conflict['place']): string {
  return place.map((step) => (typeof step === 'string' ? step : step.id)).join('.');
}
