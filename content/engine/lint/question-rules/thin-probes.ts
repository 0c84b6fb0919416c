import { probeKinds } from '../../format/question-terms.ts';
import type { QuestionHit, QuestionRule } from '../question-subject.ts';

const least = 2;

export const thinProbes: QuestionRule = {
  name: 'thin-probes',
  severity: 'warning',
  reason:
    'Probes are chosen from what an answer lacks: with one of each kind there is nothing to choose.',
  remedy: 'Give two or three each for what, how and why, one of them with a `then`.',
  bad: `questions:
  - id: first
    probes: { how: [{ id: how-1, text: How did you know?, lacks: result }] }`,
  good: `questions: []`,
  checkQuestions: ({ files }) =>
    files.flatMap(({ questions: { questions }, source }) =>
      questions.flatMap(({ id, probes }, index): QuestionHit[] => {
        const path = ['questions', index, 'probes'];
        const thin = probeKinds.filter((kind) => probes[kind].length < least);
        const deep = probeKinds.some((kind) => probes[kind].some(({ then }) => then));
        return [
          ...thin.map((kind) => ({
            source,
            path: [...path, kind],
            message: `"${id}" has fewer than ${least} probes for ${kind}.`,
          })),
          ...(deep
            ? []
            : [{ source, path, message: `No probe of "${id}" goes on with a "then".` }]),
        ];
      }),
    ),
};
