import type { FeedItem } from '../../format/drill-schema.ts';
import { listConditions, listMembers } from '../conditions.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const neededNoise: LintRule = {
  name: 'needed-noise',
  severity: 'error',
  reason:
    'Who plays without noise never gets what is marked as noise, so nothing may rest on it: no clue, no condition, no effect, no point.',
  remedy: 'Remove `noise` from the item, or what rests on it.',
  bad: `feed:
  - { id: notice, noise: true }
clues:
  - { id: told, feed: notice, says: You were told. }`,
  good: `clues:
  - { id: told, feed: notice, says: You were told. }`,
  check: (subject) =>
    subject.drill.feed.flatMap((item, index): LintHit[] => {
      if (!item.noise) return [];
      const why = findNeed(subject, item);
      const message = `"${item.id}" is marked as noise, but ${why ?? ''}.`;
      return why === null ? [] : [{ path: ['feed', index, 'noise'], message }];
    }),
};

function findNeed({ drill }: LintSubject, { id, replies, expects }: FeedItem): string | null {
  const clue = drill.clues.find((one) => 'feed' in one && one.feed === id);
  if (clue) return `the clue "${clue.id}" lies in it`;
  const asked = listConditions(drill)
    .flatMap(listMembers)
    .some(
      ({ condition }) =>
        ('delivered' in condition && condition.delivered === id) ||
        ('answered' in condition && condition.answered === id),
    );
  if (asked) return 'a condition asks for it';
  if (expects && (expects.weight > 0 || expects.missed.length > 0)) return 'its answer counts';
  return replies.some(({ effects }) => effects.length > 0) ? 'a reply to it has effects' : null;
}
