import { expect, test } from 'vitest';
import { describeLevel, keptLevels, SoundLevels } from './sound-levels.ts';

test('Bars cover the whole recording however long it is, and keep its loudest moments', () => {
  const levels = new SoundLevels();
  for (let at = 0; at < 1000; at += 1) levels.add(at === 517 ? 1 : at / 2000);
  expect(levels.bars.length).toBeLessThanOrEqual(keptLevels);
  expect(levels.bars.length).toBeGreaterThan(keptLevels / 2);
  expect(Math.max(...levels.bars)).toBe(100);
  expect(levels.bars.indexOf(100) / levels.bars.length).toBeCloseTo(0.517, 1);
  expect(levels.bars.at(0)).toBeLessThan(2);
  expect(levels.bars.at(-1)).toBe(50);
});

test('What is out of bounds is the loudest or nothing', () => {
  const levels = new SoundLevels();
  for (const level of [-1, 7, 0.126]) levels.add(level);
  expect(levels.bars).toEqual([0, 100, 13]);
});

test.each([
  [0, 'silent'],
  [0.05, 'quiet'],
  [0.5, 'clear'],
  [1, 'too loud'],
])('%s is %s', (level, word) => {
  expect(describeLevel(level)).toBe(word);
});
