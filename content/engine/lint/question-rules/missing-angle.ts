import { angleWords, questionAngles } from '../../format/question-terms.ts';
import type { QuestionHit, QuestionRule } from '../question-subject.ts';

export const missingAngle: QuestionRule = {
  name: 'missing-angle',
  severity: 'warning',
  reason:
    'A principle that is asked after from one side only can be answered with one prepared story. A single question adds to a bank, and is not asked for the others.',
  remedy: 'Write one question for each of the eight angles, and one only.',
  bad: `questions: [{ id: second, angle: best }]`,
  good: `questions:
  - { id: third, angle: conflict }
  - { id: fourth, angle: short }
  - { id: fifth, angle: metric }
  - { id: sixth, angle: security }
  - { id: seventh, angle: scale }
  - { id: eighth, angle: again }`,
  checkQuestions: ({ files }) =>
    files.flatMap(({ questions: { principle, questions }, source }): QuestionHit[] => {
      const asked = questions.map(({ angle }) => angle);
      const missing = questionAngles.filter((angle) => !asked.includes(angle));
      const twice = asked.flatMap((angle, index) =>
        asked.indexOf(angle) === index
          ? []
          : [
              {
                source,
                path: ['questions', index, 'angle'],
                message: `"${angleWords[angle]}" is asked a second time for ${principle}.`,
              },
            ],
      );
      if (missing.length === 0 || questions.length === 1) return twice;
      const names = missing.map((angle) => angleWords[angle]).join(', ');
      const message = `Nothing asks after ${principle} from these angles: ${names}.`;
      return [...twice, { source, path: ['questions'], message }];
    }),
};
