import { parse, stringify } from 'yaml';
import { loadPack } from '../../format/load-pack.ts';
import { lintPack } from '../lint-pack.ts';
import type { LintFault } from '../lint-drill.ts';
import { smallDrill, smallFiles, smallPack } from './small-drill.ts';
import { smallExercise, smallMaterial } from './small-exercise.ts';
import { writeSmallQuestions } from './small-questions.ts';

/**
 * Lints what an example of a rule makes of the small drill. An example is YAML with fields of
 * drill.yaml: maps are merged, lists whose members have an id are merged by it, anything else is
 * replaced, and `null` takes a field away. Some fields are not of drill.yaml: `pack` changes pack.yaml
 * (`missing`: there is none), `glossary` is glossary.yaml, `files` gives files by their path beside
 * drill.yaml, `drills` gives several drills, each by its changes, `raw` is a drill.yaml
 * as a text, `questions` changes a small file of questions (see small-questions.ts), `exercise` a small
 * exercise (see small-exercise.ts), and `padding` adds so many characters to drill.yaml.
 */
export function runExample(example: string): readonly LintFault[] {
  const changes = readMap(parse(example));
  const { pack = {}, glossary, files = {}, drills = [changes] } = changes;
  const texts = new Map<string, string>();
  if (pack !== 'missing') texts.set('pack.yaml', stringify(merge(parse(smallPack), pack)));
  if (glossary !== undefined) texts.set('glossary.yaml', stringify(glossary));
  const beside = readMap(merge(smallFiles, files));
  for (const [index, drill] of (drills as readonly unknown[]).entries()) {
    const folder = `drills/example-${index + 1}`;
    texts.set(`${folder}/drill.yaml`, stringify(changeDrill(drill)));
    for (const [path, text] of Object.entries(beside)) {
      if (typeof text === 'string') texts.set(`${folder}/${path}`, text);
    }
  }
  const first = 'drills/example-1/drill.yaml';
  if (typeof changes['raw'] === 'string') texts.set(first, changes['raw']);
  if (changes['questions'] !== undefined) {
    texts.set('questions/ownership.yaml', writeSmallQuestions(changes['questions']));
  }
  if (changes['exercise'] !== undefined) {
    const own = 'exercises/code-review/example';
    const exercise = merge(parse(smallExercise), changes['exercise']);
    texts.set(`${own}.yaml`, stringify(exercise, { aliasDuplicateObjects: false }));
    for (const [path, text] of Object.entries(smallMaterial)) texts.set(`${own}/${path}`, text);
  }
  const padding = Number(changes['padding'] ?? 0);
  if (padding > 0) texts.set(first, `${texts.get(first) ?? ''}${'#'.repeat(padding)}`);
  return lintPack(loadPack(texts), {
    packYaml: texts.get('pack.yaml') ?? '',
    readEvidence: (slug, { evidence }) =>
      new Map(
        evidence.flatMap(({ id, file }) => {
          const text = texts.get(`drills/${slug}/${file}`);
          return text === undefined ? [] : [[id, text] as const];
        }),
      ),
    readFile: (path) => texts.get(path) ?? null,
  }).faults;
}

/** The small drill with the changes of an example, as it would be parsed. */
export function changeSmallDrill(changes: string): unknown {
  return changeDrill(parse(changes));
}

function changeDrill(changes: unknown): unknown {
  const own = Object.entries(readMap(changes)).filter(([name]) => !notOfDrill.has(name));
  return merge(parse(smallDrill), Object.fromEntries(own));
}

const notOfDrill = new Set('pack glossary files drills raw questions exercise padding'.split(' '));

function readMap(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function merge(base: unknown, change: unknown): unknown {
  if (isListOfIds(base) && isListOfIds(change)) {
    const merged = base.map((member) => {
      const own = change.find((other) => readId(other) === readId(member));
      return own === undefined ? member : merge(member, own);
    });
    const known = new Set(base.map(readId));
    return [...merged, ...change.filter((member) => !known.has(readId(member)))];
  }
  if (!isMap(base) || !isMap(change)) return change;
  const kept = Object.entries(base).filter(([name]) => change[name] !== null);
  const changed = Object.entries(change)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, name in base ? merge(base[name], value) : value] as const);
  return Object.fromEntries([...kept, ...changed]);
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const readId = (value: unknown): unknown => readMap(value)['id'];
const isListOfIds = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((member) => typeof readId(member) === 'string');
