import { stretches } from './figure-units.ts';
import type { Found, RawWord } from './figure.ts';
import { small, tens } from './numbers.ts';
import { findStem } from './stem.ts';

export const months = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1] as const,
      [name.slice(0, 3), index + 1] as const,
      [name.slice(0, 4), index + 1] as const,
    ]),
);

const clockLead = new Set(
  'at by since from until till before after around about between and to circa'.split(' '),
);

const hourLead = /^(?:at|by|since|from|until|till|before|after)$/;

export const clockWords = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
]);

/** A time that begins with the word at `at`, in minutes of the day; null where none does. */
export function readTime(words: readonly RawWord[], at: number): Found | null {
  const word = words[at]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const lead = words[at - 1]?.text ?? '';
  const named = clockWords.get(word);
  if (named !== undefined) return { kind: 'time', value: named, length: 1 };
  const half = /^[ap]\.?m$/.exec(next)?.[0][0];
  const iso = /^\d{4}-\d{2}-\d{2}t(\d{2}):(\d{2})/.exec(word);
  if (iso) return { kind: 'time', value: Number(iso[1]) * 60 + Number(iso[2]), length: 1 };
  const clock = /^(\d{1,2})[:h](\d{2})(?::\d{2}(?:\.\d+)?)?z?(am|pm)?$/.exec(word);
  const dotted = /^(\d{1,2})\.(\d{2})(am|pm)?$/.exec(word);
  const four = /^(\d{2})(\d{2})(z|h|hrs)?$/.exec(word);
  const parts =
    clock ??
    (dotted &&
    (dotted[3] !== undefined ||
      half !== undefined ||
      clockLead.has(lead) ||
      (/(?:ed|update|report|off|due)$/.test(lead) && words[at]?.after !== '%') ||
      /[:,(]/.test(words[at]?.gap ?? '')) &&
    !stretches.has(findStem(next))
      ? dotted
      : null) ??
    (four && (four[3] !== undefined || /^(?:hrs|hours|utc|gmt|z|cet|bst)$/.test(next))
      ? four
      : null);
  if (parts) {
    const hour = Number(parts[1]);
    const minute = Number(parts[2]);
    if (hour > 24 || minute > 59) return null;
    const suffix = parts[3] === 'am' || parts[3] === 'pm' ? parts[3][0] : half;
    return {
      kind: 'time',
      value: toDay(hour, minute, suffix),
      // "At 6:40" may be of the evening, "at 06:40" is not.
      halfDay: suffix === undefined && clock !== null && /^[1-9]:/.test(word),
      length: half === undefined ? 1 : 2,
    };
  }
  // "Next note at 17h"; "for 17 h" is a stretch.
  const whole = /^(\d{1,2})h$/.exec(word)?.[1];
  if (whole !== undefined && Number(whole) <= 24 && hourLead.test(lead))
    return { kind: 'time', value: (Number(whole) % 24) * 60, length: 1 };
  const past = readPast(words, at);
  if (past) return past;
  // "At half two": half past two.
  const ofHalf = small.get(next);
  if (word === 'half' && ofHalf !== undefined && ofHalf <= 12 && hourLead.test(lead))
    return { kind: 'time', value: ofHalf * 60 + 30, halfDay: true, length: 2 };
  const glued = /^(\d{1,2})(am|pm)$/.exec(word);
  if (glued) return { kind: 'time', value: toDay(Number(glued[1]), 0, glued[2]?.[0]), length: 1 };
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : small.get(word);
  if (hour === undefined || hour > 24) return null;
  if (half !== undefined) return { kind: 'time', value: toDay(hour, 0, half), length: 2 };
  // "Six till nine", "six to nine in the evening".
  const till = small.get(words[at + 2]?.text ?? '');
  if (
    till !== undefined &&
    hour <= 12 &&
    till <= 12 &&
    (/^(?:till|until)$/.test(next) ||
      (next === 'to' && words[at + 3]?.text === 'in' && words[at + 4]?.text === 'the'))
  )
    return { kind: 'time', value: hour * 60, halfDay: true, length: 1 };
  const from = small.get(words[at - 2]?.text ?? '');
  if (
    from !== undefined &&
    from <= 12 &&
    hour <= 12 &&
    (/^(?:till|until)$/.test(lead) ||
      (lead === 'to' && next === 'in' && words[at + 2]?.text === 'the'))
  )
    return { kind: 'time', value: hour * 60, halfDay: true, length: 1 };
  if (next === "o'clock") return { kind: 'time', value: hour * 60, halfDay: hour <= 12, length: 2 };
  return null;
}

const minutes = new Map([
  ['half', 30],
  ['quarter', 15],
  ['twenty-five', 25],
]);

/** "Ten past seven", "half past two", "twenty-five to nine". */
function readPast(words: readonly RawWord[], at: number): Found | null {
  const word = words[at]?.text ?? '';
  const by = words[at + 1]?.text;
  if (by !== 'past' && by !== 'to') return null;
  const minute =
    minutes.get(word) ??
    small.get(word) ??
    tens.get(word) ??
    (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  const after = words[at + 2]?.text ?? '';
  const hour = /^\d{1,2}$/.test(after) ? Number(after) : small.get(after);
  if (minute === undefined || minute > 59 || hour === undefined || hour < 1 || hour > 12)
    return null;
  if (by === 'to' && !/^(?:five|ten|quarter|twenty(?:-five)?)$/.test(word)) return null;
  const value = by === 'past' ? hour * 60 + minute : hour * 60 - minute;
  return { kind: 'time', value, halfDay: true, length: 3 };
}

function toDay(hour: number, minute: number, half: string | undefined): number {
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return ((hour + shift) % 24) * 60 + minute;
}

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** A date that begins with the word at `at`, month × 100 + day; null where none does. */
export function readDate(words: readonly RawWord[], at: number): Found | null {
  const word = words[at]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const through = readDayOfRange(words, at);
  if (through) return through;
  const iso = /^\d{4}-(\d{2})-(\d{2})$/.exec(word);
  if (iso) return { kind: 'date', value: Number(iso[1]) * 100 + Number(iso[2]), length: 1 };
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](?:\d{2}|\d{4})$/.exec(word);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const value = second > 12 ? first * 100 + second : second * 100 + first;
    return { kind: 'date', value, length: 1 };
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  const of = next === 'of' ? 1 : 0;
  const month = months.get(words[at + 1 + of]?.text ?? '');
  if (day !== undefined && month !== undefined && Number(day) <= 31) {
    return { kind: 'date', value: month * 100 + Number(day), length: 2 + of };
  }
  const ordinal = ordinals.indexOf(word) + 1;
  const ofMonth = next === 'of' ? months.get(words[at + 2]?.text ?? '') : undefined;
  if (ordinal > 0 && ofMonth !== undefined)
    return { kind: 'date', value: ofMonth * 100 + ordinal, length: 3 };
  const named = months.get(word);
  const dayAfter = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(next)?.[1];
  if (named !== undefined && dayAfter !== undefined && Number(dayAfter) <= 31) {
    return { kind: 'date', value: named * 100 + Number(dayAfter), length: 2 };
  }
  return null;
}

/** The first day of "3 and 12 March", "3–12 March". */
function readDayOfRange(words: readonly RawWord[], at: number): Found | null {
  const day = /^\d{1,2}$/.exec(words[at]?.text ?? '')?.[0];
  if (day === undefined || Number(day) > 31) return null;
  const step = /^(?:and|to|until|till)$/.test(words[at + 1]?.text ?? '') ? 2 : 1;
  if (!/^\d{1,2}$/.test(words[at + step]?.text ?? '')) return null;
  const month = months.get(words[at + step + 1]?.text ?? '');
  if (month === undefined) return null;
  return { kind: 'date', value: month * 100 + Number(day), length: 1 };
}

/** "From 09:12 to 10:47", "between eight and nine": two hours that belong together. */
export const hourRange = /\b(?:between|from|since)\b.*\b(?:and|to|until|till)\b/i;
