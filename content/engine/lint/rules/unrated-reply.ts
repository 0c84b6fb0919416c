import type { LintHit, LintRule } from '../rule.ts';

export const unratedReply: LintRule = {
  name: 'unrated-reply',
  severity: 'error',
  reason: 'A reply without a rating earns as much as the best one, whatever it says.',
  remedy: 'Rate each reply of the message, or none of them.',
  bad: `feed:
  - id: notice
    expects: { answer: reply, within: 5, part: communication, weight: 2, why: She waits for it. }
    replies:
      - { id: soon, text: I look into it and write at ten, rating: 7, reason: She can plan. }
      - { id: yes, text: I will see to it }`,
  good: `feed:
  - id: notice
    expects: { answer: reply, within: 5, part: communication, weight: 2, why: She waits for it. }
    replies:
      - { id: soon, text: I look into it and write at ten, rating: 7, reason: She can plan. }
      - { id: yes, text: I will see to it, rating: 3, reason: She does not know when. }`,
  check: ({ drill }) =>
    drill.feed.flatMap(({ id, replies }, index) => {
      const rated = replies.filter(
        ({ rating, rerate }) => rating !== undefined || rerate.length > 0,
      );
      if (rated.length === 0) return [];
      return replies.flatMap((reply, at): LintHit[] => {
        if (reply.rating !== undefined) return [];
        const message = `The reply "${reply.id}" to "${id}" has no rating; ${rated.length} others have one.`;
        return [{ path: ['feed', index, 'replies', at], message }];
      });
    }),
};
