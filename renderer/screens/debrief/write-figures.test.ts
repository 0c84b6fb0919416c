import { expect, it } from 'vitest';
import {
  chooseClock,
  writeClock,
  writeEarned,
  writePoints,
  writeStretch,
  writeWord,
} from './write-figures.ts';

it('writes points as people read them', () => {
  expect([7, 2.56, -1, -0.04].map(writePoints)).toEqual(['7', '2.6', '−1', '0']);
  expect(writeEarned(4, 4)).toBe('+4');
  expect(writeEarned(2.5, 4)).toBe('2.5 of 4');
  expect(writeEarned(0, 3)).toBe('0 of 3');
  expect(writeEarned(-1, 0)).toBe('−1');
});

it('writes stretches and clocks', () => {
  expect([0, 40, 160, 3725, -450].map(writeStretch)).toEqual([
    '0:00',
    '0:40',
    '2:40',
    '1:02:05',
    '7:30',
  ]);
  expect(writeClock(Date.UTC(2026, 2, 10, 9, 5) / 1000)).toBe('09:05');
  expect(writeWord('first_update')).toBe('First update');
});

it('writes the day of times that lie before the last one', () => {
  const at = (day: number, hour: number): number => Date.UTC(2026, 3, day, hour, 17) / 1000;
  const write = chooseClock([at(9, 3), at(22, 6), at(22, 7)]);
  expect([at(9, 3), at(22, 6)].map(write)).toEqual(['9 Apr 03:17', '06:17']);
  expect(chooseClock([at(9, 3), at(9, 6)])(at(9, 3))).toBe('03:17');
  expect(chooseClock([])(at(9, 3))).toBe('9 Apr 03:17');
});
