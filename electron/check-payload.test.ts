import { expect, test } from 'vitest';
import { findFault } from './check-payload.ts';
import * as shape from './ipc-shape.ts';

const cycle: unknown[] = [];
cycle.push(cycle, cycle);
const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
const withProto = JSON.parse('{"__proto__": 1}') as unknown;

const cases: readonly [
  name: string,
  shape.Shape,
  good: readonly unknown[],
  bad: readonly unknown[],
][] = [
  ['nothing', shape.nothing, [undefined], [null, 0, '', false, {}, []]],
  ['text', shape.text(3), ['', 'abc', '🙂'], ['abcd', 1, null, undefined, ['a'], new String('a')]],
  ['integer', shape.integer(1, 9), [1, 9], [0, 10, 1.5, NaN, Infinity, '1', 1n, null, -0]],
  ['flag', shape.flag, [true, false], [0, 1, 'true', null, undefined]],
  ['choice', shape.choice(['a', 'b']), ['a', 'b'], ['c', '', ['a'], null, 'toString', 0]],
  [
    'bytes',
    shape.bytes(2),
    [new Uint8Array(0), new Uint8Array(2)],
    [new Uint8Array(3), new Uint16Array(1), new ArrayBuffer(1), [1], 'a', { length: 1 }, null],
  ],
  ['nullable', shape.nullable(shape.flag), [null, true], [undefined, 0]],
  [
    'list',
    shape.list(shape.flag, 2),
    [[], [true], [true, false]],
    [
      [true, true, true],
      [1],
      { length: 0 },
      new Set([true]),
      Object.assign([true], { extra: 1 }),
      new Array(2),
      'ab',
      null,
    ],
  ],
  [
    'fields',
    shape.fields({ a: shape.flag }),
    [{ a: true }, Object.assign(Object.create(null) as object, { a: true })],
    [
      {},
      { a: 1 },
      { a: true, b: 1 },
      withProto,
      new Map([['a', true]]),
      [true],
      Object.create({ a: true }),
      null,
      'a',
    ],
  ],
  [
    'json',
    shape.json(100),
    [null, 1, 'x', [1, [2]], { a: { b: null } }, Array.from({ length: 99 }, () => 0)],
    [
      undefined,
      NaN,
      1n,
      { a: undefined },
      [undefined],
      new Date(0),
      new Map(),
      /x/,
      new Uint8Array(1),
      new Error('x'),
      cycle,
      deep,
      withProto,
      'x'.repeat(100),
      { ['k'.repeat(100)]: 0 },
      Array.from({ length: 100 }, () => 0),
    ],
  ],
];

test.each(cases)('%s takes what it should', (_name, of, good) => {
  expect(good.map((value) => findFault(of, value))).toEqual(good.map(() => null));
});

test.each(cases)('%s refuses the rest, and says what', (_name, of, _good, bad) => {
  for (const value of bad) expect(findFault(of, value)).toMatch(/^payload[^ ]* \w+/);
});

test('A fault names its place', () => {
  const nested = shape.fields({ rows: shape.list(shape.fields({ id: shape.text(2) }), 5) });
  expect(findFault(nested, { rows: [{ id: 'ab' }, { id: 'abc' }] })).toBe(
    'payload.rows[1].id is longer than 2',
  );
});

test('Branching cycles cost no more than the budget', () => {
  const start = performance.now();
  expect(findFault(shape.json(1_000_000), cycle)).not.toBeNull();
  expect(performance.now() - start).toBeLessThan(2000);
});
