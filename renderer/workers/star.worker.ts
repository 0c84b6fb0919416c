import type { ConfidentialTerms } from '../../content/engine/story/find-confidential.ts';
import type { AnswerRequest } from '../../content/engine/star/answer-request.ts';
import { scoreAnswer, type StarScore } from '../../content/engine/star/score-answer.ts';
import { readToldText, type ToldText } from '../../content/engine/story/read-told-text.ts';
import { writeText } from '../../content/engine/story/story-sentences.ts';
import type { StoryText } from '../../content/engine/story/story.ts';

/** Asks for the reading of one text of a story. `id` comes back with the answer. */
export interface StarRequest {
  readonly id: number;
  readonly story: StoryText;
  /** Slug; empty where none is chosen. */
  readonly principle: string;
  /** What must not be told outside, and what may. */
  readonly terms: ConfidentialTerms;
}
export type StarAnswer = { readonly id: number; readonly told: ToldText };

/** Asks for the score of an answer to a question. */
export interface ScoreRequest {
  readonly id: number;
  readonly request: AnswerRequest;
}
export type ScoreAnswered = { readonly id: number; readonly score: StarScore };

/** Asks which roles of the person's own still hold in a text that was typed into. */
export interface RewriteRequest {
  readonly id: number;
  readonly before: StoryText;
  readonly typed: string;
}
export type Rewritten = { readonly id: number; readonly text: StoryText };

/** Scores away from the window's thread: 2,000 words take longer than a frame. */
addEventListener(
  'message',
  ({ data }: MessageEvent<StarRequest | ScoreRequest | RewriteRequest>) => {
    const { id } = data;
    if ('typed' in data) {
      postMessage({ id, text: writeText(data.before, data.typed) });
      return;
    }
    postMessage(
      'request' in data
        ? { id, score: scoreAnswer(data.request) }
        : { id, told: readToldText(data.story, data.principle, data.terms) },
    );
  },
);
