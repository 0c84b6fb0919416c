import type { Level } from '../../content/engine/format/drill-terms.ts';
import type { QuestionAngle, QuestionRole } from '../../content/engine/format/question-terms.ts';
import type { CompetencyQuestion, Question } from '../../content/engine/format/question-schema.ts';
import type { PrincipleSlug } from '../../content/engine/story/principles.ts';

/** A behavioural question, with the principle it asks after and the pack it comes from. */
export interface BankQuestion extends Question {
  readonly principle: PrincipleSlug;
  readonly principleName: string;
  readonly packId: string;
}

/** A technical question: one topic at one depth. */
export interface TechnicalQuestion extends CompetencyQuestion {
  readonly competency: string;
  readonly competencyTitle: string;
  readonly depth: Level;
  readonly packId: string;
}

/** What is wanted of the behavioural questions. Whatever is left out does not narrow. */
export interface QuestionFilter {
  /** Slugs; any of them. */
  readonly principles?: readonly string[];
  readonly angles?: readonly QuestionAngle[];
  /** Id of a competency that the question touches. */
  readonly competency?: string;
  /** Those for a role hold the ones for any role. */
  readonly role?: QuestionRole;
  /** Words that all stand in the question or its principle; the beginning of a word is enough. */
  readonly search?: string;
}

export interface TechnicalFilter {
  readonly competency?: string;
  readonly depth?: Level;
  readonly search?: string;
}

export function filterQuestions(
  questions: readonly BankQuestion[],
  { principles = [], angles = [], competency, role, search = '' }: QuestionFilter,
): readonly BankQuestion[] {
  const holds = searchFor(search);
  return questions.filter(
    (question) =>
      (principles.length === 0 || principles.includes(question.principle)) &&
      (angles.length === 0 || angles.includes(question.angle)) &&
      (competency === undefined || question.competency === competency) &&
      (role === undefined ||
        question.roles.includes('any') ||
        question.roles.some((one) => one === role)) &&
      holds(`${question.text} ${question.principleName}`),
  );
}

export function filterTechnical(
  questions: readonly TechnicalQuestion[],
  { competency, depth, search = '' }: TechnicalFilter,
): readonly TechnicalQuestion[] {
  const holds = searchFor(search);
  return questions.filter(
    (question) =>
      (competency === undefined || question.competency === competency) &&
      (depth === undefined || question.depth === depth) &&
      holds(`${question.text} ${question.competencyTitle}`),
  );
}

function searchFor(search: string): (text: string) => boolean {
  const wanted = wordsOf(search);
  if (wanted.length === 0) return () => true;
  return (text) => {
    const words = wordsOf(text);
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  };
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}
