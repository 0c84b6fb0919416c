import type { ExerciseRule } from '../exercise-subject.ts';
import type { LintHit } from '../rule.ts';

export const costlyHint: ExerciseRule = {
  name: 'costly-hint',
  severity: 'error',
  reason: 'Asking must never cost more than answering wrong.',
  remedy: 'Lower the costs of its tiers, or raise the weight.',
  bad: `exercise:
  questions:
    - id: where
      hints: [{ text: Look at the body., cost: 3 }, { text: Line 3., cost: 4 }]`,
  good: `exercise:
  questions:
    - id: where
      hints: [{ text: Look at the body., cost: 1 }, { text: Line 3., cost: 2 }]`,
  checkExercise: ({ exercise }) =>
    exercise.questions.flatMap(({ id, hints, weight }, index): LintHit[] => {
      const cost = hints.reduce((sum, hint) => sum + hint.cost, 0);
      if (cost <= weight) return [];
      const message = `All hints for "${id}" cost ${cost}; the question earns ${weight}.`;
      return [{ path: ['questions', index, 'hints'], message }];
    }),
};
