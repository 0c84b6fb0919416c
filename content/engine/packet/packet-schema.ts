import * as v from 'valibot';
import { Id, Line } from '../format/primitives.ts';
import { PracticeSchema } from '../story/practice-record.ts';
import { StorySchema } from '../story/story.ts';

/**
 * What a learner sends to a mentor, format 1: `packet.json` of a `.drillpacket`. Beside it lie
 * `attempts/<id>.jsonl`, the whole log of each attempt with its header, and `drills/<hash>/`, the very
 * files of the drill it was played with. Stories and practices are there only if they were chosen.
 */

/** SHA-256, hexadecimal. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256'));
const At = v.pipe(v.string(), v.isoTimestamp());
/** What somebody calls themselves; only a signature proves anything. */
const Name = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u));
const Message = v.pipe(v.string(), v.maxLength(20_000));

const SentAttemptSchema = v.strictObject({
  id: Id,
  /** The hash of its drill, as its header has it. */
  drill: Sha256,
  title: Line,
});

export const PacketSchema = v.pipe(
  v.strictObject({
    format: v.literal(1),
    id: Id,
    from: Name,
    message: Message,
    at: At,
    attempts: v.pipe(v.array(SentAttemptSchema), v.maxLength(100)),
    /** Without their recordings: sound does not travel. */
    practices: v.pipe(v.array(PracticeSchema), v.maxLength(200)),
    stories: v.pipe(v.array(StorySchema), v.maxLength(200)),
  }),
  v.check(
    ({ attempts, practices, stories }) => attempts.length + practices.length + stories.length > 0,
    'must hold something',
  ),
  v.check(
    ({ attempts }) => new Set(attempts.map(({ id }) => id)).size === attempts.length,
    'must name an attempt once',
  ),
);
export type Packet = v.InferOutput<typeof PacketSchema>;

export const CommentTargetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('decision'), attempt: Id, branch: Id, decision: Id }),
  v.strictObject({
    kind: v.literal('update_sentence'),
    attempt: Id,
    branch: Id,
    update: Id,
    /** From 0, as `findSentences` cuts the text. */
    index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    sentence: v.pipe(v.string(), v.maxLength(100_000)),
  }),
  v.strictObject({
    kind: v.literal('story_sentence'),
    story: v.pipe(v.string(), v.maxLength(400)),
    sentence: v.pipe(v.string(), v.maxLength(120_000)),
  }),
]);
/** What a comment stands beside. A sentence is named by its words, so that an edit cannot move it. */
export type CommentTarget = v.InferOutput<typeof CommentTargetSchema>;

export const longestComment = 4_000;

export const CommentSchema = v.strictObject({
  id: Id,
  on: CommentTargetSchema,
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestComment)),
  at: At,
  author: Name,
});
export type Comment = v.InferOutput<typeof CommentSchema>;

/** `review.json` of a `.drillreview`, format 1: a mentor's comments on one packet. */
export const ReviewSchema = v.strictObject({
  format: v.literal(1),
  id: Id,
  /** SHA-256 of the packet's file, signature and all. */
  answers: Sha256,
  /** The id that the packet gives itself. */
  packet: Id,
  from: Name,
  message: Message,
  at: At,
  comments: v.pipe(v.array(CommentSchema), v.maxLength(5_000)),
});
export type MentorReview = v.InferOutput<typeof ReviewSchema>;

export const packetFile = 'packet.json';
export const reviewFile = 'review.json';

/** The place of an attempt's log in a packet. */
export function logPath(attempt: string): string {
  return `attempts/${attempt}.jsonl`;
}
