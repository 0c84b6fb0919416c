import { readInstant } from '../score/timeline-points.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const date =
  /\b(?:(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day),? )?(?:(?:the )?(?<before>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)|(?<ahead>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*) (?<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))(?:,? (?<year>\d{4})\b(?!:))?/g;

/** A date as a text tells it: “Monday, 22 June 2026”, “Mar 10”. */
export interface ToldDate {
  readonly written: string;
  readonly offset: number;
  readonly weekday: string | undefined;
  /** `2026-06-22`, with the year that is given where the text tells none. */
  readonly day: string;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const day_s = 86_400;

/** @param day `2026-06-22`; undefined where there is no such day */
export function nameWeekday(day: string): string | undefined {
  // 1 January 1970 was a Thursday.
  return weekdays[(Math.floor(readInstant(`${day}T00:00:00Z`) / day_s) + 4) % 7];
}

/** @param year four digits, for dates without one; without it those are left out */
export function listDates(text: string, year: string | undefined): readonly ToldDate[] {
  return [...text.matchAll(date)].flatMap(({ 0: written, index: offset, groups = {} }) => {
    const {
      weekday,
      before,
      month,
      ahead,
      after,
      year: own = year,
    } = groups as Partial<Record<string, string>>;
    const name = month ?? ahead ?? '';
    const number = months.findIndex((one) => one === name || one.slice(0, 3) === name) + 1;
    if (own === undefined || number === 0) return [];
    const two = (value: string): string => value.padStart(2, '0');
    const day = `${own}-${two(String(number))}-${two(before ?? after ?? '')}`;
    return [{ written, offset, weekday, day }];
  });
}
