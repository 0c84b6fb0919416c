import { clockWords, months, readDate, readTime } from './clock-figures.ts';
import { currencies, sizes, stretches } from './figure-units.ts';
import type { Figure, Found, RawWord } from './figure.ts';
import { isNumberWord, readNumber, small } from './numbers.ts';
import { findStem } from './stem.ts';

const roughLead = new Set(
  'about around roughly some nearly almost over approximately approx circa than least up ca close just'.split(
    ' ',
  ),
);

/** The figure that begins with the word at `at`, or null. */
export function readFigure(words: readonly RawWord[], at: number): Figure | null {
  const word = words[at]?.text ?? '';
  if (
    !/^\d/.test(word) &&
    !isNumberWord(word) &&
    !months.has(word) &&
    !clockWords.has(word) &&
    !/^(?:first|second|[a-z]{2,10}th)$/.test(word) &&
    !/^(?:half|quarters?|thirds?)$/.test(word)
  ) {
    return null;
  }
  if (isSayingOnly(words, at)) return null;
  const found =
    readTime(words, at) ??
    readDate(words, at) ??
    readShare(words, at) ??
    readOfEvery(words, at) ??
    readAmount(words, at);
  if (!found) return null;
  const lead = words[at - 1]?.text ?? '';
  return {
    rough: roughLead.has(lead) || roughLead.has(words[at - 2]?.text ?? ''),
    halfDay: false,
    currency: null,
    ...found,
  };
}

/** "Thanks a million", "a hundred times over": nobody counts so. */
function isSayingOnly(words: readonly RawWord[], at: number): boolean {
  return (
    /^(?:hundred|thousand|million|billion)s?$/.test(words[at]?.text ?? '') &&
    words[at - 1]?.text === 'a' &&
    (/^thanks?$/.test(words[at - 2]?.text ?? '') || words[at + 1]?.text === 'times')
  );
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
  // "About half have been moved".
  if (word === 'half' && /^(?:have|has|are|is|were|was)$/.test(textAt(1)))
    return { kind: 'percent', value: 50, length: 1, rough: true };
  // "Half the pumps stand still"; "half the day" is a time.
  if (
    word === 'half' &&
    /^(?:the|our|all|these|those)$/.test(textAt(1)) &&
    !/^(?:an?|the|first|second|other|last|past)$/.test(textAt(-1)) &&
    !/^(?:day|night|time|way|hour|week|month|year|morning|afternoon|shift)$/.test(textAt(2))
  )
    return { kind: 'percent', value: 50, length: 1, rough: true };
  if (own !== undefined && textAt(1) === 'of') {
    if (word !== 'half' && !/^(?:a|one|the)$/.test(textAt(-1))) return null;
    // "The first half of the logs" is how far one is.
    if (/^(?:first|second|other|last)$/.test(textAt(-1))) return null;
    return { kind: 'percent', value: own, length: 1, rough: true };
  }
  const count = small.get(word) ?? (/^\d$/.test(word) ? Number(word) : undefined);
  if (count === undefined) return null;
  const part = parts.get(textAt(1));
  if (textAt(1).startsWith('quarter') && `${textAt(2)} ${textAt(3)} ${textAt(4)}` === 'of an hour')
    return { kind: 'stretch', value: count * 15, length: 5 };
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

/** "15 in every 100", "15 in a hundred"; "12 in 40" and "7 out of 10" count them. */
function readOfEvery(words: readonly RawWord[], at: number): Found | null {
  const count = readNumber(words, at);
  if (!count) return null;
  const from = at + count.length;
  const said = [0, 1, 2].map((step) => words[from + step]?.text ?? '').join(' ');
  const lead = /^(?:in every|out of every|in a(?= hundred))(?= )/.exec(said)?.[0];
  if (lead === undefined) return null;
  const skip = lead.split(' ').length;
  const of = readNumber(words, from + skip);
  if (!of || of.value < count.value || of.value < 2) return null;
  const value = (100 * count.value) / of.value;
  return { kind: 'percent', value, length: count.length + skip + of.length, rough: true };
}

function readAmount(words: readonly RawWord[], at: number): Found | null {
  const raw = words[at];
  if (!raw) return null;
  const number = readNumber(words, at);
  if (!number) return null;
  const following = words[at + number.length];
  // "22,000/min" are not minutes, and in "Article 33, second report" there is no second.
  const next = /[/,;:()]/.test(following?.gap ?? '') ? '' : (following?.text ?? '');
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
  // "503s" are answers of a server, not seconds.
  if (/^[45]\d\ds$/.test(raw.text)) return { kind: 'count', value, length };
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
  // "About a third" is 31 per cent as well.
  if (said.kind === 'percent' && (said.rough || meant.rough)) return off <= 0.08;
  if (said.rough || meant.rough) return off <= 0.06;
  return (
    larger >= 1000 && off <= 0.02 && said.value % 10 ** Math.floor(Math.log10(larger) - 1) === 0
  );
}
