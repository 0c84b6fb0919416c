import type { LintHit, TextRule } from '../rule.ts';
import { listDates, nameWeekday } from '../told-dates.ts';

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
      listDates(text, own).flatMap(({ written, weekday, day }): LintHit[] => {
        const right = nameWeekday(day);
        if (weekday === undefined || right === undefined || right === weekday) return [];
        return [{ path, words: written, message: `${day} is a ${right}.` }];
      }),
    );
  },
};

/** When a drill begins; an exercise has no time. */
function readStart(data: unknown): string | undefined {
  if (data === null || typeof data !== 'object' || !('starts_at' in data)) return undefined;
  return typeof data.starts_at === 'string' ? data.starts_at : undefined;
}
