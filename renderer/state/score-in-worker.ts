import type { AnswerRequest } from '../../content/engine/star/answer-request.ts';
import type { StarScore } from '../../content/engine/star/score-answer.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { ScoreAnswered, ScoreRequest } from '../workers/star.worker.ts';

/** Longer than 100 kB of dense text takes on a slow machine. */
const deadline_ms = 20_000;

let worker: AskedWorker<Omit<ScoreRequest, 'id'>, ScoreAnswered> | null = null;

/** Scores an answer without ever holding up the window. Rejects where that takes far too long. */
export async function scoreInWorker(request: AnswerRequest): Promise<StarScore> {
  worker ??= new AskedWorker('star', { deadline_ms });
  return (await worker.ask({ request })).score;
}
