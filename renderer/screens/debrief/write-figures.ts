import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';

/** Points as people read them: at most one decimal, a true minus sign. */
export function writePoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return (Object.is(rounded, -0) ? 0 : rounded).toString().replace('-', '−');
}

/** A line of a part: "+4", "2.5 of 4", "0 of 3", "−1". */
export function writeEarned(earned: number, weight: number): string {
  const [had, possible] = [writePoints(earned), writePoints(weight)];
  if (had === possible) return `+${had}`;
  return weight === 0 ? had : `${had} of ${possible}`;
}

/** A stretch of time as minutes and seconds: "2:40", "1:02:05". */
export function writeStretch(seconds: number): string {
  const text = formatScenarioTime(Math.abs(Math.round(seconds))).slice(2);
  return text.replace(/^00:0?/, '').replace(/^0(?=\d:\d\d:\d\d$)/, '');
}

/** Seconds since 1970 as hours and minutes, UTC. */
export function writeClock(at: number): string {
  return new Date(at * 1000).toISOString().slice(11, 16);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * How times that stand beside each other are written, in seconds since 1970 and UTC: "09:05". Where
 * they lie on several days, those before the last one have theirs: "9 Apr 03:17".
 */
export function chooseClock(times: readonly number[]): (at: number) => string {
  const dayOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);
  const last = times.length === 0 ? '' : dayOf(Math.max(...times));
  return (at) => {
    const date = new Date(at * 1000);
    const day = dayOf(at) === last ? '' : `${date.getUTCDate()} ${months[date.getUTCMonth()]} `;
    return `${day}${writeClock(at)}`;
  };
}

/** "first_update" → "First update". */
export function writeWord(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** With a full stop, unless it ends a sentence already. */
export function endSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
