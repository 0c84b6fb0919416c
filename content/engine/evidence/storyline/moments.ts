import type { RandomSource } from '../../drill/random-source.ts';
import { writeInstant } from '../storyline-instant.ts';
import type { Estate } from './estate.ts';

const day_s = 86_400;

/** Monday to Friday, between the office hours. The first of January 1970 was a Thursday. */
export function isOfficeTime({ office_s: [from, to] }: Estate, at_s: number): boolean {
  const weekday = (Math.floor(at_s / day_s) + 3) % 7;
  const second = at_s % day_s;
  return weekday < 5 && second >= from && second < to;
}

/**
 * A whole second of the estate's span. With `office`, one of the office hours; where none is found
 * (a span by night), any.
 */
export function drawMoment(estate: Estate, random: RandomSource, office = false): number {
  const draw = (): number =>
    estate.from_s + Math.floor(random.next() * (estate.to_s - estate.from_s));
  let at_s = draw();
  for (let turn = 0; office && turn < 40 && !isOfficeTime(estate, at_s); turn += 1) at_s = draw();
  return at_s;
}

/** Days are busier in the office hours: three of four moments lie there. */
export function drawBusyMoment(estate: Estate, random: RandomSource): number {
  return drawMoment(estate, random, random.next() < 0.75);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** `06/Feb/2026:00:00:38 +0000`, as web servers write it. */
export function writeWebLogTime(at_s: number): string {
  const { year, month, day, clock } = splitInstant(at_s);
  return `${day}/${months[month - 1] ?? ''}/${year}:${clock} +0000`;
}

/** `Tue, 10 Mar 2026 08:51:09 +0000`, as mail has it (RFC 5322). */
export function writeMailTime(at_s: number): string {
  const { year, month, day, clock } = splitInstant(at_s);
  const weekday = weekdays[(Math.floor(at_s / day_s) + 3) % 7] ?? '';
  return `${weekday}, ${day} ${months[month - 1] ?? ''} ${year} ${clock} +0000`;
}

function splitInstant(at_s: number) {
  const instant = writeInstant(at_s);
  return {
    year: instant.slice(0, 4),
    month: Number(instant.slice(5, 7)),
    day: instant.slice(8, 10),
    clock: instant.slice(11, 19),
  };
}
