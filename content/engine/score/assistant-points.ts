import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { AnswerWatch, DrillState } from '../drill/state.ts';
import type { AssistantAnswer } from '../format/drill-schema.ts';
import type { Point } from './point.ts';

/** An answer of the assistant that was asked for, and whether it was verified in time. */
export interface AnswerReview {
  readonly answer: AssistantAnswer;
  readonly watch: AnswerWatch;
  /** One of its checks was cited or opened before it was acted on. */
  readonly verified: boolean;
}

export function reviewAnswers(
  { drill }: PreparedDrill,
  state: DrillState,
): readonly AnswerReview[] {
  return (drill.assistant?.answers ?? []).flatMap((answer): AnswerReview[] => {
    const watch = state.watched.get(answer.id);
    return watch ? [{ answer, watch, verified: watch.verified_s !== null }] : [];
  });
}

/** Who does not ask it neither earns nor loses anything; an answer without a check counts for nothing. */
export function scoreAssistant(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  const { assistant } = prepared.drill;
  if (!assistant) return [];
  return reviewAnswers(prepared, state)
    .filter(({ answer }) => answer.check.length > 0)
    .map(({ answer, watch, verified }): Point => ({
      rule: `assistant:${answer.id}`,
      title: `Verified: ${answer.question}`,
      part: assistant.part,
      weight: assistant.weight,
      earned: verified ? assistant.weight : 0,
      seq: watch.seq,
      at_s: watch.verified_s ?? watch.asked_s,
      why: `${describeVerifying(verified, watch)} ${answer.why}`,
      clues: answer.check,
      spans: [],
    }));
}

function describeVerifying(verified: boolean, { acted_s }: AnswerWatch): string {
  if (verified) return 'What it said was looked up.';
  return acted_s === null
    ? 'What it said was not looked up.'
    : 'What it said was acted on before it was looked up.';
}
