import * as v from 'valibot';
import { mainBranch } from '../drill/branch.ts';
import { longestComment, type CommentTarget } from './packet-schema.ts';

/** The number of a sentence as the command line lists it, from 1. */
const SentenceNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const Words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestComment));

/**
 * Comments as a mentor writes them by hand, YAML or JSON: what each stands beside, and its words.
 * `attempt` and `branch` may be left out where there is one attempt, and for its first road.
 */
const CommentsFileSchema = v.strictObject({
  from: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  message: v.optional(v.pipe(v.string(), v.maxLength(20_000)), ''),
  comments: v.pipe(
    v.array(
      v.union([
        v.strictObject({
          attempt: v.optional(v.string()),
          branch: v.optional(v.string(), mainBranch),
          decision: v.string(),
          text: Words,
        }),
        v.strictObject({
          attempt: v.optional(v.string()),
          branch: v.optional(v.string(), mainBranch),
          update: v.string(),
          sentence: SentenceNumber,
          text: Words,
        }),
        v.strictObject({ story: v.string(), sentence: SentenceNumber, text: Words }),
      ]),
    ),
    v.minLength(1),
    v.maxLength(5_000),
  ),
});
type WrittenComment = v.InferOutput<typeof CommentsFileSchema>['comments'][number];

export interface WrittenComments {
  readonly from: string;
  readonly message: string;
  readonly comments: readonly { readonly on: CommentTarget; readonly text: string }[];
}

/**
 * Finds for each comment what it stands beside.
 *
 * @param targets all there are, as `listTargets` gives them
 * @returns the comments, or the first fault in a few words
 */
export function resolveComments(
  data: unknown,
  targets: readonly CommentTarget[],
): { readonly ok: true; readonly value: WrittenComments } | { readonly ok: false; fault: string } {
  const checked = v.safeParse(CommentsFileSchema, data);
  if (!checked.success) {
    const [issue] = checked.issues;
    const place = v.getDotPath(issue) ?? 'the file';
    return {
      ok: false,
      fault: `${place}: each comment is { decision, text }, { update, sentence, text } or { story, sentence, text }`,
    };
  }
  const { from, message, comments } = checked.output;
  const found: { on: CommentTarget; text: string }[] = [];
  for (const [index, written] of comments.entries()) {
    const on = findTarget(written, targets);
    if (!on) {
      return {
        ok: false,
        fault: `comments.${index}: the packet has no ${describeWanted(written)}`,
      };
    }
    found.push({ on, text: written.text });
  }
  return { ok: true, value: { from, message, comments: found } };
}

function findTarget(
  written: WrittenComment,
  targets: readonly CommentTarget[],
): CommentTarget | null {
  if ('story' in written) {
    const own = targets.filter((on) => on.kind === 'story_sentence' && on.story === written.story);
    return own[written.sentence - 1] ?? null;
  }
  const ids = new Set(targets.flatMap((on) => ('attempt' in on ? [on.attempt] : [])));
  const attempt = written.attempt ?? (ids.size === 1 ? [...ids][0] : undefined);
  return (
    targets.find((on) => {
      if (!('attempt' in on) || on.attempt !== attempt || on.branch !== written.branch)
        return false;
      if ('decision' in written) return on.kind === 'decision' && on.decision === written.decision;
      return (
        on.kind === 'update_sentence' &&
        on.update === written.update &&
        on.index === written.sentence - 1
      );
    }) ?? null
  );
}

function describeWanted(written: WrittenComment): string {
  if ('story' in written) return `sentence ${written.sentence} of a story ${written.story}`;
  const where = written.attempt === undefined ? '' : ` in the attempt ${written.attempt}`;
  return 'decision' in written
    ? `decision ${written.decision}${where}`
    : `sentence ${written.sentence} of the update ${written.update}${where}`;
}
