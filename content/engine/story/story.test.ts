import { expect, it } from 'vitest';
import { aStory } from '../testing/a-story.ts';
import { readStory } from './story.ts';

it('A stored story that names a principle twice serves it once, in its first place', () => {
  const stored = { ...aStory(), principles: ['ownership', 'frugality', 'ownership'] };
  expect(readStory(stored)?.principles).toEqual(['ownership', 'frugality']);
});

it('What is no story of this format is none', () => {
  expect(readStory({ ...aStory(), format: 2 })).toBeNull();
  expect(readStory({ ...aStory(), principles: ['no-such-principle'] })).toBeNull();
  expect(readStory(null)).toBeNull();
});
