import type { LintHit, LintRule } from '../rule.ts';
import { listDates } from '../told-dates.ts';
import { listTimes } from '../told-times.ts';

export const wrongStart: LintRule = {
  name: 'wrong-start',
  severity: 'warning',
  reason:
    'The brief says what day it is; where the clock of the drill says another, no time of the evidence fits.',
  remedy: 'Let the brief and `starts_at` name one day and minute.',
  bad: `brief: You are on shift. It is Wednesday, 11 March 2026, 09:00 UTC.`,
  good: `brief: You are on shift. It is Tuesday, 10 March 2026, 09:00 UTC.`,
  check: ({ drill: { brief, starts_at } }) => {
    const [said] = /\bIt is [^.;]*/.exec(brief) ?? [];
    if (said === undefined) return [];
    const [date] = listDates(said, starts_at.slice(0, 4));
    const [time] = listTimes(said);
    const starts = `${starts_at.slice(0, 10)}, ${starts_at.slice(11, 16)}`;
    const hit = (words: string): LintHit => ({
      path: ['brief'],
      words,
      message: `This says ${words}; the drill starts at ${starts}.`,
    });
    if (date && date.day !== starts_at.slice(0, 10)) return [hit(date.written)];
    // Without a day, the time right after "It is" alone is that of the clock.
    const isNow = date !== undefined || /^It is (?:now )?\d/.test(said);
    if (!isNow || !time || time.groups.slice(0, 2).join(':') === starts_at.slice(11, 16)) return [];
    return [hit(time.written)];
  },
};
