import { expect, it } from 'vitest';
import {
  sayDuration,
  writeCost,
  writeCount,
  writeDistance,
  writeDuration,
  writeInstant,
  writeShortTime,
} from './room-words.ts';

it('writes times the way the room shows them', () => {
  expect(writeDuration(140)).toBe('2:20');
  expect(writeDuration(3740)).toBe('1:02:20');
  expect(writeDistance(900, 760)).toBe('in 2:20');
  expect(writeDistance(900, 970)).toBe('1:10 ago');
  expect(writeDistance(900, 900.3)).toBe('now');
  expect(sayDuration(61)).toBe('1 minute 1 second');
  expect(sayDuration(0)).toBe('0 seconds');
  expect(writeInstant('2026-03-10T23:59:00Z', 90)).toBe('2026-03-11T00:00:30Z');
  expect(writeShortTime(900)).toBe('T+15:00');
  expect(writeShortTime(3600)).toBe('T+01:00:00');
  expect(writeCost(0)).toBe('costs no time');
  expect(writeCost(15)).toBe('costs 15 s');
  expect(writeCost(90)).toBe('costs 1 min 30 s');
  expect(writeCost(120)).toBe('costs 2 min');
  expect(writeCount(1, 'row')).toBe('1 row');
  expect(writeCount(4312, 'row')).toBe('4,312 rows');
});
