import { alikeQuestions } from './question-rules/alike-questions.ts';
import { hardQuestion } from './question-rules/hard-question.ts';
import { missingAngle } from './question-rules/missing-angle.ts';
import { repeatedSentence } from './question-rules/repeated-sentence.ts';
import { thinProbes } from './question-rules/thin-probes.ts';
import { unprobedPart } from './question-rules/unprobed-part.ts';
import type { QuestionRule } from './question-subject.ts';

/** Rules for the questions and competencies of a pack. */
export const questionRules: readonly QuestionRule[] = [
  missingAngle,
  thinProbes,
  unprobedPart,
  repeatedSentence,
  alikeQuestions,
  hardQuestion,
];
