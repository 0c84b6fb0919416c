import { describe, expect, it } from 'vitest';
import {
  writeClock,
  writeDay,
  writeDaysLeft,
  writeLongDay,
  writeMoment,
  writeSpan,
} from './dates.ts';

const now = new Date(2026, 2, 10, 9, 41, 7);

describe('dates', () => {
  it('names the year only where it is another', () => {
    expect(writeDay(new Date(2026, 2, 8, 12).toISOString(), now)).toBe('8 Mar');
    expect(writeDay(new Date(2025, 11, 31, 12).toISOString(), now)).toBe('31 Dec 2025');
    expect(writeLongDay(now)).toBe('Tuesday, 10 March');
  });

  it.each([
    ['2026-03-26', 'Thu 26 March, in 16 days'],
    ['2026-03-11', 'Wed 11 March, tomorrow'],
    ['2026-03-10', 'Tue 10 March, today'],
    ['2026-03-09', 'Mon 9 March, yesterday'],
    ['2026-02-28', 'Sat 28 February, 10 days ago'],
    ['2026-04-01', 'Wed 1 April, in 22 days'],
  ])('counts the days to %s', (day, said) => {
    expect(writeDaysLeft(day, now)).toBe(said);
  });

  it('writes every day of a year as British English does', () => {
    const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
    const days = Array.from(
      { length: 365 },
      (_, day) => new Date(2026, 0, day + 1, day % 24, 5, 9),
    );
    for (const day of days) {
      expect(writeMoment(day.toISOString())).toBe(moment.format(day));
      expect(writeClock(day)).toBe(clock.format(day));
    }
  });

  it('has nothing to say of what is no day', () => {
    expect(writeDaysLeft('soon', now)).toBeNull();
  });

  it('writes spans of scenario time', () => {
    expect([0, 59, 140, 3599, 3600, -5].map(writeSpan)).toEqual([
      '0:00',
      '0:59',
      '2:20',
      '59:59',
      '1:00:00',
      '0:00',
    ]);
  });
});
