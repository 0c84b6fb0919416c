import * as v from 'valibot';
import {
  CommentSchema,
  CommentTargetSchema,
  longestComment,
  PacketSchema,
  ReviewSchema,
  Sha256,
  type Comment,
} from './packet-schema.ts';

/**
 * What the table `packets` holds, each kind under an id of its own: `received/<sha256>` a packet that
 * a learner sent, `comments/<sha256>` what its mentor wrote to it so far, `sent/<id>` that a packet
 * was sent, `review/<sha256>` what a mentor sent back. The drills of received attempts lie with the
 * others that are kept for replay, and comments that are still being written with the other drafts.
 */

const Short = v.pipe(v.string(), v.maxLength(400));
const At = v.pipe(v.string(), v.isoTimestamp());

const SignerSchema = v.nullable(
  v.strictObject({
    key: Short,
    fingerprint: Short,
    author: Short,
    pinnedAs: v.nullable(Short),
  }),
);

/** Who signed a file; null where nobody did. */
export type Signer = v.InferOutput<typeof SignerSchema>;

const ReceivedSchema = v.strictObject({
  format: v.literal(1),
  sha256: Sha256,
  signer: SignerSchema,
  opened_at: At,
  packet: PacketSchema,
  logs: v.array(v.strictObject({ attempt: Short, text: v.string() })),
});
/** A packet that was opened here, by its mentor. */
export type ReceivedPacket = v.InferOutput<typeof ReceivedSchema>;

const DraftSchema = v.strictObject({
  format: v.literal(1),
  /** SHA-256 of the packet. */
  packet: Sha256,
  message: v.string(),
  comments: v.array(CommentSchema),
  /** When they were last sent; null while they were not. */
  sent_at: v.nullable(At),
});
/** A mentor's comments on one packet. */
export type CommentsDraft = v.InferOutput<typeof DraftSchema>;

const UnkeptSchema = v.strictObject({
  format: v.literal(1),
  comments: v.array(
    v.strictObject({
      on: CommentTargetSchema,
      /** The id of the comment that is changed; `new` for a new one. */
      which: Short,
      text: v.pipe(v.string(), v.maxLength(longestComment)),
    }),
  ),
});
/** Comments on one packet that are being written and were not kept yet, one a place at most. */
export type UnkeptComments = v.InferOutput<typeof UnkeptSchema>;
export type UnkeptComment = UnkeptComments['comments'][number];

const NamedSchema = v.strictObject({ id: Short, title: Short });
const SentSchema = v.strictObject({
  format: v.literal(1),
  id: Short,
  sha256: Sha256,
  at: At,
  attempts: v.array(NamedSchema),
  stories: v.array(NamedSchema),
  practices: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
/** That a packet was sent, and with what. */
export type SentPacket = v.InferOutput<typeof SentSchema>;

const ReceivedReviewSchema = v.strictObject({
  format: v.literal(1),
  sha256: Sha256,
  signer: SignerSchema,
  opened_at: At,
  review: ReviewSchema,
});
/** A mentor's answer that was opened here, by its learner. */
export type ReceivedReview = v.InferOutput<typeof ReceivedReviewSchema>;

const BankSchema = v.strictObject({
  format: v.literal(1),
  texts: v.array(v.strictObject({ id: Short, text: v.string() })),
});
/** Comments that are used again and again, those used last leading. */
export type CommentBank = v.InferOutput<typeof BankSchema>;

export const prefixes = {
  received: 'received/',
  draft: 'comments/',
  sent: 'sent/',
  review: 'review/',
} as const;

/** Reads stored records. What is none of this version's is left out, and stays as it is. */
export function readPacketRecords(
  rows: readonly { readonly id: string; readonly body: unknown }[],
) {
  const read = <S extends v.GenericSchema>(prefix: string, schema: S): v.InferOutput<S>[] =>
    rows.flatMap(({ id, body }) => {
      if (!id.startsWith(prefix)) return [];
      const checked = v.safeParse(schema, body);
      return checked.success ? [checked.output] : [];
    });
  return {
    received: read(prefixes.received, ReceivedSchema),
    drafts: read(prefixes.draft, DraftSchema),
    sent: read(prefixes.sent, SentSchema),
    reviews: read(prefixes.review, ReceivedReviewSchema),
  };
}

/** The id in the table `drafts` under which the unkept comments on a packet lie. */
export function writeUnkeptId(sha256: string): string {
  return `draft/${sha256}/comments`;
}

export function readUnkeptComments(body: unknown): UnkeptComments['comments'] {
  const checked = v.safeParse(UnkeptSchema, body);
  return checked.success ? checked.output.comments : [];
}

export function readCommentBank(body: unknown): CommentBank['texts'] {
  const checked = v.safeParse(BankSchema, body);
  return checked.success ? checked.output.texts : [];
}

/** A comment as a learner sees it: with whose it is. */
export interface ShownComment {
  readonly comment: Comment;
  readonly review: ReceivedReview;
}
