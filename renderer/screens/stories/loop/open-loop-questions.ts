import type { AskedBefore } from '../../../../content/engine/story/draw-question.ts';
import type { AppParts } from '../../../state/app-parts.ts';
import type { BankQuestion } from '../../../state/filter-questions.ts';

/** What interviewers can be given to ask, and what of it was practised. */
export interface LoopQuestions {
  readonly questions: readonly BankQuestion[];
  readonly practices: readonly AskedBefore[];
}

/** None where the packs or the practices cannot be read: a plan of stories stands without them. */
export async function openLoopQuestions(
  parts: Pick<AppParts, 'openQuestions' | 'openPractices'>,
): Promise<LoopQuestions> {
  try {
    const [bank, practices] = await Promise.all([parts.openQuestions(), parts.openPractices()]);
    return { questions: bank.questions, practices: practices.all };
  } catch {
    return { questions: [], practices: [] };
  }
}
