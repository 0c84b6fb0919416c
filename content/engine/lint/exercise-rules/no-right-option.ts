import type { ExerciseRule } from '../exercise-subject.ts';
import type { LintHit } from '../rule.ts';

export const noRightOption: ExerciseRule = {
  name: 'no-right-option',
  severity: 'error',
  reason: 'Where no option earns all, or every one holds, nobody can be right, or wrong.',
  remedy: 'Let one option earn 1; of several, let at least one not hold.',
  bad: `exercise:
  questions:
    - id: fix
      options:
        - { id: session, text: Take it from the session, earns: 0.8, reason: It is the caller’s own. }
        - { id: form, text: Check its form, earns: 0, reason: A form proves nothing. }`,
  good: `exercise:
  questions:
    - id: fix
      options:
        - { id: session, text: Take it from the session, earns: 1, reason: It is the caller’s own. }
        - { id: form, text: Check its form, earns: 0, reason: A form proves nothing. }`,
  checkExercise: ({ exercise }) =>
    exercise.questions.flatMap((question, index): LintHit[] => {
      const path = ['questions', index, 'options'];
      if (question.kind === 'choice' && question.options.every(({ earns }) => earns < 1)) {
        return [{ path, message: `No option of "${question.id}" earns 1.` }];
      }
      if (question.kind === 'several' && question.options.every(({ holds }) => holds)) {
        return [{ path, message: `Every option of "${question.id}" holds.` }];
      }
      return [];
    }),
};
