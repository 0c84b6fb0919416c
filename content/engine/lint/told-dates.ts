const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const date =
  /\b(?:(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday),? )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\b(?:,? (\d{4})\b)?/g;

/** A date as a text tells it: “Monday, 22 June 2026”. */
export interface ToldDate {
  readonly written: string;
  readonly offset: number;
  readonly weekday: string | undefined;
  /** `2026-06-22`, with the year that is given where the text tells none. */
  readonly day: string;
}

/** @param year four digits, for dates without one; without it those are left out */
export function listDates(text: string, year: string | undefined): readonly ToldDate[] {
  return [...text.matchAll(date)].flatMap((match): ToldDate[] => {
    const [written, weekday, day = '', month = '', own = year] = match as (string | undefined)[];
    const number = months.indexOf(month) + 1;
    if (written === undefined || number === 0 || own === undefined) return [];
    const two = (value: string): string => value.padStart(2, '0');
    return [
      { written, offset: match.index, weekday, day: `${own}-${two(String(number))}-${two(day)}` },
    ];
  });
}
