import type { ExerciseRule } from '../exercise-subject.ts';
import type { LintHit } from '../rule.ts';

/** Shorter answers, such as 3, stand in many texts by chance. */
const shortest = 4;

export const toldAnswer: ExerciseRule = {
  name: 'told-answer',
  severity: 'warning',
  reason: 'An answer that stands in the brief or in a question is copied, not found.',
  remedy: 'Say it in other words, or ask for something else.',
  bad: `exercise:
  brief: The refund of order-4411 was paid twice. Read the code.`,
  good: `exercise:
  brief: A refund was paid twice. Read the code.`,
  checkExercise: ({ exercise }) => {
    const told = [
      { path: ['title'], text: exercise.title },
      { path: ['brief'], text: exercise.brief },
      ...exercise.questions.map(({ prompt }, index) => ({
        path: ['questions', index, 'prompt'],
        text: prompt,
      })),
    ].map(({ path, text }) => ({ path, text: text.toLowerCase() }));
    return exercise.questions.flatMap((question): LintHit[] => {
      if (question.kind !== 'value') return [];
      return question.accepts.flatMap((accepted): LintHit[] => {
        if ('re2' in accepted || accepted.exact.length < shortest) return [];
        const answer = accepted.exact.toLowerCase();
        const message = `"${accepted.exact}" is an answer to "${question.id}", and stands here.`;
        return told.flatMap(({ path, text }) => (text.includes(answer) ? [{ path, message }] : []));
      });
    });
  },
};
