import { findReadingLevel } from '../reading-level.ts';
import type { QuestionHit, QuestionRule } from '../question-subject.ts';

/** Years of school. What is heard once has to be plainer than what is read. */
const hardest = 12;
/** UTF-16 units: about what is said in one breath, and the least that is a question. */
const lengths = { question: [40, 260], probe: [12, 170] } as const;

export const hardQuestion: QuestionRule = {
  name: 'hard-question',
  severity: 'warning',
  reason:
    'A question is heard once: whoever has to take it apart first is not asked what was meant.',
  remedy: 'Ask one thing, in words that are used at work.',
  bad: `questions:
  - id: first
    text: >-
      Notwithstanding organisational considerations, characterise comprehensively your individual
      participation regarding responsibility determination.`,
  good: `questions: []`,
  checkQuestions: ({ lines }) =>
    lines.flatMap(({ source, path, text, kind }): QuestionHit[] => {
      if (kind === 'note') return [];
      const [least, most] = lengths[kind];
      if (text.length < least || text.length > most) {
        const message = `This has ${text.length} characters; ${least} to ${most} can be said and kept in mind.`;
        return [{ source, path, message }];
      }
      const level = findReadingLevel(text);
      if (kind === 'probe' || level <= hardest) return [];
      const message = `This question asks for ${Math.round(level)} years of school; ${hardest} should do.`;
      return [{ source, path, message }];
    }),
};
