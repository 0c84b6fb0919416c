import { writeInstant } from './storyline-instant.ts';

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Number of a month from its English name of three letters; null for any other. */
export function readMonth(name: string): number | null {
  const at = name.length === 3 ? months.indexOf(name) : -1;
  return at < 0 || at % 3 !== 0 ? null : at / 3 + 1;
}

const two = (value: number | string): string => String(value).padStart(2, '0');

/** Whether there is such a day: no 30 February, and a 29 February in leap years alone. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return day <= (isLeap ? 29 : 28);
  return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Seconds since 1970 of a civil time (Howard Hinnant’s formula). */
export function countSeconds(year: number, month: number, day: number, second: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * 86_400 + second;
}

/**
 * Seconds since 1970, possibly with a fraction, as ISO 8601 UTC; the fraction is kept to the
 * millisecond where there is one. Empty for what is no time between the years 1970 and 9999.
 */
export function writeEpoch(at_s: number): string {
  if (!Number.isFinite(at_s) || at_s < 0 || at_s >= 253_402_300_800) return '';
  const milliseconds = Math.round(at_s * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const rest = milliseconds - whole * 1000;
  const text = writeInstant(whole);
  return rest === 0 ? text : `${text.slice(0, -1)}.${String(rest).padStart(3, '0')}Z`;
}

/**
 * An ISO 8601 time with any offset, in UTC; its fraction is kept to the millisecond. A text without
 * an offset is taken as UTC, which is what logs mean; one without seconds is of the full minute. Empty
 * where it is no such time.
 */
export function readIsoTime(text: string): string {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(
      text,
    );
  if (!match) return '';
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = match;
  if (!isDay(Number(year), Number(month), Number(day)) || !isClock(hour, minute, second)) return '';
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const local = countSeconds(Number(year), Number(month), Number(day), clock);
  const thousandths = Number(fraction.padEnd(3, '0').slice(0, 3)) / 1000;
  return writeEpoch(local - readOffset(zone) + thousandths);
}

/** A day ends at 24:00, and a minute in a leap second. */
function isClock(hour = '', minute = '', second = ''): boolean {
  return clock.test(`${hour}:${minute}:${second}`);
}
const clock = /^(?:(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)|24:00:00)$/;

/** Whether `readIsoTime` reads it, without making anything. */
export function isIsoTime(text: string): boolean {
  if (!isoTime.test(text)) return false;
  // Every month has 28 days: of most texts no number is read.
  return (
    text.slice(8, 10) <= '28' || isDay(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8, 10))
  );
}

const isoTime =
  /^(?:19[7-9]|[2-9]\d\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T ](?:(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?|24:00(?::00(?:[.,]0{1,9})?)?)\s?(?:Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** The time of web server logs: `06/Feb/2026:00:00:38 +0000`, in UTC. Empty where it is none. */
export function readWebLogTime(text: string): string {
  const match = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})$/.exec(text);
  const month = readMonth(match?.[2] ?? '');
  if (!match || month === null) return '';
  return readIsoTime(`${match[3]}-${two(month)}-${match[1]}T${match[4]}${match[5]}`);
}

/**
 * The time of BSD syslog, `Mar 10 08:51:09`, which names no year: one is asked for. Empty without a
 * year, or where it is no such time.
 */
export function readSyslogTime(text: string, year: number | null): string {
  const match = /^([A-Z][a-z]{2})\s+(\d{1,2}) (\d\d:\d\d:\d\d)$/.exec(text);
  const month = readMonth(match?.[1] ?? '');
  if (!match || month === null || year === null) return '';
  return readIsoTime(
    `${String(year).padStart(4, '0')}-${two(month)}-${two(match[2] ?? '')}T${match[3]}Z`,
  );
}

function readOffset(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
