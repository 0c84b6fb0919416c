import { findStem } from './stem.ts';

/**
 * A number in a text, brought to one measure: a count or an amount of money as it stands, a share in
 * per cent, a time in minutes of the day, a stretch in minutes, a size in bytes, a date as
 * month × 100 + day.
 */
export interface Figure {
  readonly kind: 'count' | 'money' | 'percent' | 'time' | 'stretch' | 'size' | 'date' | 'year';
  readonly value: number;
  /** "About", "nearly", "more than": near is good enough. */
  readonly rough: boolean;
  /** A clock of twelve hours without "am" or "pm": both halves of the day are meant. */
  readonly halfDay: boolean;
  /** Of money, where it is named. */
  readonly currency: Currency | null;
  /** How many words it takes up. */
  readonly length: number;
}

type Currency = 'eur' | 'usd' | 'gbp' | 'chf';
const currencies = new Map<string, Currency>([
  ['€', 'eur'],
  ['euro', 'eur'],
  ['euros', 'eur'],
  ['eur', 'eur'],
  ['$', 'usd'],
  ['dollar', 'usd'],
  ['dollars', 'usd'],
  ['usd', 'usd'],
  ['£', 'gbp'],
  ['pound', 'gbp'],
  ['pounds', 'gbp'],
  ['gbp', 'gbp'],
  ['chf', 'chf'],
  ['francs', 'chf'],
]);
const sizes = new Map(
  ['', 'k', 'm', 'g', 't', 'p'].flatMap((letter, power) => {
    const name = ['', 'kilo', 'mega', 'giga', 'tera', 'peta'][power] ?? '';
    const value = 1000 ** power;
    const short: readonly string[] = letter === '' ? [] : [`${letter}b`, `${letter}ib`];
    return [`${name}byte`, `${name}bytes`, ...short].map((unit) => [unit, value] as const);
  }),
);
const small = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1e6],
  ['millions', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['dozen', 12],
]);
const months = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1] as const,
      [name.slice(0, 3), index + 1] as const,
      [name.slice(0, 4), index + 1] as const,
    ]),
);
const stretches = new Map([
  ['second', 1 / 60],
  ['s', 1 / 60],
  ['ms', 1 / 60_000],
  ['millisecond', 1 / 60_000],
  ['sec', 1 / 60],
  ['secs', 1 / 60],
  ['minut', 1],
  ['min', 1],
  ['mins', 1],
  ['hour', 60],
  ['hr', 60],
  ['hrs', 60],
  ['h', 60],
  ['day', 1440],
  ['dai', 1440],
  ['week', 10_080],
  ['month', 43_200],
  ['year', 525_600],
]);
const clockLead = new Set(
  'at by since from until till before after around about between and to circa'.split(' '),
);
const roughLead = new Set(
  'about around roughly some nearly almost over approximately approx circa than least up ca close just'.split(
    ' ',
  ),
);

/** A word as `tokens.ts` cuts it, with what stands right before and after it in the text. */
export interface RawWord {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** All that stands between the word before and this one. */
  readonly gap: string;
}

/** The figure that begins with the word at `at`, or null. */
export function readFigure(words: readonly RawWord[], at: number): Figure | null {
  const word = words[at]?.text ?? '';
  if (
    !/^\d/.test(word) &&
    !isNumberWord(word) &&
    !months.has(word) &&
    !clockWords.has(word) &&
    !/^(?:half|quarters?|thirds?)$/.test(word)
  ) {
    return null;
  }
  const found =
    readTime(words, at) ?? readDate(words, at) ?? readShare(words, at) ?? readAmount(words, at);
  if (!found) return null;
  const lead = words[at - 1]?.text ?? '';
  return {
    rough: roughLead.has(lead) || roughLead.has(words[at - 2]?.text ?? ''),
    halfDay: false,
    currency: null,
    ...found,
  };
}

type Found = Pick<Figure, 'kind' | 'value' | 'length'> & Partial<Figure>;

const clockWords = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
]);

function readTime(words: readonly RawWord[], at: number): Found | null {
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
    return { kind: 'time', value: toDay(hour, minute, suffix), length: half === undefined ? 1 : 2 };
  }
  const past = readPast(words, at);
  if (past) return past;
  const glued = /^(\d{1,2})(am|pm)$/.exec(word);
  if (glued) return { kind: 'time', value: toDay(Number(glued[1]), 0, glued[2]?.[0]), length: 1 };
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : small.get(word);
  if (hour === undefined || hour > 24) return null;
  if (half !== undefined) return { kind: 'time', value: toDay(hour, 0, half), length: 2 };
  if (next === "o'clock") return { kind: 'time', value: hour * 60, halfDay: hour <= 12, length: 2 };
  return null;
}

