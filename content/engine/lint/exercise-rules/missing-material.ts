import type { ExerciseRule } from '../exercise-subject.ts';

export const missingMaterial: ExerciseRule = {
  name: 'missing-material',
  severity: 'error',
  reason: 'Material without its file cannot be read, and nothing asked about it can be answered.',
  remedy: 'Put the file into the folder of the exercise, or remove the entry.',
  bad: `exercise:
  material:
    - { id: code, title: refund.py, file: lost.py.txt }`,
  good: `exercise:
  material:
    - { id: code, title: refund.py, file: refund.py.txt }`,
  checkExercise: ({ exercise, material }) =>
    exercise.material.flatMap(({ id, file }, index) =>
      material.has(id)
        ? []
        : [{ path: ['material', index, 'file'], message: `${file} is missing.` }],
    ),
};
