import { describe, expect, it } from 'vitest';
import { fitsPattern, isPattern } from './pack-pattern.ts';

it.each([
  ['AKIA[A-Z0-9]{16}', 'AKIAIOSFODNN7EXAMPLE', true],
  ['AKIA[A-Z0-9]{16}', 'akiaiosfodnn7example', true],
  ['AKIA[A-Z0-9]{16}', 'my AKIAIOSFODNN7EXAMPLE', false],
  ['i-[0-9a-f]{8,17}', 'i-0abc1234', true],
  ['a|b', 'ab', false],
  ['(', '(', false],
] as const)('asks whether all of a text has the form %s: %s', (pattern, text, fits) => {
  expect(fitsPattern(pattern, text)).toBe(fits);
});

it.each(['(', 'a{2000}', '(?=a)b', '(a)\\1', '(a{1000}){1000}', '\\C', '[z-a]', '*a', '(?<=a)b'])(
  'takes no %s',
  (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  },
);

/** Patterns that keep a backtracking engine busy, and their like. */
const evil: readonly string[] = [
  ...['(a+)+$', '(a*)*$', '(a|a)*$', '(a|aa)+$', '(.*)*$', '(a+)+b', '([a-zA-Z]+)*$', '(x+x+)+y'],
  ...['^(a?){50}a{50}$', '(a?){100}(a*){100}$', '(a|a?)+$', '((a+)+)+$', '(a+){10}$', '(.+)+\\d'],
  ...[
    '(\\w+\\s?)*!$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(a*)*b',
    '(a*)+b',
    '(.*a){20}',
    '(a|b|ab)*c',
  ],
  ...['.{1,1000}.{1,999}', '[\\p{L}]{1000}', '(((((((((a*)*)*)*)*)*)*)*)*)*$', 'a?'.repeat(90)],
  ...[
    `${'a?'.repeat(60)}${'a'.repeat(60)}`,
    '(?i)(k|K){100,1000}$',
    '(?P<n>a){1000}',
    '(a{1,30}){1,30}',
  ],
  ...['[^a-z]{0,1000}[^b]{0,999}', '(a|b|c|d|e|f|g|h){0,1000}', '(a+|b+|c+)*d', '(?s)(.*.*.*)*$'],
  ...['(aa|aab?)*$', '(a+a+)+$', '(a+b?)+$', '((a|b)*a)*$', '(\\d+)*$', '(\\S+)*\\s', '(a?a?a?)*$'],
  ...[
    '^(.*?,){11}P',
    '(a|b)*[^c]*d',
    '(([^a]*a)+)+$',
    '(a{0,100})*$',
    '(a*a*)*$',
    '(a*?)*?$',
    '(a+?)+?$',
  ],
  ...[
    '.*.*=.*',
    '(.*)(.*)(.*)(.*)(.*)x',
    '\\b(\\w+)*\\b$',
    '(?:(?:a+)+)+$',
    '(a|\\w)*!',
    '(^a+)+$',
  ],
];

describe('an evil pattern', () => {
  const text = `${'a'.repeat(199)}!`;
  it.each(evil)('is done in time: %s', (pattern) => {
    const { process } = globalThis;
    const before = process.cpuUsage();
    fitsPattern(pattern, text);
    const { user, system } = process.cpuUsage(before);
    // One that is not held back takes minutes; on a slow machine one that is, half a second.
    expect((user + system) / 1000).toBeLessThan(2_000);
  });

  it('is tried enough', () => {
    expect(new Set(evil).size).toBeGreaterThanOrEqual(50);
  });
});
