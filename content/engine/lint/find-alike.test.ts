import { describe, expect, it } from 'vitest';
import { findAlike } from './find-alike.ts';

describe('texts that are alike', () => {
  it('are found with the share of their runs of three words', () => {
    const texts = [
      'Which gap have you closed this year?',
      'Something else altogether was asked',
      'Which gap have you closed LAST year',
    ];
    expect(findAlike(texts, 0.4)).toEqual([{ first: 0, second: 2, share: 3 / 7 }]);
    expect(findAlike(texts, 0.43)).toEqual([]);
  });

  it('are found whatever the apostrophe and the signs', () => {
    expect(findAlike(['It’s what they said.', "It's what -- they said?"], 1)).toHaveLength(1);
  });

  it('need three words', () => {
    expect(findAlike(['Why not?', 'Why not?'], 0)).toEqual([]);
  });
});
