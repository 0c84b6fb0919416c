import { expect, it } from 'vitest';
import { newStory } from '../../../../content/engine/story/new-story.ts';
import { filterStories, listTags, noStoryFilter, sortStories } from './filter-stories.ts';

const a = newStory('a', '2026-11-01T10:00:00.000Z', {
  title: 'b title',
  kind: 'failure',
  principles: ['ownership', 'frugality'],
  tags: ['cloud'],
  updated_at: '2026-11-09T10:00:00.000Z',
});
const b = newStory('b', '2026-11-02T10:00:00.000Z', {
  title: 'A title',
  kind: 'success',
  principles: ['dive-deep'],
  tags: ['cloud', 'audit'],
});
const c = newStory('c', '2026-11-03T10:00:00.000Z');
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id).join('');

it('narrows by any of what is chosen in a group, and by all groups', () => {
  const all = [a, b, c];
  expect(ids(filterStories(all, noStoryFilter))).toBe('abc');
  expect(
    ids(filterStories(all, { ...noStoryFilter, principles: ['frugality', 'dive-deep'] })),
  ).toBe('ab');
  expect(ids(filterStories(all, { ...noStoryFilter, tags: ['cloud'], kinds: ['success'] }))).toBe(
    'b',
  );
  expect(listTags(all)).toEqual(['audit', 'cloud']);
});

it('sorts by change, by age and by title, and leaves what it was given alone', () => {
  const all = [a, b, c];
  expect(ids(sortStories(all, 'changed'))).toBe('acb');
  expect(ids(sortStories(all, 'made'))).toBe('cba');
  expect(ids(sortStories(all, 'title'))).toBe('bac');
  expect(ids(all)).toBe('abc');
});
