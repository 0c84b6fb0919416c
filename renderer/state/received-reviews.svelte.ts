import {
  prefixes,
  type ReceivedReview,
  type ShownComment,
  type Signer,
} from '../../content/engine/packet/packet-records.ts';
import type { SaveStatus } from './save-status.svelte.ts';

/** What mentors answered to packets. */
export class ReceivedReviews {
  #all = $state.raw<readonly ReceivedReview[]>([]);
  readonly #saves: Pick<SaveStatus, 'save'>;
  readonly #nameSigner: (signer: Signer) => Signer;

  /**
   * @param stored the newest leading
   * @param nameSigner who signed, under the name that their key has now
   */
  constructor(
    stored: readonly ReceivedReview[],
    saves: Pick<SaveStatus, 'save'>,
    nameSigner: (signer: Signer) => Signer,
  ) {
    this.#all = stored;
    this.#saves = saves;
    this.#nameSigner = nameSigner;
  }

  /** The newest leading. */
  get all(): readonly ReceivedReview[] {
    return this.#all;
  }

  /** What mentors wrote to a road of an attempt. */
  listFor(attempt: string, branch: string): readonly ShownComment[] {
    return this.#list(
      ({ on }) => 'attempt' in on && on.attempt === attempt && on.branch === branch,
    );
  }

  /** What mentors wrote to a story. */
  listForStory(story: string): readonly ShownComment[] {
    return this.#list(({ on }) => on.kind === 'story_sentence' && on.story === story);
  }

  /** Keeps an answer, in the place of the same one; false where it could not be kept. */
  async add(review: ReceivedReview): Promise<boolean> {
    const body = { table: 'packets' as const, id: prefixes.review + review.sha256, body: review };
    if (!(await this.#saves.save({ puts: [body] }))) return false;
    this.#all = [review, ...this.#all.filter((one) => one.sha256 !== review.sha256)];
    return true;
  }

  /** Takes an answer away, and returns how to bring it back. */
  async remove(sha256: string): Promise<(() => Promise<void>) | null> {
    const gone = this.#all.find((one) => one.sha256 === sha256);
    if (!gone) return null;
    const id = prefixes.review + sha256;
    if (!(await this.#saves.save({ deletes: [{ table: 'packets', id }] }))) return null;
    this.#all = this.#all.filter((one) => one !== gone);
    return async () => {
      if (this.#all.some((one) => one.sha256 === sha256)) return;
      await this.#saves.save({ puts: [{ table: 'packets', id, body: gone }] });
      this.#all = [gone, ...this.#all];
    };
  }

  #list(holds: (comment: ShownComment['comment']) => boolean): readonly ShownComment[] {
    // A review that was sent again takes the place of the one before.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const newest = new Map<string, ShownComment>();
    for (const kept of [...this.#all].reverse()) {
      const review = { ...kept, signer: this.#nameSigner(kept.signer) };
      for (const comment of review.review.comments) {
        if (holds(comment)) newest.set(comment.id, { comment, review });
      }
    }
    return [...newest.values()];
  }
}
