import { ExerciseSchema, type Exercise, type ExerciseQuestion } from './exercise-schema.ts';
import { exerciseKinds } from './exercise-terms.ts';
import type { Checked, Fault, Finding } from './fault.ts';
import { checkShape, parseYaml, placeFindings, type YamlSource } from './parse-yaml.ts';
import { readTextFiles } from './read-text-files.ts';

/** An exercise that loads. */
export interface ExerciseFile {
  /** The name of its file, without the ending. */
  readonly slug: string;
  /** Where its material lies, with a / at the end: `exercises/triage/first/`. */
  readonly folder: string;
  readonly exercise: Exercise;
  readonly source: YamlSource;
}

/** Those at fault are not in the list, and named in `faults`. */
export interface LoadedExercises {
  readonly list: readonly ExerciseFile[];
  readonly faults: readonly Fault[];
}

/**
 * Reads exercises/<kind>/<slug>.yaml of a pack. Their material is not read here. `drills` are the
 * folders of the pack's drills: `play SLUG` has to know which of the two is meant.
 */
export function loadExercises(
  texts: ReadonlyMap<string, string>,
  drills: ReadonlySet<string>,
): LoadedExercises {
  const list: ExerciseFile[] = [];
  const faults: Fault[] = [];
  const taken = new Map<string, string>();
  for (const slug of drills) taken.set(slug, `drills/${slug}`);
  const files = [...texts.keys()].filter((path) =>
    /^exercises\/(?:[^/]+|[^/]+\/[^/]+)\.ya?ml$/.test(path),
  );
  for (const file of files.sort()) {
    const read = readExercise(file, texts, taken);
    if (read.ok) list.push(read.value);
    else faults.push(...read.faults);
  }
  return { list, faults };
}

function readExercise(
  file: string,
  texts: ReadonlyMap<string, string>,
  taken: Map<string, string>,
): Checked<ExerciseFile> {
  const source = parseYaml(file, texts.get(file) ?? '');
  if (!source.ok) return source;
  const [, folder = '', slug = ''] = /^exercises\/([^/]+)\/([^/]+)\.yaml$/.exec(file) ?? [];
  const kind = exerciseKinds.find((one) => one === folder);
  const fail = (finding: Finding): Checked<never> => ({
    ok: false,
    faults: placeFindings(source.value, [finding]),
  });
  if (kind === undefined) {
    return fail({
      code: 'wrong-place',
      path: [],
      message: `An exercise does not lie at ${file}.`,
      remedy: `Put it at exercises/KIND/NAME.yaml, where KIND is one of ${exerciseKinds.join(', ')}.`,
    });
  }
  const own = `exercises/${kind}/${slug}/`;
  const data = readTextFiles(source.value, texts, own);
  if (!data.ok) return data;
  const shape = checkShape(source.value, ExerciseSchema, data.value);
  if (!shape.ok) return shape;
  const before = taken.get(slug);
  if (before !== undefined) {
    return fail({
      code: 'duplicate-id',
      path: ['id'],
      message: `The name "${slug}" is taken by ${before}.`,
      remedy: 'Give this file another name: what is played is found by it.',
    });
  }
  taken.set(slug, file);
  const findings = checkExercise(shape.value, kind);
  if (findings.length > 0) return { ok: false, faults: placeFindings(source.value, findings) };
  return {
    ok: true,
    value: { slug, folder: own, exercise: shape.value, source: source.value },
  };
}

function checkExercise(exercise: Exercise, folder: string): readonly Finding[] {
  const { kind, material, questions } = exercise;
  const known = new Set(material.map(({ id }) => id));
  return [
    ...(kind === folder
      ? []
      : [
          {
            code: 'wrong-place',
            path: ['kind'],
            message: `This is of the kind "${kind}" and lies in the folder of "${folder}".`,
            remedy: 'Move the file, or mend its kind.',
          },
        ]),
    ...findRepeated(material, ['material']),
    ...findRepeated(questions, ['questions']),
    ...questions.flatMap((question, index) => checkQuestion(question, index, known)),
  ];
}

function checkQuestion(
  question: ExerciseQuestion,
  index: number,
  material: ReadonlySet<string>,
): readonly Finding[] {
  const path = ['questions', index];
  switch (question.kind) {
    case 'lines':
      if (material.has(question.material)) return [];
      return [
        {
          code: 'unknown-reference',
          path: [...path, 'material'],
          message: `There is no material "${question.material}".`,
          remedy: 'Use an id of `material`, or declare it there.',
        },
      ];
    case 'choice':
    case 'several':
      return findRepeated(question.options, [...path, 'options']);
    case 'text':
      return findRepeated(question.points, [...path, 'points']);
    case 'value':
      return [];
  }
}

function findRepeated(
  members: readonly { readonly id: string }[],
  path: Finding['path'],
): readonly Finding[] {
  return members.flatMap(({ id }, index) =>
    members.findIndex((one) => one.id === id) === index
      ? []
      : [
          {
            code: 'duplicate-id',
            path: [...path, index, 'id'],
            message: `The id "${id}" stands here a second time.`,
            remedy: 'Give this one an id of its own.',
          },
        ],
  );
}
