import { expect, it } from 'vitest';
import { parseJson } from './json-members.ts';

it.each([
  ['9007199254740993', '9007199254740993'],
  ['-9223372036854775807', '-9223372036854775807'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['1e999', '1e999'],
  ['9'.repeat(400), '9'.repeat(400)],
  ['9007199254740992', 9007199254740992],
  ['18014398509481984', 18014398509481984],
  ['0.125000000000000000', 0.125],
  ['1e21', 1e21],
  ['-0', -0],
])('keeps the figures of %s', (written, value) => {
  expect(parseJson(written)).toEqual(value);
  expect(parseJson(`{"a":[${written},1]}`)).toEqual({ a: [value, 1] });
});

it('leaves what stands in a text, and takes nothing for JSON that is none', () => {
  const text = 'say "9007199254740993" and \\ 1e999';
  expect(parseJson(`[${JSON.stringify(text)},9007199254740993]`)).toEqual([
    text,
    '9007199254740993',
  ]);
  for (const broken of ['09007199254740993', '[9007199254740993', '"9007199254740993', '--1e999'])
    expect(parseJson(broken), broken).toBeUndefined();
});

it('goes over a hostile text once', () => {
  const quotes = `9007199254740993${'"\\'.repeat(1_000_000)}`;
  const begun = performance.now();
  expect(parseJson(quotes)).toBeUndefined();
  expect(parseJson(`["${'\\"'.repeat(1_000_000)}",9007199254740993]`)).toHaveLength(2);
  // Cut off within an escape.
  expect(parseJson(`["${'\\"'.repeat(400_000)},9007199254740993\\`)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(5_000);
});
