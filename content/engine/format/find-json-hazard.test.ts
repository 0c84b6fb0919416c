import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRuns } from '../testing/count-runs.ts';
import { findJsonHazard } from './find-json-hazard.ts';

it.each([
  ['forbidden-key', '{"__proto__": {}}'],
  ['forbidden-key', '{"a": [{"b": {"__proto__": 1}}]}'],
  ['forbidden-key', '{"constructor" \n\t : {}}'],
  ['forbidden-key', '{"a": 1, "prototype": 2}'],
  ['forbidden-key', '{"\\u005f_pr\\u006fto__": {}}'],
  ['forbidden-key', '{"\\"": 1, "__proto__": 1}'],
  ['json-too-deep', '['.repeat(65)],
  ['json-too-deep', '{"a":'.repeat(100_000)],
] as const)('finds %s in %s', (code, text) => {
  expect(findJsonHazard(text)?.code).toBe(code);
  expect(findJsonHazard(`{"a": 1}\n${text}`, { lines: true })?.code).toBe(code);
});

it.each([
  '{"a": "__proto__", "b": ["constructor"]}',
  '{"text": "\\"__proto__\\": 1"}',
  `${'['.repeat(64)}${']'.repeat(64)}`,
  '"[[[[{{{{"',
  'no JSON at all { [ "',
])('lets pass %s', (text) => {
  expect(findJsonHazard(text)).toBeNull();
});

it('counts each line for itself', () => {
  const lines = '{"open": [\n'.repeat(100);
  expect(findJsonHazard(lines, { lines: true })).toBeNull();
  expect(findJsonHazard(lines)?.code).toBe('json-too-deep');
});

it.each(['{"m": "x\\', '{"m": "x', '{"m": "x\\\\\\', '"\\', '{"a": "\\u00', '{"m": "x\\\r'])(
  'reads the line after %j from its own start',
  (cut) => {
    for (const end of ['\n', '\r\n']) {
      const before = `${cut}${end}`;
      for (const [code, text] of [
        ['forbidden-key', '{"__proto__": {}}'],
        ['forbidden-key', '{"a": {"constructor": 1}}'],
        ['json-too-deep', '['.repeat(65)],
      ] as const) {
        const found = findJsonHazard(before + text, { lines: true });
        expect(found?.code).toBe(code);
        expect(found?.offset).toBeGreaterThanOrEqual(before.length);
      }
    }
  },
);

it('takes a bare carriage return for the end of a string, as JSON has none in one', () => {
  const text = '{"m": "x\\\r{"__proto__": {}}';
  expect(findJsonHazard(text, { lines: true })?.code).toBe('forbidden-key');
});

/** Whether a value that is written as JSON has such a name anywhere. */
function holdsForbidden(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(
    ([key, member]) => /^(?:__proto__|constructor|prototype)$/.test(key) || holdsForbidden(member),
  );
}

it('finds the names wherever they are, and changes no prototype', () => {
  const runs = countRuns(10_000);
  const key = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'a',
    '"',
    '\\',
    'proto',
    ':',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.string(), key, tie('list'), tie('map')),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    map: fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((pairs) => {
      const map = Object.create(null) as Record<string, unknown>;
      for (const [name, member] of pairs) map[name] = member;
      return map;
    }),
  }));
  let found = 0;
  fc.assert(
    fc.property(tree, fc.constantFrom('', ' ', '\n'), (value, space) => {
      const plain = JSON.stringify(value, null, space);
      const text = plain.replaceAll('o"', () => '\\u006f"');
      JSON.parse(text);
      expect(findJsonHazard(text) !== null).toBe(holdsForbidden(value));
      found += holdsForbidden(value) ? 1 : 0;
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    runs,
  );
  expect(found).toBeGreaterThan(runs.numRuns / 20);
  console.log(
    `figure: ${runs.numRuns} fuzzed JSON documents, ${found} with a forbidden name, all found`,
  );
});
