import { formatScenarioTime } from '../../content/engine/format/scenario-time.ts';

/** How the drill room writes times. Scenario times are whole seconds since T+0. */

/** `2:20`, or `1:02:20` from an hour on. */
export function writeDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** `in 2:20`, `now` or `1:10 ago`. */
export function writeDistance(at_s: number, now_s: number): string {
  if (Math.round(at_s - now_s) === 0) return 'now';
  return at_s > now_s ? `in ${writeDuration(at_s - now_s)}` : `${writeDuration(now_s - at_s)} ago`;
}

/** UTC of a scenario time, ISO 8601 to the second: `2026-03-10T09:24:40Z`. */
export function writeInstant(starts_at: string, at_s: number): string {
  return `${new Date(Date.parse(starts_at) + at_s * 1000).toISOString().slice(0, 19)}Z`;
}

/** `09:24:40` of an instant. */
export function writeClock(instant: string): string {
  return instant.slice(11, 19);
}

/** A scenario time as the day's clock shows it: `09:24`. */
export function writeMinute(starts_at: string, at_s: number): string {
  return writeInstant(starts_at, at_s).slice(11, 16);
}

/** A duration as a person would say it: `2 minutes 20 seconds`. */
export function sayDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const say = (count: number, unit: string): string =>
    count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
  const said = [
    say(Math.floor(whole / 3600), 'hour'),
    say(Math.floor(whole / 60) % 60, 'minute'),
    say(whole % 60, 'second'),
  ].filter((text) => text !== '');
  return said.length === 0 ? '0 seconds' : said.join(' ');
}

/** What something costs in scenario time, exactly: `costs 2 min`, `costs 15 s`, `costs 1 min 30 s`. */
export function writeCost(seconds: number): string {
  if (seconds === 0) return 'costs no time';
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return ['costs', minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`]
    .filter((word) => word !== false)
    .join(' ');
}

/** `T+15:00`; with hours only where there are any. */
export function writeShortTime(at_s: number): string {
  return formatScenarioTime(at_s).replace('T+00:', 'T+');
}

/** `13`, `4,312`. */
export function writeFigure(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 row`, `13 rows`, `4,312 rows`. */
export function writeCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${writeFigure(count)} ${count === 1 ? singular : plural}`;
}
