import { findAlike } from '../find-alike.ts';
import type { QuestionHit, QuestionRule } from '../question-subject.ts';

const leastInCommon = 0.4;

export const alikeQuestions: QuestionRule = {
  name: 'alike-questions',
  severity: 'warning',
  reason: 'Two questions in nearly the same words are one question, asked twice.',
  remedy: 'Ask for something else, or leave one of them out.',
  bad: `questions:
  - { id: first, text: Which gap between two teams have you closed last year? }
  - { id: second, text: Which gap between two teams have you closed this year? }`,
  good: `questions: []`,
  checkQuestions: ({ lines }) => {
    const said = lines.filter(({ kind }) => kind !== 'note');
    return findAlike(
      said.map(({ text }) => text),
      leastInCommon,
    ).flatMap(({ first, second }): QuestionHit[] => {
      const [one, other] = [said[first], said[second]];
      // A probe may take up words of its own question.
      if (!one || !other || one.text === other.text) return [];
      const { line } = one.source.locate(one.path);
      const message = `"${other.text}" is close to "${one.text}" (${one.source.file}, line ${line}).`;
      return [{ source: other.source, path: other.path, message }];
    });
  },
};
