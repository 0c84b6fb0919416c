import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newStory } from '../../content/engine/story/new-story.ts';
import { StoryFinder } from './story-finder.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const story = (id: string, title: string) => newStory(id, '2026-11-26T10:00:00.000Z', { title });

it('reads a bank in slices, finds what is read, and follows changes', async () => {
  let at_ms = 0;
  // Each look at the clock is a slice of its own.
  const finder = new StoryFinder(() => (at_ms += 10));
  finder.put([story('a', 'Deploy key'), story('b', 'Key rotation'), story('c', 'Mail')]);
  const ids = (typed: string) => finder.search(typed).map(({ id }) => id);
  expect(ids('key')).toEqual([]);
  await vi.advanceTimersToNextTimerAsync();
  expect(ids('key')).toEqual(['a']);
  await vi.runAllTimersAsync();
  expect([...ids('ke')].sort()).toEqual(['a', 'b']);
  finder.put([story('a', 'Another title')]);
  finder.remove('b');
  await vi.runAllTimersAsync();
  expect(ids('key')).toEqual([]);
  expect(ids('another')).toEqual(['a']);
});

it('leaves what is being written until something is looked for', async () => {
  const finder = new StoryFinder();
  finder.putLater([story('a', 'Deploy')]);
  finder.putLater([story('a', 'Deploy key')]);
  expect(vi.getTimerCount()).toBe(0);
  finder.search('key');
  await vi.runAllTimersAsync();
  expect(finder.search('key').map(({ id }) => id)).toEqual(['a']);
});
