/** A time of day as a text tells it. */
export interface ToldTime {
  readonly written: string;
  /** Hour, minute and, where it is told, second; two digits each. */
  readonly groups: readonly string[];
  /** Where it stands in the text, in characters. */
  readonly offset: number;
}

const clock = /(?<![\d:.+-])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?!\d|:\d)/g;
const clockOfInstant = /(?<=\d{4}-\d\d-\d\d[T ])(\d\d):(\d\d):(\d\d)/g;

/** Every time of day in a text, `8:05` as `08:05:30`, those of instants included. */
export function listTimes(text: string): readonly ToldTime[] {
  return [...text.matchAll(clock), ...text.matchAll(clockOfInstant)].map((match) => {
    const [written, hour = '', minute = '', second] = match as (string | undefined)[];
    const groups = [hour.padStart(2, '0'), minute, ...(second === undefined ? [] : [second])];
    return { written: written ?? '', groups, offset: match.index };
  });
}

/** Seconds between a time of day and one that a text tells; 0 within its minute where it tells no second. */
export function findDistance(told: ToldTime, groups: readonly string[]): number {
  const from = countSeconds(told.groups);
  const to = told.groups.length < 3 ? from + 59 : from;
  const at = countSeconds(groups);
  return Math.max(0, from - at, at - to);
}

function countSeconds([hour = '0', minute = '0', second = '0']: readonly string[]): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

/** Whether hour, minute or second alone is another: what a slip of the hand or a change in one place leaves. */
export function isSlip(told: ToldTime, groups: readonly string[]): boolean {
  return told.groups.filter((group, index) => group !== groups[index]).length === 1;
}

/** Whether a time as it is known, `08:51:09`, is the one that a text tells, which may leave its second out. */
export function areOne(known: string, { groups }: ToldTime): boolean {
  const told = groups.join(':');
  return known.startsWith(told) || told.startsWith(known);
}

/** Words that make a time another one than that at which something happened. */
const aside = /(?:until|by|before|after|due|about|around|nearly|towards)\s*$/i;

/** Whether the words before a time make it such another one. */
export function isAside(before: string): boolean {
  return aside.test(before);
}

/** The whole lines in which words of a text stand; null where they do not. */
export function findLines(
  text: string,
  words: string,
): { readonly text: string; readonly offset: number } | null {
  const at = text.indexOf(words);
  if (at < 0) return null;
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at + words.length);
  return { text: text.slice(from, end < 0 ? text.length : end), offset: from };
}
