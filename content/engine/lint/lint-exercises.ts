import type { ExerciseFile } from '../format/load-exercises.ts';
import { exerciseRules } from './exercise-rules.ts';
import { makeExerciseSubject } from './exercise-subject.ts';
import { byPlace, type LintFault } from './lint-drill.ts';
import { placeHit } from './place-hit.ts';
import { textRules } from './text-rules.ts';

/**
 * What is wrong with the exercises of a pack that load. The `slug` of a fault is the path of its
 * file, `ids` the questions and options within which it lies.
 *
 * @param readMaterial the text of a file by its path in the pack; null where there is none
 */
export function lintExercises(
  exercises: readonly ExerciseFile[],
  readMaterial: (path: string) => string | null,
): readonly LintFault[] {
  return exercises.flatMap((file) => lintExercise(file, readMaterial));
}

function lintExercise(
  file: ExerciseFile,
  readMaterial: (path: string) => string | null,
): readonly LintFault[] {
  const subject = makeExerciseSubject(file, readMaterial);
  const { source } = file;
  const hits = [
    ...exerciseRules.map((rule) => ({ rule, found: rule.checkExercise(subject) })),
    ...textRules.map((rule) => ({ rule, found: rule.check(subject) })),
  ];
  return hits
    .flatMap(({ rule, found }) =>
      found.map((hit) => ({
        ...placeHit(source, file.folder, subject, rule, hit),
        slug: source.file,
      })),
    )
    .sort(byPlace);
}
