import { collectBranch, mainBranch } from '../drill/branch.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import { replay } from '../drill/step.ts';
import { findSentences } from '../score/sentences.ts';
import { storyLengths, type Story } from '../story/story.ts';
import type { CommentTarget, MentorReview } from './packet-schema.ts';
import type { ReadPacket } from './read-packet.ts';

/** A sentence that a comment can stand beside, with its place in the text. */
export interface TargetSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sentences of an update as comments count them. */
export function listSentences(text: string): readonly TargetSentence[] {
  return findSentences(text).map(([start, end]) => ({ text: text.slice(start, end), start, end }));
}

/** Sentences of all lengths of a story, each once. */
export function listStorySentences(story: Pick<Story, 'texts'>): readonly string[] {
  const all = storyLengths.flatMap((length) =>
    listSentences(story.texts[length].text).map(({ text }) => text),
  );
  return [...new Set(all)];
}

/** A key of what a comment stands beside: equal for equal places. */
export function writeTargetKey(on: CommentTarget): string {
  switch (on.kind) {
    case 'decision':
      return JSON.stringify([on.kind, on.attempt, on.branch, on.decision]);
    case 'update_sentence':
      return JSON.stringify([on.kind, on.attempt, on.branch, on.update, on.index, on.sentence]);
    case 'story_sentence':
      return JSON.stringify([on.kind, on.story, on.sentence]);
  }
}

/** Everything in a road of an attempt that can be commented on, in the order of the drill. */
function listAttemptTargets(
  { drill }: PreparedDrill,
  state: DrillState,
  attempt: string,
  branch: string = mainBranch,
): readonly CommentTarget[] {
  const decisions = drill.decisions.map(({ id }): CommentTarget => {
    return { kind: 'decision', attempt, branch, decision: id };
  });
  const sentences = drill.updates.flatMap(({ id }) =>
    listSentences(state.updates.get(id)?.sent?.text ?? '').map(({ text }, index): CommentTarget => {
      return { kind: 'update_sentence', attempt, branch, update: id, index, sentence: text };
    }),
  );
  return [...decisions, ...sentences];
}

/** Everything in a packet that can be commented on. */
export function listTargets({ packet, attempts }: ReadPacket): readonly CommentTarget[] {
  return [
    ...attempts.flatMap(({ id, prepared, events, branches }) =>
      branches.flatMap((branch) => {
        const { state } = replay(prepared, collectBranch(events, branch).events);
        return listAttemptTargets(prepared, state, id, branch);
      }),
    ),
    ...packet.stories.flatMap((story) =>
      listStorySentences(story).map((sentence): CommentTarget => {
        return { kind: 'story_sentence', story: story.id, sentence };
      }),
    ),
  ];
}

/** The attempts and stories that a review speaks of, each once, in its order. */
export function listReviewed({ comments }: Pick<MentorReview, 'comments'>): {
  readonly attempts: readonly string[];
  readonly stories: readonly string[];
} {
  const of = (pick: (on: CommentTarget) => string | null): readonly string[] => [
    ...new Set(comments.flatMap(({ on }) => pick(on) ?? [])),
  ];
  return {
    attempts: of((on) => ('attempt' in on ? on.attempt : null)),
    stories: of((on) => (on.kind === 'story_sentence' ? on.story : null)),
  };
}
