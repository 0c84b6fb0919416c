import { writeEpoch } from '../evidence/instants.ts';
import { readInstant } from '../score/timeline-points.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const typedTime =
  /^\s*(?:(?<whole>\d{4}-\d\d-\d\d)[T ]\s*|(?<date>\d{1,2}) (?<month>[A-Za-z]{3})[a-z]* +)?(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?\s*(?:UTC|Z)?\s*$/i;
const day_s = 86_400;

/**
 * A time of a timeline entry as a person types it, in UTC, as an instant: `8:51`, `08:51:09`, `13 Apr 21:10`,
 * `2026-04-13 21:10:04`; null if it is none. A date without a year is of the scenario's.
 *
 * @param day of a time that names none, `2026-04-22`; without it the scenario's own, or the day before where the
 *   drill would be over by then
 */
export function readEntryTime(
  typed: string,
  { starts_at, ends_at }: { readonly starts_at: string; readonly ends_at: number },
  day?: string,
): string | null {
  const { groups } = typedTime.exec(typed) ?? {};
  if (!groups) return null;
  const {
    whole,
    date,
    month,
    hour = '',
    minute = '',
    second = '00',
  } = groups as Partial<Record<string, string>>;
  const clock = `${hour.padStart(2, '0')}:${minute}:${second}Z`;
  const named = whole ?? (date && nameDay(starts_at.slice(0, 4), month ?? '', date)) ?? day;
  const instant = `${named ?? starts_at.slice(0, 10)}T${clock}`;
  const at_s = readInstant(instant);
  // No day has such a date.
  if (Number.isNaN(at_s) || !writeEpoch(at_s).startsWith(instant.slice(0, 19))) return null;
  const isOver = at_s > readInstant(starts_at) + ends_at;
  return named === undefined && isOver
    ? `${writeEpoch(at_s - day_s).slice(0, 10)}T${clock}`
    : instant;
}

function nameDay(year: string, month: string, date: string): string {
  const number = months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** As it is read again: `08:51:09` on the scenario's day, `13 Apr 21:10:04` on another of its year. */
export function writeEntryTime(at: string, starts_at: string): string {
  const [day, clock] = [at.slice(0, 10), at.slice(11, 19)];
  if (day === starts_at.slice(0, 10)) return clock;
  if (day.slice(0, 4) !== starts_at.slice(0, 4)) return `${day} ${clock}`;
  return `${String(Number(day.slice(8)))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${clock}`;
}
