import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  areCostlyPatterns,
  findPattern,
  fitsPattern,
  isCostlyPattern,
  isPattern,
} from './pack-pattern.ts';

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
  const times: number[] = [];
  // The first call of all reads the tables of the library, which no pattern is to blame for.
  beforeAll(() => void fitsPattern('(?i)\\p{L}+', text));
  afterAll(() => {
    console.log(
      `figure: ${times.filter((time) => time < 500).length} of ${times.length} evil patterns under 500 ms on ${text.length} letters, worst ${Math.round(Math.max(...times))} ms`,
    );
  });

  it.each(evil)('is done in time: %s', (pattern) => {
    const time = spend(() => void fitsPattern(pattern, text));
    times.push(time);
    expect(time).toBeLessThan(500);
  });

  it('is tried enough', () => {
    expect(new Set(evil).size).toBeGreaterThanOrEqual(50);
  });
});

/** Milliseconds of the processor that something took. */
function spend(run: () => void): number {
  const { process } = globalThis;
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Short to write, and thousands of steps once their repetitions are written out. */
const large = [
  `(?:${Array.from({ length: 28 }, () => 'a{0,1000}').join('|')})b`,
  `${'a{0,1000}'.repeat(30)}b`,
  '(?:a{0,90}b?c?d?){10}h'.repeat(4),
];

describe('a pattern that repeats a lot', () => {
  it.each(large)('is no plain one, and is not run: %s', (pattern) => {
    expect(isPattern(pattern)).toBe(true);
    expect(isCostlyPattern(pattern)).toBe(true);
    expect(areCostlyPatterns([pattern])).toBe(true);
    // Run all the same, they took minutes; on a machine ten times as slow, compiling takes seconds.
    const text = 'a'.repeat(20_000);
    expect(spend(() => void findPattern(pattern, text))).toBeLessThan(8_000);
    expect(findPattern(pattern, 'aah')).toBeNull();
    expect(fitsPattern(pattern, 'b')).toBe(false);
  });

  it.each([
    ['a{0,1000}b'],
    ['[\\p{L}]{1000}'],
    ['.{0,300}x'],
    ['(?:a*){999}b'],
    ['(?:(?:a|b|c|d|){1,30}){1,30}x'],
    ['a{501}'],
    Array.from({ length: 4 }, (_, at) => `${at}.{0,80}`),
    Array.from({ length: 400 }, () => 'word'),
  ])('or is many is too costly for a long answer: %s', (...patterns) => {
    expect(areCostlyPatterns(patterns)).toBe(true);
    for (const pattern of patterns) expect(isCostlyPattern(pattern)).toBe(false);
  });

  it('may stand twenty times in a question where it is plain', () => {
    const plain = [
      'account_?(id)?.*(body|request|caller)',
      '\\b(revok|rotat|deactivat|disabl|delet)\\w*\\s+(the\\s+)?(access\\s+)?keys?\\b',
      '(compare|check).*(owner|order|session)',
      '(from|of) the (order|session)',
    ];
    expect(areCostlyPatterns([...plain, ...plain, ...plain, ...plain, ...plain])).toBe(false);
    expect(areCostlyPatterns(['(snapshot|image|copy).{0,80}(before|first)'])).toBe(false);
    expect(areCostlyPatterns(['arn:aws:iam::\\d{12}:(role|user)/[\\w+=,.@-]{1,64}'])).toBe(false);
    expect(areCostlyPatterns(['[0-9a-f]{64}', '[0-9a-f]{40}', '[0-9a-f]{32}'])).toBe(false);
  });

  it('is done in time on the longest answer where it is just not too costly', () => {
    const patterns = ['a{0,240}b', '.?a.?'.repeat(30), '[ab]{400}c', `(?:a|b|ab){0,90}c`];
    const text = 'ab'.repeat(10_000);
    for (const pattern of patterns) {
      expect(areCostlyPatterns([pattern])).toBe(false);
      // Half a second at worst; on a slow and busy machine a few.
      expect(spend(() => void findPattern(pattern, text))).toBeLessThan(5_000);
    }
  });
});
