/** Dates and spans as the pages write them, in the person's own time zone. */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const longDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
});
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day_ms = 86_400_000;

/** "8 Mar", with the year where it is another than now's. */
export function writeDay(iso: string, now: Date): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** "Tuesday, 10 March". */
export function writeLongDay(date: Date): string {
  const pieces = new Map(longDay.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${pieces.get('weekday') ?? ''}, ${pieces.get('day') ?? ''} ${pieces.get('month') ?? ''}`;
}

/** "10 Mar 2026, 09:41". */
export function writeMoment(iso: string): string {
  return moment.format(new Date(iso));
}

/** "09:41:07". */
export function writeClock(date: Date): string {
  return clock.format(date);
}

/** A span of scenario seconds as minutes and seconds, "2:20"; hours lead where there are any. */
export function writeSpan(span_s: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
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
  return `${shortDay.format(then).replace(',', '')}, ${when}`;
}