/** "Ten past seven", "half past two", "quarter to nine". */
function readPast(words: readonly RawWord[], at: number): Found | null {
  const word = words[at]?.text ?? '';
  const by = words[at + 1]?.text;
  if (by !== 'past' && by !== 'to') return null;
  const minute =
    word === 'half'
      ? 30
      : word === 'quarter'
        ? 15
        : (small.get(word) ??
          tens.get(word) ??
          (/^\d{1,2}$/.test(word) ? Number(word) : undefined));
  const after = words[at + 2]?.text ?? '';
  const hour = /^\d{1,2}$/.test(after) ? Number(after) : small.get(after);
  if (minute === undefined || minute > 59 || hour === undefined || hour < 1 || hour > 12)
    return null;
  if (by === 'to' && !/^(?:five|ten|quarter|twenty)$/.test(word)) return null;
  const value = by === 'past' ? hour * 60 + minute : hour * 60 - minute;
  return { kind: 'time', value, halfDay: true, length: 3 };
}

function toDay(hour: number, minute: number, half: string | undefined): number {
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return ((hour + shift) % 24) * 60 + minute;
}

function readDate(words: readonly RawWord[], at: number): Found | null {
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

const parts = new Map([
  ['half', 50],
  ['third', 100 / 3],
  ['thirds', 100 / 3],
  ['quarter', 25],
  ['quarters', 25],
]);

/** "Half of", "two thirds of", "one in five", "one order in five": shares, near enough. */
function readShare(words: readonly RawWord[], at: number): Found | null {
  const word = words[at]?.text ?? '';
  const textAt = (offset: number): string => words[at + offset]?.text ?? '';
  const own = parts.get(word);
  if (own !== undefined && textAt(1) === 'of') {
    if (word !== 'half' && !/^(?:a|one|the)$/.test(textAt(-1))) return null;
    // "The first half of the logs" is how far one is.
    if (/^(?:first|second|other|last)$/.test(textAt(-1))) return null;
    return { kind: 'percent', value: own, length: 1, rough: true };
  }
  const count = small.get(word) ?? (/^\d$/.test(word) ? Number(word) : undefined);
  if (count === undefined) return null;
  const part = parts.get(textAt(1));
  if (part !== undefined && textAt(1).endsWith('s') && textAt(2) === 'of') {
    return { kind: 'percent', value: count * part, length: 2, rough: true };
  }
  if (count !== 1) return null;
  const gap = textAt(1) === 'in' ? 1 : textAt(2) === 'in' ? 2 : 0;
  const of = gap === 0 ? undefined : readNumber(words, at + gap + 1);
  if (!of || of.value < 2 || of.value > 100 || readTime(words, at + gap + 1)) return null;
  // The thing between stays a word of its own.
  const length = gap === 1 ? 2 + of.length : 1;
  return { kind: 'percent', value: 100 / of.value, length, rough: true };
}

function readAmount(words: readonly RawWord[], at: number): Found | null {
  const raw = words[at];
  if (!raw) return null;
  const number = readNumber(words, at);
  if (!number) return null;
  const next = words[at + number.length]?.text ?? '';
  const last = words[at + number.length - 1];
  const { value, length } = number;
  if (last?.after === '%' || next === 'percent' || next === 'pct') {
    return { kind: 'percent', value, length: next.startsWith('p') ? length + 1 : length };
  }
  if (next === 'per' && words[at + length + 1]?.text === 'cent') {
    return { kind: 'percent', value, length: length + 2 };
  }
  const currency =
    currencies.get(raw.before) ??
    currencies.get(next) ??
    currencies.get(last?.after ?? '') ??
    currencies.get(words[at - 1]?.text ?? '');
  if (currency !== undefined) return { kind: 'money', value, length, currency };
  const size = number.size ?? sizes.get(next);
  if (size !== undefined) {
    return {
      kind: 'size',
      value: value * size,
      length: number.size === undefined ? length + 1 : length,
    };
  }
  const unit = number.unit ?? stretches.get(next) ?? stretches.get(findStem(next));
  if (unit !== undefined) {
    return {
      kind: 'stretch',
      value: value * unit,
      length: number.unit === undefined ? length + 1 : length,
    };
  }
  if (/^(?:19|20)\d{2}$/.test(raw.text) && length === 1) return { kind: 'year', value, length };
  return { kind: 'count', value, length };
}

function readNumber(
  words: readonly RawWord[],
  at: number,
): {
  readonly value: number;
  readonly length: number;
  readonly unit?: number;
  readonly size?: number;
} | null {
  const word = words[at]?.text ?? '';
  const whole = scales.get(words[at + 2]?.text ?? '');
  if (word === 'half' && words[at + 1]?.text === 'a' && whole !== undefined) {
    return { value: whole / 2, length: 3 };
  }
  const digits =
    /^(\d+(?:[,\u00a0\u202f’' ]\d{3})*(?:\.\d+)*)(k|m|bn|min|mins|h|hrs|d|s|ms|[kmgtp]i?b)?$/.exec(
      word,
    );
  if (digits) {
    const value = toNumber(digits[1] ?? '');
    if (value === null) return null;
    const suffix = digits[2] ?? '';
    const size = sizes.get(suffix);
    if (size !== undefined) return { value, length: 1, size };
    const unit = stretches.get(suffix) ?? { d: 1440, s: 1 / 60 }[suffix];
    if (unit !== undefined) return { value, length: 1, unit };
    const scale = scales.get(suffix);
    if (scale !== undefined) return { value: value * scale, length: 1 };
    const next = suffix === '' ? scales.get(words[at + 1]?.text ?? '') : undefined;
    return next === undefined ? { value, length: 1 } : { value: value * next, length: 2 };
  }
  return readNumberWords(words, at);
}

/** "23.400" and "1.250.000" are how much of Europe writes thousands; "2.75" and "1.125" are no such thing. */
function toNumber(digits: string): number | null {
  const bare = digits.replaceAll(/[,\u00a0\u202f’' ]/g, '');
  if (/^\d{1,3}(?:\.\d{3})+$/.test(bare) && /0$|\..*\./.test(bare)) {
    return Number(bare.replaceAll('.', ''));
  }
  const value = Number(bare);
  return Number.isNaN(value) ? null : value;
}

function isNumberWord(word: string): boolean {
  const [head = '', tail] = word.split('-');
  return (
    (small.has(word) || tens.has(head) || scales.has(word)) &&
    (tail === undefined || small.has(tail))
  );
}

function readNumberWords(
  words: readonly RawWord[],
  at: number,
): { readonly value: number; readonly length: number } | null {
  let total = 0;
  let group = 0;
  let index = at;
  let any = false;
  for (; index < words.length && index < at + 12; index += 1) {
    const word = words[index]?.text ?? '';
    const [head = '', tail] = word.split('-');
    const scale = scales.get(word);
    const plain =
      small.get(word) ??
      (tens.has(head)
        ? (tens.get(head) ?? 0) + (tail === undefined ? 0 : (small.get(tail) ?? NaN))
        : undefined);
    if (plain !== undefined && !Number.isNaN(plain)) {
      // "Two, three" are two numbers, "twenty three" is one.
      if (
        any &&
        !(group === 0 || group % 100 === 0 || (group % 10 === 0 && group % 100 >= 20 && plain < 10))
      )
        break;
      group += plain;
    } else if (scale !== undefined && word.length > 2 && (any || scale >= 12)) {
      if (scale === 100 || scale === 12) group = (group === 0 ? 1 : group) * scale;
      else {
        total += (group === 0 ? 1 : group) * scale;
        group = 0;
      }
    } else if (!(
      word === 'and' &&
      any &&
      (group % 100 === 0 || group === 0) &&
      isNumberWord(words[index + 1]?.text ?? '') &&
      total + group >= 100
    )) {
      break;
    }
    any = true;
  }
  return any && index > at ? { value: total + group, length: index - at } : null;
}

/** Whether two figures say the same, with rounding where the writer said so. */
export function isSameFigure(said: Figure, meant: Figure): boolean {
  if (said.kind !== meant.kind) {
    const pair = new Set([said.kind, meant.kind]);
    // "At ten" and "10:00"; "1.2 million" with and without its currency.
    if (pair.has('time') && pair.has('count')) {
      const [clock, count] = said.kind === 'time' ? [said, meant] : [meant, said];
      return count.value <= 12 && clock.value % 720 === (count.value % 12) * 60;
    }
    if (!(pair.has('count') && (pair.has('money') || pair.has('year')))) return false;
  }
  if (said.currency !== null && meant.currency !== null && said.currency !== meant.currency) {
    return false;
  }
  if (said.value === meant.value) return true;
  if (said.kind === 'time') {
    if (said.halfDay || meant.halfDay) return said.value % 720 === meant.value % 720;
    return said.rough && Math.abs(said.value - meant.value) <= 10;
  }
  if (said.kind === 'date' || said.kind === 'year') return false;
  const larger = Math.max(said.value, meant.value);
  const off = larger === 0 ? 0 : Math.abs(said.value - meant.value) / larger;
  // A thousand or 1,024: both are written GB.
  if (said.kind === 'size') return off <= (said.rough || meant.rough ? 0.1 : 0.05);
  if (said.kind === 'stretch') return off <= (said.rough ? 0.15 : 0.02);
  if (said.rough || meant.rough) return off <= 0.06;
  return (
    larger >= 1000 && off <= 0.02 && said.value % 10 ** Math.floor(Math.log10(larger) - 1) === 0
  );
}
