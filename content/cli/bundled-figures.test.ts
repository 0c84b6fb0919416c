import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { instantiate, instantiateWith } from '../engine/drill/instantiate.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import { readBundledDrill } from './testing/bundled-drill.ts';

// Two plays of a drill differ in every answer that could be memorised: what is counted, too.

/** Figures of answers that no seed moves, by drill, each with the reason why that is right. */
const fixedFigures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'd01-key-in-a-public-repository': {
    '17': 'So many regions an account has enabled by default; the number is the cloud’s own.',
    '36': 'The longest that such a session can last, in hours: a limit of the service.',
  },
  'd16-card-numbers-in-debug': {
    '13': 'The fewest digits that a card number has.',
    '14': 'A day of September.',
    '15': 'The digits of a card number of another scheme.',
    '16': 'The digits of most card numbers; also an hour by which something is due.',
    '17': 'An hour by which something is due.',
    '18': 'An hour by which something is due.',
    '19': 'The most digits that a card number has.',
  },
  'd22-patch-by-thursday': {
    '25': 'The day of June that is the Thursday.',
  },
  'd23-the-team-that-wont-patch': {
    '13': 'A day of June.',
    '17': 'A day of June.',
  },
  'd25-someone-elses-children': {
    '14': 'So many had written when the drill begins; asked is that they are not all who were hit.',
  },
  'd31-say-it-at-t15': {
    '10': 'An hour of the day.',
    '11': 'An hour of the day.',
    '12': 'An hour of the day.',
  },
};
const seeds = Array.from({ length: 9 }, (_, seed) => seed);

const small = ['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen']
  .concat('eighteen', 'nineteen')
  .map((word, index) => [word, index + 11] as const);
const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].flatMap(
  (ten, index) => [
    [ten, (index + 2) * 10] as const,
    ...ones.map((one, more) => [`${ten}-${one}`, (index + 2) * 10 + more + 1] as const),
  ],
);
const words = new Map([...small, ...tens]);

/**
 * A number by itself: no part of a word, an address, a date as written in logs or an hour with
 * minutes, and no price. With an asterisk it is the beginning of others.
 */
const number =
  /(?<![\p{L}\p{N}.:,/£€$#-])(?:\d{1,3}(?:[,_]\d{3})+|\d{2,})(?![\p{L}\p{N}:/*-]|[.,]\d)|\b(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|\p{L}+teen|eleven|twelve)\b/giu;
/** What follows a number that is a time, a span of time or a share, as in policies. */
const unit =
  /^(?:[ _-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|h|min|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b| ?%|_(?=thousand))/iu;
const afterMonth =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december)[ _]$/iu;

/** The figures in a text, each as digits alone. */
function listFigures(text: string): readonly string[] {
  return [...text.matchAll(number)].flatMap((found) => {
    const [whole] = found;
    const rest = text.slice(found.index + whole.length);
    const named = words.get(whole.toLowerCase());
    const digits = named === undefined ? whole.replaceAll(/[,_]/g, '') : String(named);
    if (!/^[1-9]\d+$/.test(digits)) return [];
    if (unit.test(rest) || afterMonth.test(text.slice(0, found.index))) return [];
    return [digits];
  });
}

/** What a player tells or chooses where all is right: facts of updates and the best options, each under its name. */
function listAnswers({ updates, decisions }: Drill): readonly (readonly [string, string])[] {
  const facts = updates.flatMap(({ id, facts: asked }) =>
    asked.map(
      (fact) => [`${id}/${fact.id}`, [fact.text, ...(fact.any ?? [])].join(' ; ')] as const,
    ),
  );
  const best = decisions.flatMap(({ id, options }) => {
    const most = Math.max(...options.map(({ rating }) => rating));
    return options
      .filter(({ rating, rerate }) =>
        [rating, ...rerate.map((other) => other.rating)].includes(most),
      )
      .map((option) => [`${id}/${option.id}`, `${option.text} ; ${option.reason}`] as const);
  });
  return [...facts, ...best];
}

/** Numbers that are the end of something’s name in some draw, such as of a ticket: each value is drawn once. */
function listNames(drill: Drill): ReadonlySet<string> {
  const most = Math.max(
    ...drill.parameters.map((one) => ('values' in one ? one.values.length : 0)),
  );
  const told = Array.from({ length: most }, (_, turn) => {
    const { updates } = instantiateWith(drill, new Map(), (_id, count) => turn % count).drill;
    return JSON.stringify(updates);
  });
  return new Set(
    told.flatMap((text) =>
      [...text.matchAll(/\b\p{L}+-(\d{3,})\b/gu)].flatMap(([, digits = '']) => digits),
    ),
  );
}

/** Figures that stand in one answer at every seed, with the answers that they stand in. */
function findFixed(drill: Drill): ReadonlyMap<string, readonly string[]> {
  const [written, ...others] = seeds.map(
    (seed) =>
      new Map(
        listAnswers(instantiate(drill, new Map(), seed).drill).map(([name, text]) => [
          name,
          new Set(listFigures(text)),
        ]),
      ),
  );
  const names = listNames(drill);
  const found = new Map<string, string[]>();
  for (const [answer, figures] of written ?? [])
    for (const figure of figures)
      if (!names.has(figure) && others.every((other) => other.get(answer)?.has(figure)))
        found.set(figure, [...(found.get(figure) ?? []), answer]);
  return found;
}

const slugs = readdirSync(fileURLToPath(new URL('../packs/core/drills', import.meta.url)));

it('knows each drill that it makes an exception of', () => {
  expect(slugs).toEqual(expect.arrayContaining(Object.keys(fixedFigures)));
});

it.each(slugs)('no figure that is an answer is the same in every play of %s', (slug) => {
  const fixed = findFixed(readBundledDrill(slug).drill);
  const excepted = Object.keys(fixedFigures[slug] ?? {});
  const unexpected = [...fixed].filter(([figure]) => !excepted.includes(figure));
  expect(unexpected, 'figures that do not follow the seed').toEqual([]);
  const needless = excepted.filter((figure) => !fixed.has(figure));
  expect(needless, 'exceptions that are needed no more').toEqual([]);
});

it.each([
  ['1,118 hosts, 86 of them unknown', ['1118', '86']],
  ['1_118|1,118|1118 hosts', ['1118', '1118', '1118']],
  ['Forty-one requests, fourteen of them late', ['41', '14']],
  ['at 08:02, on 13 June, since june_13, within 14 days, 36-hour, 95 %', []],
  ['EUR-free: £40, €1,200, SEC-7362, u-35124, 192.0.2.61, 0600, 13* people', []],
  ['one of 7, and 2 more', []],
])('reads the figures of %j', (text, figures) => {
  expect(listFigures(text)).toEqual(figures);
});
