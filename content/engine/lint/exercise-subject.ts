import type { ExerciseFile } from '../format/load-exercises.ts';
import type { PlacedText } from './list-texts.ts';
import type { LintHit, RuleText, TextSubject } from './rule.ts';

/** An exercise that loads, with all that rules ask about it. */
export interface ExerciseSubject extends TextSubject, Pick<ExerciseFile, 'exercise'> {
  /** The text of each material that is there, by its id. */
  readonly material: ReadonlyMap<string, string>;
}

/** One thing that an exercise can have wrong although it loads. */
export interface ExerciseRule extends RuleText {
  checkExercise(subject: ExerciseSubject): readonly LintHit[];
}

/** @param readMaterial the text of a file by its path in the pack; null where there is none */
export function makeExerciseSubject(
  { exercise, folder }: ExerciseFile,
  readMaterial: (path: string) => string | null,
): ExerciseSubject {
  const read = exercise.material.map(({ id, file }, index) => ({
    id,
    file,
    path: ['material', index, 'file'],
    text: readMaterial(folder + file),
  }));
  const there = read.flatMap((one) => (one.text === null ? [] : [{ ...one, text: one.text }]));
  return {
    exercise,
    material: new Map(there.map(({ id, text }) => [id, text])),
    texts: listExerciseTexts(exercise),
    data: exercise,
    files: there,
    pictures: [],
  };
}

function listExerciseTexts({
  title,
  brief,
  material,
  questions,
  debrief,
}: ExerciseFile['exercise']): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const line = (path: PlacedText['path'], text: string | undefined): void => {
    if (text !== undefined) found.push({ path, text, markdown: false });
  };
  const markdown = (path: PlacedText['path'], text: string | undefined): void => {
    if (text !== undefined) found.push({ path, text, markdown: true });
  };
  line(['title'], title);
  markdown(['brief'], brief);
  material.forEach(({ about }, i) => line(['material', i, 'about'], about));
  questions.forEach((question, i) => {
    const path = ['questions', i];
    markdown([...path, 'prompt'], question.prompt);
    markdown([...path, 'reason'], question.reason);
    question.hints.forEach(({ text }, j) => markdown([...path, 'hints', j, 'text'], text));
    if (question.kind === 'choice' || question.kind === 'several') {
      question.options.forEach(({ text, reason }, j) => {
        line([...path, 'options', j, 'text'], text);
        line([...path, 'options', j, 'reason'], reason);
      });
    }
  });
  markdown(['debrief'], debrief);
  return found;
}
