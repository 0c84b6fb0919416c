import { currencies, sizes, stretches } from './figure-units.ts';
import type { RawWord } from './figure.ts';

export const small = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);

export const tens = new Map(
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

/**
 * A number that begins with the word at `at`, in digits or words; null where none does. `unit` (in minutes)
 * or `size` (in bytes) where it is written together with one, as in "40s" and "2gb".
 */
export function readNumber(
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
  // "40x normal".
  const times = /^(\d+)x$/.exec(word);
  if (times) return { value: Number(times[1]), length: 1 };
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
    const next =
      suffix === '' && !isMetres(words, at, value)
        ? scales.get(words[at + 1]?.text ?? '')
        : undefined;
    return next === undefined ? { value, length: 1 } : { value: value * next, length: 2 };
  }
  return readNumberWords(words, at);
}

/** "600 m from the quay": nobody writes so of millions, of which a few are many; "€600 m" is money. */
function isMetres(words: readonly RawWord[], at: number, value: number): boolean {
  const unit = words[at + 1];
  return (
    unit?.text === 'm' &&
    unit.gap.trim() === '' &&
    value >= 20 &&
    !currencies.has(words[at]?.before ?? '') &&
    !currencies.has(words[at - 1]?.text ?? '') &&
    !currencies.has(words[at + 2]?.text ?? '')
  );
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

export function isNumberWord(word: string): boolean {
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
    } else if (
      !(
        word === 'and' &&
        any &&
        (group % 100 === 0 || group === 0) &&
        isNumberWord(words[index + 1]?.text ?? '') &&
        total + group >= 100
      )
    ) {
      break;
    }
    any = true;
  }
  return any && index > at ? { value: total + group, length: index - at } : null;
}
