import { listPlainWords } from '../find-alike.ts';
import type { QuestionHit, QuestionLine, QuestionRule } from '../question-subject.ts';

export const repeatedSentence: QuestionRule = {
  name: 'repeated-sentence',
  severity: 'warning',
  reason: 'A sentence that fits two questions says nothing about either of them.',
  remedy: 'Say what is true of this question alone.',
  bad: `questions:
  - { id: first, traps: [A story without an end] }
  - { id: second, traps: [A story without an end] }`,
  good: `questions: []`,
  checkQuestions: ({ lines }) => {
    const seen = new Map<string, QuestionLine>();
    return lines.flatMap((line): QuestionHit[] => {
      const { source, path, text } = line;
      const words = listPlainWords(text).join(' ');
      const before = seen.get(words);
      if (!before) {
        seen.set(words, line);
        return [];
      }
      const { line: at } = before.source.locate(before.path);
      const message = `"${text}" stands word for word in ${before.source.file}, line ${at}.`;
      return [{ source, path, message }];
    });
  },
};
