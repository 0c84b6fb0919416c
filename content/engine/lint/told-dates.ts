import { readInstant } from '../score/timeline-points.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekday = '(?:((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day),? )?';
const number = '(\\d{1,2})(?:st|nd|rd|th)?';
const month =
  '((?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b)';
const date = new RegExp(
  `\\b${weekday}(?:(?:the )?${number}(?: of)? ${month}|${month} ${number}(?![\\d:]))(?:,? (\\d{4})\\b(?!:))?`,
  'g',
);

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
  return [...text.matchAll(date)].flatMap((match): ToldDate[] => {
    const [written, weekday, first, before, after, second, own = year] = match as (
      | string
      | undefined
    )[];
    const day = first ?? second ?? '';
    const number = months.indexOf((before ?? after ?? '').slice(0, 3)) + 1;
    if (written === undefined || own === undefined) return [];
    const two = (value: string): string => value.padStart(2, '0');
    return [
      { written, offset: match.index, weekday, day: `${own}-${two(String(number))}-${two(day)}` },
    ];
  });
}
