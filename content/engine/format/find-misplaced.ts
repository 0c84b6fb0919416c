import type { Fault } from './fault.ts';
import { findNearestName } from './nearest-name.ts';
import { holdsQuestions } from './question-files.ts';

/** The paths of a pack. */
interface Paths {
  has(path: string): boolean;
}

const folders = ['drills', 'questions', 'paths', 'exercises'] as const;
/** What lies at the top of a pack, without its ending. */
const ownFiles = ['pack', 'glossary', 'competencies'] as const;
/** What tells what a file is where its place does not: a field that stands at its left edge. */
const telling: readonly (readonly [field: RegExp, place: string])[] = [
  [/^principle:/m, 'questions/NAME.yaml'],
  [/^steps:/m, 'paths/NAME.yaml'],
  [/^(?:decisions|feed):/m, 'drills/NAME/drill.yaml'],
  // A drill has a kind too, and is found before.
  [/^kind:/m, 'exercises/KIND/NAME.yaml, in the folder of its kind'],
];

/**
 * YAML files that nothing reads, since they lie in a wrong place or end in another way: they would
 * be passed over in silence. What lies beside evidence or material may be called as it likes; names
 * that begin with a dot are no part of a pack. `slugs` are the folders of the pack's drills.
 */
export function findMisplaced(
  texts: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
): readonly Fault[] {
  return [...texts.keys()]
    .filter((path) => /\.ya?ml$/i.test(path) && !/(?:^|\/)\./.test(path))
    .filter((path) => !isRead(path, texts, slugs))
    .sort()
    .map((path) => describe(path, texts, slugs));
}

/** Whether a pack reads a file of this name, or takes what lies there as evidence or material. */
export function isRead(path: string, texts: Paths, slugs: ReadonlySet<string>): boolean {
  if (ownFiles.some((own) => path === `${own}.yaml`) || holdsQuestions(path)) return true;
  const [first, second = '', third] = path.split('/');
  if (first === 'paths') return /^paths\/[^/]+\.yaml$/.test(path);
  // Exercises name what lies wrong in their first two folders by themselves.
  if (first === 'exercises') {
    return /^exercises\/(?:[^/]+\/)?[^/]+\.ya?ml$/.test(path) || liesBesideExercise(path, texts);
  }
  if (first !== 'drills' || third === undefined) return false;
  const rest = path.slice(`drills/${second}/`.length);
  if (rest === 'drill.yaml') return true;
  return slugs.has(second) && (rest === 'storyline.yaml' || rest.startsWith('evidence/'));
}

function liesBesideExercise(path: string, texts: Paths): boolean {
  const [own] = /^exercises\/[^/]+\/[^/]+/.exec(path) ?? [];
  return own !== undefined && (texts.has(`${own}.yaml`) || texts.has(`${own}.yml`));
}

function describe(
  path: string,
  texts: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
): Fault {
  return {
    code: 'wrong-place',
    severity: 'error',
    file: path,
    line: 1,
    column: 1,
    path: '',
    message: `${path} is not read: no file of a pack is called so at this place.`,
    remedy: `${findRemedy(path, texts, slugs)} If it is no part of the pack, take it out.`,
  };
}

function findRemedy(
  path: string,
  texts: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
): string {
  const renamed = rename(path);
  if (texts.has(renamed) && renamed !== path) {
    return `${renamed} is there and is read: put into it what this one has.`;
  }
  if (isPlace(renamed, slugs)) return `Rename it to ${nameOf(renamed)}.`;
  const name = nameOf(renamed);
  const stem = findNearestName(name.slice(0, -'.yaml'.length), ownFiles);
  if (stem !== null && !texts.has(`${stem}.yaml`)) {
    return path.includes('/')
      ? `Move it to ${stem}.yaml, at the top of the pack.`
      : `Rename it to ${stem}.yaml.`;
  }
  const parents = path.split('/').slice(0, -1);
  if (name === 'drill.yaml') {
    return `Put it at drills/${parents.at(-1) ?? 'NAME'}/drill.yaml, with what lies beside it.`;
  }
  const meant = parents
    .toReversed()
    .map((parent) => findNearestName(parent, folders))
    .find((folder) => folder === 'questions' || folder === 'paths');
  if (meant !== undefined) return `Move it to ${meant}/${name}.`;
  const text = texts.get(path) ?? '';
  const place = telling.find(([field]) => field.test(text))?.[1];
  if (place !== undefined) return `Move it to ${place.replace('NAME.yaml', name)}.`;
  return 'A pack reads pack.yaml, glossary.yaml, competencies.yaml, questions/NAME.yaml, paths/NAME.yaml, exercises/KIND/NAME.yaml and, in drills/NAME, drill.yaml and storyline.yaml.';
}

/** The same file with the ending and the letters that are read. */
function rename(path: string): string {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(/\.ya?ml$/i, '');
  const [first = ''] = parts;
  const plain = first === 'questions' ? name.replaceAll(/[^\w-]+/g, '-') : name;
  const lower = [...ownFiles, 'drill', 'storyline'].includes(plain.toLowerCase())
    ? plain.toLowerCase()
    : plain;
  return [...parts, `${lower}.yaml`].join('/');
}

function isPlace(path: string, slugs: ReadonlySet<string>): boolean {
  return isRead(path, new Set(), slugs) && !path.startsWith('exercises/');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
