import type { Currency } from './figure.ts';

export const currencies = new Map<string, Currency>([
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

/** Bytes. */
export const sizes = new Map(
  ['', 'k', 'm', 'g', 't', 'p'].flatMap((letter, power) => {
    const name = ['', 'kilo', 'mega', 'giga', 'tera', 'peta'][power] ?? '';
    const value = 1000 ** power;
    const short: readonly string[] = letter === '' ? [] : [`${letter}b`, `${letter}ib`];
    return [`${name}byte`, `${name}bytes`, ...short].map((unit) => [unit, value] as const);
  }),
);

/** Minutes. */
export const stretches = new Map([
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
