import type { ExerciseRule } from '../exercise-subject.ts';
import { findFalls } from '../find-falls.ts';

export const cheaperHint: ExerciseRule = {
  name: 'cheaper-hint',
  severity: 'warning',
  reason:
    'Each hint for a question gives more away. Where it costs less than the one before, asking on is cheaper than thinking.',
  remedy: 'Let each hint cost at least as much as the one before.',
  bad: `exercise:
  questions:
    - id: where
      hints: [{ text: Look at the body., cost: 2 }, { text: Line 3., cost: 1 }]`,
  good: `exercise:
  questions:
    - id: where
      hints: [{ text: Look at the body., cost: 1 }, { text: Line 3., cost: 2 }]`,
  checkExercise: ({ exercise }) =>
    exercise.questions.flatMap(({ id, hints }, index) =>
      findFalls(id, hints).map(({ tier, message }) => ({
        path: ['questions', index, 'hints', tier, 'cost'],
        message,
      })),
    ),
};
