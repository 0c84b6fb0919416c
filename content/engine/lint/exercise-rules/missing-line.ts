import { writeLines } from '../../format/line-range.ts';
import type { ExerciseRule } from '../exercise-subject.ts';
import type { LintHit } from '../rule.ts';

export const missingLine: ExerciseRule = {
  name: 'missing-line',
  severity: 'error',
  reason: 'A finding on a line that is empty or not there can be marked by nobody.',
  remedy: 'Count again: lines are counted from 1, empty ones too.',
  bad: `exercise:
  questions:
    - id: where
      findings: [{ lines: 400, says: It trusts the body. }]`,
  good: `exercise:
  questions:
    - id: where
      findings: [{ lines: '3-4', says: It trusts the body. }]`,
  checkExercise: ({ exercise, material }) =>
    exercise.questions.flatMap((question, index): LintHit[] => {
      const text = question.kind === 'lines' ? material.get(question.material) : undefined;
      if (question.kind !== 'lines' || text === undefined) return [];
      const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
      return question.findings.flatMap(({ lines: range }, at): LintHit[] => {
        const path = ['questions', index, 'findings', at, 'lines'];
        if (range.to > lines.length) {
          const message = `"${question.material}" has ${lines.length} lines, and ${writeLines(range)} is cited.`;
          return [{ path, message }];
        }
        const blank = lines.slice(range.from - 1, range.to).every((line) => line.trim() === '');
        const message = `Nothing stands at ${writeLines(range)} of "${question.material}".`;
        return blank ? [{ path, message }] : [];
      });
    }),
};
