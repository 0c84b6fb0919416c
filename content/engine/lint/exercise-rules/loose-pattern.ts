import { findPattern } from '../../format/pack-pattern.ts';
import type { ExerciseRule } from '../exercise-subject.ts';
import type { LintHit } from '../rule.ts';

export const loosePattern: ExerciseRule = {
  name: 'loose-pattern',
  severity: 'error',
  reason: 'A pattern that nothing at all fits as well gives its points to every answer.',
  remedy: 'Let it ask for at least one word: take away a * or an empty alternative.',
  bad: `exercise:
  questions:
    - id: order
      accepts: [{ re2: '(order-)?[0-9]*', says: The number of the order. }]`,
  good: `exercise:
  questions:
    - id: order
      accepts: [{ re2: '(order-)?4411', says: The number of the order. }]`,
  checkExercise: ({ exercise }) =>
    exercise.questions.flatMap((question, index): LintHit[] => {
      const path = ['questions', index];
      if (question.kind === 'value') {
        return question.accepts.flatMap((accepted, at) =>
          're2' in accepted ? check(accepted.re2, [...path, 'accepts', at, 're2']) : [],
        );
      }
      if (question.kind !== 'text') return [];
      return question.points.flatMap(({ any }, at) =>
        any.flatMap((pattern, which) => check(pattern, [...path, 'points', at, 'any', which])),
      );
    }),
};

function check(pattern: string, path: LintHit['path']): readonly LintHit[] {
  return findPattern(pattern, '') === null
    ? []
    : [{ path, message: `The pattern "${pattern}" fits an empty text.` }];
}
