/** Dates and spans as the pages write them, in the person's own time zone. */
// The names are written out: an Intl.DateTimeFormat costs the first screen several milliseconds.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const day_ms = 86_400_000;

/** "8 Mar", with the year where it is another than now's. */
export function writeDay(iso: string, now: Date): string {
  const date = new Date(iso);
  const day = writeShortDay(date);
  return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** "Tuesday, 10 March". */
export function writeLongDay(date: Date): string {
  return `${nameWeekday(date)}, ${date.getDate()} ${nameMonth(date)}`;
}

/** "10 Mar 2026, 09:41". */
export function writeMoment(iso: string): string {
  const date = new Date(iso);
  return `${writeShortDay(date)} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "09:41:07". */
export function writeClock(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** A span of scenario seconds as minutes and seconds, "2:20"; hours lead where there are any. */
export function writeSpan(span_s: number): string {
  const whole = Math.max(0, Math.round(span_s));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** A calendar day `2026-03-26` from now: "Thu 26 March, in 16 days"; null where it is none. */
export function writeDaysLeft(isoDay: string, now: Date): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const then = new Date(Number(year), Number(month) - 1, Number(date));
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((then.getTime() - today.getTime()) / day_ms);
  const when =
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days > 1
          ? `in ${days} days`
          : days === -1
            ? 'yesterday'
            : `${-days} days ago`;
  return `${nameWeekday(then).slice(0, 3)} ${then.getDate()} ${nameMonth(then)}, ${when}`;
}

function nameWeekday(date: Date): string {
  return weekdays[date.getDay()] ?? '';
}

function nameMonth(date: Date): string {
  return months[date.getMonth()] ?? '';
}

/** "8 Mar"; September is "Sept". */
function writeShortDay(date: Date): string {
  const month = nameMonth(date);
  return `${date.getDate()} ${month.slice(0, month === 'September' ? 4 : 3)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
