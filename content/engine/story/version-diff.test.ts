import { expect, it } from 'vitest';
import { aStory } from '../testing/a-story.ts';
import { compareStories, isWorthKeeping, restoreVersion } from './version-diff.ts';

const story = aStory();
const retold = (text: string) =>
  aStory({ texts: { ...story.texts, short: { text, own_roles: [] } } });

it('Says of each part how it changed', () => {
  const [metric] = story.metrics;
  if (!metric) throw new Error('aStory has a metric');
  const after = aStory({
    title: 'The deploy key nobody had',
    kind: 'risk',
    principles: ['bias-for-action', 'ownership'],
    tags: [],
    texts: {
      ...story.texts,
      short: { text: 'One deploy key, five services, no owner.', own_roles: [] },
      middle: {
        text: story.texts.middle.text,
        own_roles: [{ sentence: 'Long-lived keys went from 6 to 0.', role: 'action' }],
      },
    },
    metrics: [
      { ...metric, result: '1' },
      { ...metric, id: 'm2', name: 'Failed releases' },
    ],
  });
  const changes = compareStories(story, after);
  expect(changes.map(({ part }) => part)).toEqual([
    'title',
    'kind',
    'principles',
    'tags',
    'text',
    'roles',
    'metric',
    'metric',
  ]);
  expect(changes[2]).toMatchObject({ added: [], removed: [], reordered: true });
  expect(changes[3]).toMatchObject({ added: [], removed: ['conflict'], reordered: false });
  expect(changes[4]).toMatchObject({
    length: 'short',
    pieces: [
      { kind: 'same', text: 'One deploy key, ' },
      { kind: 'removed', text: 'six' },
      { kind: 'added', text: 'five' },
      { kind: 'same', text: ' services, no owner.' },
    ],
  });
  expect(changes[5]).toMatchObject({ length: 'middle', count: 1 });
  expect(changes[6]).toMatchObject({ kind: 'changed', fields: [{ field: 'result' }] });
  expect(changes[7]).toMatchObject({ kind: 'added', name: 'Failed releases' });
});

it('Says nothing where nothing that was written differs', () => {
  expect(compareStories(story, aStory({ updated_at: '2026-11-20T10:00:00.000Z' }))).toEqual([]);
});

it('Goes back without losing what stands now, and a rehearsal stays one', () => {
  const origin = { kind: 'drill', attempt: 'a1', code: 'D01', title: 'A key' } as const;
  const current = { ...retold('Now.'), id: 's9', origin };
  const version = { story, saved_at: '2026-11-02T10:00:00.000Z', reason: '' };
  const { story: back, kept } = restoreVersion(current, version, '2026-11-26T10:00:00.000Z');
  expect(back).toEqual({ ...story, id: 's9', origin, updated_at: '2026-11-26T10:00:00.000Z' });
  expect(kept).toMatchObject({ story: current, saved_at: '2026-11-26T10:00:00.000Z' });
  expect(compareStories(version.story, back)).toEqual([]);
});

it('Keeps a version once enough has changed', () => {
  expect(isWorthKeeping(null, aStory())).toBe(true);
  expect(isWorthKeeping(story, story)).toBe(false);
  expect(isWorthKeeping(story, retold('One deploy key, six services, no owner at all.'))).toBe(
    false,
  );
  expect(
    isWorthKeeping(story, retold('Six teams shared a key that nobody owned, so I removed it.')),
  ).toBe(true);
  expect(isWorthKeeping(story, aStory({ kind: 'failure' }))).toBe(true);
});
