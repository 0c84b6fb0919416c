import { expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { reviewRedHerrings } from './red-herrings.ts';

const sent = { kind: 'alert', at: 0, from: 'ines', body: 'Look.' } as const;
const valve = 'The mail names the key at once.';
const prepared = prepareDrill(
  aDrill({
    feed: [
      { ...sent, id: 'notice', subject: 'Notice' },
      {
        ...sent,
        id: 'herring',
        subject: 'Disk full',
        evidence: 'mail',
        red_herring: { valve, clues: ['told', 'owner', 'public-since'] },
      },
      { ...sent, id: 'never', at: 19, subject: 'Never', red_herring: { valve } },
      { ...sent, id: 'demo', subject: 'Demo' },
    ],
  }),
  someEvidence,
);

it('tells of each red herring that came how long it took, and where its valve was', () => {
  const events = aLog(
    [10, 'feed_opened', { item: 'herring' }],
    [50, 'evidence_opened', { evidence: 'mail' }],
    [80, 'feed_opened', { item: 'notice' }],
    [100, 'tool_used', { tool: 'who-owns', args: {} }],
    [110, 'feed_opened', { item: 'herring' }],
    [115, 'ended'],
  );
  const { state } = replay(prepared, events);
  const reviews = reviewRedHerrings(prepared, events, state);
  expect(reviews.map(({ item }) => item.id)).toEqual(['herring']);
  expect(reviews[0]).toMatchObject({ valve, arrived_s: 0, spent_s: 40 + 30 + 5 });
  expect(reviews[0]?.places.map(({ clue, seen_s }) => [clue.id, seen_s])).toEqual([
    ['told', 80],
    ['owner', 100],
    ['public-since', 50],
  ]);
});
