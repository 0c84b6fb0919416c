import { probeKinds } from '../../format/question-terms.ts';
import { starDimensions } from '../../star/star-rule.ts';
import type { QuestionHit, QuestionRule } from '../question-subject.ts';

export const unprobedPart: QuestionRule = {
  name: 'unprobed-part',
  severity: 'warning',
  reason:
    'An answer may be weak in any part of the score; where no probe asks for that part, it is never mended.',
  remedy: 'Add a probe whose `lacks` names the part.',
  bad: `questions:
  - id: first
    probes:
      why:
        - { id: why-1, text: Why that way?, lacks: judgement }
        - { id: why-2, text: What did you decide against?, lacks: judgement }`,
  good: `questions: []`,
  checkQuestions: ({ files }) =>
    files.flatMap(({ questions: { questions }, source }) =>
      questions.flatMap(({ id, probes }, index): QuestionHit[] => {
        const all = probeKinds.flatMap((kind) => probes[kind]);
        const reached = new Set(all.flatMap(({ lacks, then }) => [lacks, then?.lacks ?? lacks]));
        const missing = starDimensions.filter((dimension) => !reached.has(dimension));
        if (missing.length === 0) return [];
        const message = `No probe of "${id}" asks for: ${missing.join(', ')}.`;
        return [{ source, path: ['questions', index, 'probes'], message }];
      }),
    ),
};
