import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { AnswerReview } from '../../../content/engine/score/assistant-points.ts';

/** One answer of the assistant in words: whether it held, and whether that was looked up in time. */
export interface ToldAnswer {
  readonly id: string;
  readonly question: string;
  readonly asked: string;
  readonly words: string;
}

/** As its heading has it. */
export function titleAnswers({ drill }: PreparedDrill): string {
  return `What ${drill.assistant?.name ?? 'The assistant'} said`;
}

export function tellAnswer(review: AnswerReview): ToldAnswer {
  const { answer, watch } = review;
  return {
    id: answer.id,
    question: answer.question,
    asked: formatScenarioTime(watch.asked_s),
    words: [
      answer.wrong ? 'Its answer did not hold.' : 'Its answer held.',
      tellLookUp(review),
      answer.why,
    ].join(' '),
  };
}

function tellLookUp({ answer, watch, verified }: AnswerReview): string {
  if (answer.check.length === 0) return 'There was nothing to look up.';
  if (verified) {
    const at = watch.verified_s === null ? '' : ` at ${formatScenarioTime(watch.verified_s)}`;
    return `You looked it up${at}.`;
  }
  return watch.acted_s === null
    ? 'You did not look it up.'
    : `You acted on it at ${formatScenarioTime(watch.acted_s)}, before you had looked it up.`;
}
