import { readInstant } from '../../score/timeline-points.ts';
import type { LintHit, TextRule } from '../rule.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const date = new RegExp(
  `\\b(${weekdays.join('|')}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (${months.join('|')})(?:,? (\\d{4}))?\\b`,
  'g',
);
const day_s = 86_400;

export const wrongWeekday: TextRule = {
  name: 'wrong-weekday',
  severity: 'warning',
  reason:
    'Whoever works out what happened when counts on the days, and trips over one that never was.',
  remedy: 'Write the weekday of that date, or the date of that weekday.',
  bad: `brief: You are on shift. It is Monday, 10 March 2026.`,
  good: `brief: You are on shift. It is Tuesday, 10 March 2026.`,
  check: ({ texts, data }) => {
    const own = readStart(data)?.slice(0, 4);
    return texts.flatMap(({ path, text }) =>
      [...text.matchAll(date)].flatMap(
        ([words, told, day = '', month = '', year = own]): LintHit[] => {
          if (year === undefined) return [];
          const two = (number: number): string => String(number).padStart(2, '0');
          const at = `${year}-${two(months.indexOf(month) + 1)}-${two(Number(day))}T00:00:00Z`;
          // 1 January 1970 was a Thursday.
          const right = weekdays[(Math.floor(readInstant(at) / day_s) + 4) % 7];
          if (right === undefined || right === told) return [];
          return [{ path, words, message: `${day} ${month} ${year} is a ${right}.` }];
        },
      ),
    );
  },
};

/** When a drill begins; an exercise has no time. */
function readStart(data: unknown): string | undefined {
  if (data === null || typeof data !== 'object' || !('starts_at' in data)) return undefined;
  return typeof data.starts_at === 'string' ? data.starts_at : undefined;
}
