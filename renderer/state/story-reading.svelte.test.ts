import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readToldText } from '../../content/engine/story/read-told-text.ts';
import { StoryReading } from './story-reading.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('leaves a pause between readings that grows with how long they take, and reads the newest text', async () => {
  const asked: string[] = [];
  const reading = new StoryReading(async ({ story }) => {
    asked.push(story.text);
    await new Promise((resolve) => setTimeout(resolve, 400));
    return readToldText(story, '');
  });
  const read = (text: string): void => {
    reading.read({ story: { text, own_roles: [] }, principle: '', terms: {} });
  };
  read('One.');
  await vi.advanceTimersByTimeAsync(1);
  read('One. Two.');
  read('One. Two. Three.');
  await vi.advanceTimersByTimeAsync(400);
  expect(reading.told?.text).toBe('One.');
  await vi.advanceTimersByTimeAsync(700);
  expect(asked).toEqual(['One.']);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['One.', 'One. Two. Three.']);
});
