import { rateDraft, type RatedDraft } from '../../content/engine/score/update/rate-draft.ts';
import type { Audience } from '../../content/engine/score/update/update-request.ts';
import { loaded } from './loaded.ts';

/** A long update that is being written. `id` comes back with what the score finds in it. */
export interface DraftRequest {
  readonly id: number;
  readonly text: string;
  readonly audience: Audience;
}
export type DraftAnswer = { readonly id: number; readonly rated: RatedDraft };

addEventListener('message', ({ data }: MessageEvent<DraftRequest>) => {
  postMessage({ id: data.id, rated: rateDraft(data.text, data.audience) });
});

postMessage(loaded);
