import { hashText } from '../drill/random-source.ts';
import { drawQuestion, type AskedBefore } from './draw-question.ts';
import type { QuestionPlace } from './plan-loop.ts';
import type { LoopPlan, LoopQuestion } from './plan-loop-record.ts';

/** A question of the bank, as far as a loop goes. */
interface AskableQuestion {
  readonly id: string;
  readonly principle: string;
}

/**
 * What each interviewer may ask, as ids in the shape of the plan: the question that the plan keeps,
 * else one of that principle that was not practised lately, drawn by the place so that it stays the
 * same from look to look. No question is asked twice in a loop; null where none is left.
 */
export function proposeQuestions(
  plan: LoopPlan,
  questions: readonly AskableQuestion[],
  practices: readonly AskedBefore[],
): readonly (readonly (string | null)[])[] {
  const used = new Set(listKept(plan, questions));
  return plan.interviewers.map(({ id, questions: asked }) =>
    asked.map((one, index) => {
      if (isKept(one, questions)) return one.ask ?? null;
      const open = questions.filter(
        (question) => question.principle === one.principle && !used.has(question.id),
      );
      const drawn = drawQuestion(
        open,
        practices,
        hashText(`${id}/${String(index)}/${one.principle}`),
      );
      if (drawn) used.add(drawn.id);
      return drawn?.id ?? null;
    }),
  );
}

/**
 * Another question for a place, by a seed: of the same principle, asked nowhere in the loop, and not
 * the one that is proposed now. Null where there is none.
 *
 * @param proposed what `proposeQuestions` gave
 */
export function drawAnother(
  plan: LoopPlan,
  { interviewer, question }: QuestionPlace,
  proposed: readonly (readonly (string | null)[])[],
  questions: readonly AskableQuestion[],
  practices: readonly AskedBefore[],
  seed: number,
): string | null {
  const principle = plan.interviewers[interviewer]?.questions[question]?.principle;
  const used = new Set(proposed.flat());
  const open = questions.filter((one) => one.principle === principle && !used.has(one.id));
  return drawQuestion(open, practices, seed)?.id ?? null;
}

function listKept(plan: LoopPlan, questions: readonly AskableQuestion[]): readonly string[] {
  return plan.interviewers.flatMap((one) =>
    one.questions.flatMap((asked) => (isKept(asked, questions) ? (asked.ask ?? []) : [])),
  );
}

/** One that is in no pack any more, or asks after another principle now, is drawn anew. */
function isKept({ ask, principle }: LoopQuestion, questions: readonly AskableQuestion[]): boolean {
  return questions.some((one) => one.id === ask && one.principle === principle);
}
