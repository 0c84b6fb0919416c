import { expect, it } from 'vitest';
import { readStoryText } from './read-story-text.ts';

it('remembers the text that is typed and the one before it, and no older one', () => {
  const [first, second, third] = ['I wrote it.', 'I wrote it down.', 'I wrote it down twice.'];
  const before = readStoryText(first);
  const after = readStoryText(second);
  expect(readStoryText(first)).toBe(before);
  expect(readStoryText(second)).toBe(after);
  readStoryText(third);
  const again = readStoryText(first);
  expect(again).not.toBe(before);
  expect(again).toEqual(before);
});
