import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Line } from './primitives.ts';

const complaints = (text: string) =>
  v.safeParse(Line, text).issues?.map(({ message }) => message) ?? [];

it.each([
  ['spaces', '   '],
  ['a space that does not break', '\u00a0'],
  ['spaces of other widths', '\u2003\u3000'],
  ['nothing but a break at the end', '\n'],
  ['zero width', '\u200b\u200b'],
  ['joiners', '\u200d\u2060\ufeff'],
  ['a filler of Hangul', '\u3164'],
  ['a blank of Braille', '\u2800'],
  ['a note without a head', '\u{1d159}'],
  ['a joiner of letters', '\u034f'],
  ['tags', '\u{e0041}\u{e0042}'],
  ['an accent on nothing', '\u0301'],
])('takes no line in which nothing can be seen: %s', (_, text) => {
  expect(complaints(text)).toEqual([
    'must have a letter, a digit or another sign that can be seen',
  ]);
});

it.each([
  'A key in the open',
  '7',
  '…',
  '€',
  '🔥',
  '日本',
  'مفتاح',
  'क्‍ष',
  ' indented',
  'folded\n',
  '⠓⠑⠇⠏',
])('takes a line with something to see: %j', (text) => {
  expect(complaints(text)).toEqual([]);
});

it('says one thing of an empty line', () => {
  expect(complaints('')).toEqual(['must not be empty']);
});
