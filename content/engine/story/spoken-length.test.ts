import { describe, expect, it } from 'vitest';
import { countSpokenWords } from './spoken-words.ts';
import { findSpeakingRate, measureSpokenLength, usualSpeakingRate } from './spoken-length.ts';

it.each([
  ['', 0],
  ['I asked the owner.', 4],
  ["I didn't wait — I’d asked.", 5],
  ['2 %', 2], // two per cent
  ['2.1 %', 4], // two point one per cent
  ['102', 4], // one hundred and two
  ['18,400 rows', 5], // eighteen thousand four hundred rows
  ['1,000', 2],
  ['2 000 000', 2],
  ['in March 2025', 5], // twenty twenty-five
  ['in 1990', 3],
  ['18:40', 2],
  ['9:00', 2],
  ['10.0.0.1', 7],
  ['AWS', 2],
  ['four APIs', 3],
  ['SIEM', 1],
  ['GetCallerIdentity', 3],
  ['least-privilege', 2],
  ['and/or', 2],
  ['e.g. a key, etc.', 6],
  ['$5', 2],
  ['R&D', 3],
  ['007', 3],
  ['123456789012', 12],
  ['他们来了', 2],
  ['🙂 … —', 0],
])('%s is said in %i words', (text, words) => {
  expect(countSpokenWords(text)).toBe(words);
});

describe('the time that a version takes', () => {
  const words = (count: number) => 'word '.repeat(count);

  it('is by the pace of the person, against the time of its version', () => {
    expect(measureSpokenLength(words(140), 'middle')).toEqual({
      words: 140,
      seconds: 60,
      limit_s: 120,
      verdict: 'short',
      room_words: 140,
    });
    expect(measureSpokenLength(words(140), 'middle', 100)).toMatchObject({
      seconds: 84,
      verdict: 'fits',
    });
    expect(measureSpokenLength(words(80), 'short')).toMatchObject({
      seconds: 34,
      verdict: 'over',
      room_words: -10,
    });
    expect(measureSpokenLength('', 'long').verdict).toBe('empty');
  });

  it('is never measured by a pace that nobody has', () => {
    expect(measureSpokenLength(words(80), 'short', 0).seconds).toBe(60);
    expect(measureSpokenLength(words(80), 'short', Number.NaN).seconds).toBe(
      measureSpokenLength(words(80), 'short', usualSpeakingRate).seconds,
    );
  });

  it('learns the pace from an answer that was spoken, and not from a slip', () => {
    expect(findSpeakingRate(words(120), 50)).toBe(144);
    expect(findSpeakingRate(words(12), 5)).toBeNull();
    expect(findSpeakingRate(words(120), 5)).toBeNull();
    expect(findSpeakingRate(words(120), 0)).toBeNull();
  });
});
