import { countSeconds, isDay, readMonth } from './instants.ts';

/** A time that a text says, and where it stands (UTF-16, the end exclusive). */
export interface FoundTime {
  /** Whole seconds since 1970. */
  readonly at_s: number;
  readonly start: number;
  readonly end: number;
}

/** Hours that the clocks of a zone are ahead; names that mean several zones (IST, AST) are left out. */
const zones: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3 },
  ...{ EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{ SGT: 8, HKT: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
};
const zoneNames = Object.keys(zones).join('|');

// oxlint-disable-next-line eslint-js/no-restricted-syntax -- our own shapes, put together so that each can be read
const compile = (shape: string, flags = 'g'): RegExp => new RegExp(shape, flags);

const clock = String.raw`(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d|60)(?:[.,]\d{1,9})?)?`;
const zone = String.raw`(?<zone>\s?(?:${zoneNames})\b|\s?[+-]\d\d:?\d\d(?!\d))?`;
const month = String.raw`(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`;
const year = String.raw`(?<year>19[7-9]\d|20\d\d)`;
const isoDay = String.raw`(?<![\d-])${year}-(?<digits>0[1-9]|1[0-2])-${day}`;
const end = String.raw`(?!\d|:\d)`;
const between = String.raw`(?:,| at)? {1,2}`;

/** From the most to the least that they say, so that what one has taken no other takes for less. */
const shapes = [
  // 2026-03-10T08:51:09.123+02:00, 2026-03-10 08:51
  String.raw`${isoDay}(?:T|${between})${clock}${zone}${end}`,
  // Wed Apr 22 10:15:02 UTC 2026, Apr 22 10:15:02 2026 +0000
  String.raw`\b${month} {1,2}${day} ${clock}(?<named> (?:${zoneNames}))? ${year}${zone}${end}`,
  // Wed, 22 Apr 2026 10:15:02 +0000, 22 April 2026 at 10:15
  String.raw`(?<!\d)${day} ${month} ${year}${between}${clock}${zone}${end}`,
  // April 22, 2026 10:15
  String.raw`\b${month} ${day},? ${year}${between}${clock}${zone}${end}`,
  // 10/Mar/2026:08:51:09 +0000
  String.raw`(?<!\d)${day}\/${month}\/${year}:${clock}${zone}${end}`,
  // Mar 10 08:51:09, 10 March at 08:51
  String.raw`\b${month} {1,2}${day}${between}${clock}${zone}${end}`,
  String.raw`(?<!\d)${day} ${month}${between}${clock}${zone}${end}`,
].map((shape) => compile(shape));
/** Hours of a shift or a window: no moment. */
const range = /\d\d:\d\d ?[-–—] ?\d\d:\d\d(?![\d:])/g;
/** Neither a part of an address nor of a duration (`T+00:12:40`, `14d+22:16:02`). */
const bareClock = compile(
  String.raw`(?<![\w.:/+=#-])(?<!["'](?=\d\d:\d\d(?!:)))${clock}${zone}(?![\w+]|:[\da-fA-F])`,
);
const dayOnly = compile(
  [
    String.raw`(?<![\d-])(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])`,
    String.raw`(?<!\d)(0?[1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: (19[7-9]\d|20\d\d))?`,
  ].join('|'),
);
/** What nearly all columns of times hold, read faster. */
const wholeIso = compile(`^${isoDay}[T ]${clock}${zone}$`, '');
const anyClock = /\d:\d\d/;
const leading = /^[\s>*|[(-]*\d\d:\d\d/;
/** Nothing but a day, perhaps with its weekday and what makes it a heading. */
const heading =
  /^[\s#*=>|[(-]*(?:\p{L}+,? )?(?:\d{4}-\d\d-\d\d|\d{1,2} \p{L}+\.?(?: \d{4})?)[\s#*=>|\]).:-]*$/u;
const day_s = 86_400;

/**
 * Finds every time in the lines of a text, which are given in order. A time that names its day needs
 * nothing else. A clock alone is of the day named before it in its line; at the start of a line, as in a
 * chat, of the day that stands above as a heading or in the first line; else of the day that brings it
 * nearest to the scenario.
 */
export class TimeFinder {
  readonly #near_s: number | null;
  #headed_s: number | null = null;
  #isFirst = true;
  #before_s = -Infinity;

  /** @param near_s when the scenario begins, seconds since 1970; null: there is none */
  constructor(near_s: number | null) {
    this.#near_s = near_s;
  }

  read(line: string): readonly FoundTime[] {
    const isFirst = this.#isFirst && line.trim() !== '';
    if (isFirst) this.#isFirst = false;
    if (isFirst || (line.length < 60 && heading.test(line))) this.#readHeading(line);
    if (!anyClock.test(line)) return [];
    const found: FoundTime[] = [];
    const taken = new Uint8Array(line.length);
    for (const shape of shapes) {
      for (const match of line.matchAll(shape)) {
        const { index: start } = match;
        const stop = start + match[0].length;
        if (isTaken(taken, start, stop)) continue;
        const time = readDated(match.groups ?? {}, match[0], this.#near_s);
        if (time === null) continue;
        // The clock of a day that is none is that of no other day either.
        taken.fill(1, start, stop);
        if (time.at_s !== null) found.push({ at_s: time.at_s, start, end: stop - time.left });
      }
    }
    this.#addClocks(line, taken, found);
    return found.sort((a, b) => a.start - b.start);
  }

  #readHeading(line: string): void {
    const [found] = findDays(line, this.#near_s);
    if (!found) return;
    this.#headed_s = found.day_s;
    this.#before_s = -Infinity;
  }

  /** Adds clocks by themselves, where nothing else is taken. */
  #addClocks(line: string, taken: Uint8Array, found: FoundTime[]): void {
    for (const { index, 0: text } of line.matchAll(range))
      taken.fill(1, index, index + text.length);
    const days = findDays(line, this.#near_s);
    const isLeading = leading.test(line);
    let isFirst = true;
    let past = 0;
    for (const match of line.matchAll(bareClock)) {
      const { index: start, groups = {} } = match;
      const stop = start + match[0].length;
      if (isTaken(taken, start, stop)) continue;
      const local = readClock(groups) - readZone(groups['zone'] ?? '');
      while ((days[past]?.end ?? Infinity) <= start) past += 1;
      const named = days[past - 1];
      const at_s =
        named !== undefined
          ? named.day_s === null
            ? null
            : named.day_s + local
          : isLeading && this.#headed_s !== null
            ? this.#followHeading(local, isFirst)
            : nearestDay(local, this.#near_s);
      isFirst = false;
      if (at_s !== null) found.push({ at_s, start, end: stop });
    }
  }

  /** A chat goes on after midnight under the day on which it began. */
  #followHeading(local: number, leads: boolean): number {
    let at_s = (this.#headed_s ?? 0) + local;
    if (!leads) return at_s;
    while (at_s < this.#before_s - day_s / 2) at_s += day_s;
    this.#before_s = at_s;
    return at_s;
  }
}

/**
 * The time that is all of a cell; null where it is none, or says more than one.
 *
 * @param near_s as for `TimeFinder`
 */
export function readWholeTime(cell: string, near_s: number | null): number | null {
  if (cell.length < 5 || cell.length > 48 || !anyClock.test(cell)) return null;
  const whole = wholeIso.exec(cell);
  if (whole) return readDated(whole.groups ?? {}, cell, null)?.at_s ?? null;
  const trimmed = cell.trim().replace(/^[[(]|[\])]$/g, '');
  const [found] = new TimeFinder(near_s).read(trimmed);
  if (!found || found.end !== trimmed.length) return null;
  return found.start === 0 || /^[A-Z][a-z]{2,8},? $/.test(trimmed.slice(0, found.start))
    ? found.at_s
    : null;
}

/** null: it names no year, and none is near; `at_s` is null where there is no such day. */
function readDated(
  groups: Partial<Record<string, string>>,
  text: string,
  near_s: number | null,
): { readonly at_s: number | null; readonly left: number } | null {
  const { second } = groups;
  const zoned = groups['zone'] ?? '';
  // 2026-03-10 09:00-10:00 is a stretch of time.
  const isStretch = second === undefined && !text.includes('T') && /^-\d\d:/.test(zoned);
  const ahead_s = readZone(isStretch ? '' : zoned || (groups['named'] ?? ''));
  const monthNumber = groups['digits']
    ? Number(groups['digits'])
    : readMonth(groups['month'] ?? '');
  if (monthNumber === null || (groups['year'] === undefined && near_s === null)) return null;
  const local = readClock(groups) - ahead_s;
  const date = Number(groups['day']);
  const at_s = groups['year']
    ? countDated(Number(groups['year']), monthNumber, date, local)
    : nearestYear(monthNumber, date, local, near_s);
  return { at_s, left: isStretch ? zoned.length : 0 };
}

function readClock({ hour, minute, second = '0' }: Partial<Record<string, string>>): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

function readZone(written: string): number {
  const text = written.trim();
  const named = zones[text];
  if (named !== undefined) return named * 3600;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}

/** null: there is no such day. */
function countDated(year: number, month: number, day: number, local: number): number | null {
  return isDay(year, month, day) ? countSeconds(year, month, day, local) : null;
}

function nearestYear(
  monthNumber: number,
  date: number,
  local: number,
  near_s: number | null,
): number | null {
  if (near_s === null) return null;
  const about = 1970 + Math.floor(near_s / 31_556_952);
  const [first = null] = [about - 1, about, about + 1]
    .flatMap((one) => countDated(one, monthNumber, date, local) ?? [])
    .sort((a, b) => Math.abs(a - near_s) - Math.abs(b - near_s));
  return first;
}

function nearestDay(local: number, near_s: number | null): number | null {
  if (near_s === null) return null;
  return local + Math.round((near_s - local) / day_s) * day_s;
}

/** The days a line names, each with its first second (null: there is no such day) and the place where it ends. */
function findDays(
  line: string,
  near_s: number | null,
): readonly { readonly day_s: number | null; readonly end: number }[] {
  return [...line.matchAll(dayOnly)].flatMap((match) => {
    const [text, isoYear, isoMonth, isoDate, date, name, written] = match;
    const stop = match.index + text.length;
    if (isoYear !== undefined) {
      const first = countDated(Number(isoYear), Number(isoMonth), Number(isoDate), 0);
      return [{ day_s: first, end: stop }];
    }
    const number = readMonth(name ?? '');
    if (number === null) return [];
    const first =
      written === undefined
        ? nearestYear(number, Number(date), 0, near_s)
        : countDated(Number(written), number, Number(date), 0);
    return [{ day_s: first, end: stop }];
  });
}

function isTaken(taken: Uint8Array, start: number, stop: number): boolean {
  for (let at = start; at < stop; at += 1) if (taken[at] === 1) return true;
  return false;
}
