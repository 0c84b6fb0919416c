import { readToldText, type ToldText } from '../../content/engine/story/read-told-text.ts';
import type { StoryText } from '../../content/engine/story/story.ts';

/** Asks for the reading of one text of a story. `id` comes back with the answer. */
export interface StarRequest {
  readonly id: number;
  readonly story: StoryText;
  /** Slug; empty where none is chosen. */
  readonly principle: string;
}
export type StarAnswer = { readonly id: number; readonly told: ToldText };

/** Scores away from the window's thread: 2,000 words take longer than a frame. */
addEventListener('message', ({ data }: MessageEvent<StarRequest>) => {
  postMessage({ id: data.id, told: readToldText(data.story, data.principle) });
});
