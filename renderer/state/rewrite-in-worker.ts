import type { StoryText } from '../../content/engine/story/story.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { RewriteRequest, Rewritten } from '../workers/star.worker.ts';

let worker: AskedWorker<Omit<RewriteRequest, 'id'>, Rewritten> | null = null;

/** Finds away from the keys which roles of the person's own hold in what was typed since. */
export async function rewriteInWorker(before: StoryText, typed: string): Promise<StoryText> {
  worker ??= new AskedWorker('star', { deadline_ms: 20_000 });
  return (await worker.ask({ before, typed })).text;
}
