import { describe, expect, it } from 'vitest';
import { findAbsolute } from './find-absolute.ts';

describe('absolute words', () => {
  it.each([
    ['Always delete every key, immediately', ['always', 'every', 'immediately']],
    ['No figure at all', ['all']],
    ['All of the keys', ['all']],
    ['Rotate all thirty keys and close all 6 tickets', []],
    ['First of all, ask the owner', []],
    ['Open the disk read-only and call the all-hands line', []],
  ])('of "%s"', (text, expected) => {
    expect(findAbsolute(text)).toEqual(expected);
  });
});
