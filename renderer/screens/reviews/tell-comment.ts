import type { ShownComment } from '../../../content/engine/packet/packet-records.ts';
import { writeMoment } from '../app/dates.ts';
import { writeName, writeSigner } from './signer-words.ts';

/** What a mentor wrote to one place, in words. */
export interface ToldComment {
  readonly id: string;
  readonly on: ShownComment['comment']['on'];
  /** The sentence of an update that it is about; null for any other place. */
  readonly sentence: string | null;
  readonly text: string;
  /** Whose it is, when, and whether that is proven. */
  readonly by: string;
}

/** @param own whether the review answers a packet that was sent from here */
export function tellComment({ comment, review }: ShownComment, own: boolean): ToldComment {
  const { id, on, text, author, at } = comment;
  return {
    id,
    on,
    sentence: 'sentence' in on ? on.sentence : null,
    text,
    by: [
      `${writeName(author, 'A mentor')}, ${writeMoment(at)}. ${writeSigner(review.signer)}`,
      ...(own ? [] : ['It answers no packet that was sent from here.']),
    ].join(' '),
  };
}
