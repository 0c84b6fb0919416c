import { listDates } from './told-dates.ts';

/** A number as a text tells it. */
export interface ToldFigure {
  readonly written: string;
  readonly value: number;
  /** How many of its digits stand behind the point. */
  readonly decimals: number;
  /** What a number in evidence is multiplied by to be told like this: a share in per cent, bytes in KiB. */
  readonly scales: readonly number[];
  /** The number whose other half it is: 22 in “22 of the 37”, 33 in “33 to 35”. */
  readonly partner: number | undefined;
  /** Told as what does not hold: “not 1,583”. */
  readonly isDenied: boolean;
  /** A few words before and after it. */
  readonly near: string;
}

const figure =
  /(?<![\p{L}\d.:#/,+-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\p{L}\d:/-]|[.,]\d)(\s?(?:%|[kKMGT]i?B\b))?/gu;
const clock = /\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?/g;
const address = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
// Bounded: a line of “1-1-1-…” has a start at every second character.
const hexadecimal = /\b(?=[\da-f-]{0,128}[a-f])(?=[\da-f-]{0,128}\d)[\da-f-]{8,128}\b/g;
const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** 2 in “wave 2” counts nothing. */
const label =
  /\b(?:article|bay|day|disk|item|level|line|no\.|node|number|page|part|phase|port|rule|shard|step|tier|version|wave) $/i;
const half = /(\d[\d,.]*) (?:of(?: (?:the|all))?|to) $/;
const denied = /\b(?:not|nor|instead of|rather than) $/;

/** Every number that a text tells in digits of its own: no time, no date, no part of an id or address. */
export function listFigures(text: string): readonly ToldFigure[] {
  const dates = listDates(text, '2000');
  return [...text.matchAll(figure)].flatMap(({ 0: all, 1: unit = '', index }): ToldFigure[] => {
    const [before, after] = [text.slice(0, index), text.slice(index + all.length).trim()];
    if (label.test(before)) return [];
    if (dates.some(({ offset, written: { length } }) => offset <= index && index < offset + length))
      return [];
    const written = all.slice(0, all.length - unit.length);
    const partner = half.exec(before)?.[1];
    return [
      {
        written,
        value: readNumber(written),
        decimals: written.split('.')[1]?.length ?? 0,
        scales: listScales(unit.trim()),
        partner: partner === undefined ? undefined : readNumber(partner),
        isDenied: denied.test(before),
        near: `${before.split(' ').slice(-4).join(' ')} ${after.split(' ').slice(0, 4).join(' ')}`,
      },
    ];
  });
}

function listScales(unit: string): readonly number[] {
  const power = 'kMGT'.indexOf(unit.charAt(0).replace('K', 'k')) + 1;
  if (unit === '%') return [1, 100];
  return unit === '' ? [1] : [1, 1000 ** -power, 1024 ** -power];
}

function readNumber(written: string): number {
  return Number(written.replaceAll(',', ''));
}

/** Every number in a text, small ones in words too; neither times nor addresses nor hashes. */
export function listNumbers(text: string): readonly number[] {
  const rest = [clock, address, hexadecimal].reduce((left, one) => left.replaceAll(one, ' '), text);
  const digits = rest.match(/\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?/g) ?? [];
  const spelt = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return [
    ...digits.map(readNumber),
    ...spelt.map((one) => words.indexOf(one)).filter((one) => one >= 0),
  ];
}

/** Whether one of the numbers is the figure, rounded as it is told and in its unit. */
export function isAmong(
  { value, decimals, scales }: ToldFigure,
  numbers: readonly number[],
): boolean {
  return numbers.some((number) =>
    scales.some((scale) => Number((number * scale).toFixed(decimals)) === value),
  );
}
