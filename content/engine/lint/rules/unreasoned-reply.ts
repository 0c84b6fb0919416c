import type { LintHit, LintRule } from '../rule.ts';

export const unreasonedReply: LintRule = {
  name: 'unreasoned-reply',
  severity: 'warning',
  reason:
    'The debrief shows what an answer or silence earned, and without a reason nobody learns why.',
  remedy: 'Say at each rated reply, and under `why` for silence, what it gains or costs.',
  bad: `feed:
  - id: notice
    expects: { answer: reply, within: 5, part: communication, weight: 2, why: She waits for it. }
    replies:
      - { id: soon, text: I look into it and write at ten, rating: 7, reason: She can plan. }
      - { id: yes, text: I will see to it, rating: 3 }`,
  good: `feed:
  - id: notice
    expects: { answer: reply, within: 5, part: communication, weight: 2, why: She waits for it. }
    replies:
      - { id: soon, text: I look into it and write at ten, rating: 7, reason: She can plan. }
      - { id: yes, text: I will see to it, rating: 3, reason: She does not know when. }`,
  check: ({ drill }) =>
    drill.feed.flatMap(({ id, replies, expects }, index): LintHit[] => [
      ...replies.flatMap((reply, at): LintHit[] => {
        if (reply.rating === undefined || reply.reason !== undefined) return [];
        const message = `The reply "${reply.id}" to "${id}" is rated ${reply.rating}, without a reason.`;
        return [{ path: ['feed', index, 'replies', at], message }];
      }),
      ...(expects && expects.weight > 0 && expects.why === undefined
        ? [
            {
              path: ['feed', index, 'expects'],
              message: `Silence at "${id}" costs ${expects.weight}, without a reason under \`why\`.`,
            },
          ]
        : []),
    ]),
};
