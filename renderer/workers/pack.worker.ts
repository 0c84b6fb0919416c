import { loadPack } from '../../content/engine/format/load-pack.ts';
import { stripSources } from '../../content/engine/format/parsed-pack.ts';
import { stripQuestionSources } from '../../content/engine/format/question-load.ts';

/** Asks for one pack: path inside the pack → text. `id` comes back with the answer. */
export interface PackRequest {
  readonly id: number;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Parses packs away from the window's thread: YAML and schema together are the longest work there
 * is at start, and the largest code.
 */
addEventListener('message', ({ data }: MessageEvent<PackRequest>) => {
  const loaded = loadPack(new Map(Object.entries(data.texts)));
  const questions = stripQuestionSources(loaded.questions);
  postMessage({ id: data.id, pack: stripSources(loaded), questions });
});
