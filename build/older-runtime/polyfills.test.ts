import { expect, test } from 'vitest';
import { arrayMethods } from './array-methods.ts';
import { iteratorMethods } from './iterator-methods.ts';
import { setMethods } from './set-methods.ts';
import { statics } from './statics.ts';

/** What each of our methods gives, beside what this newer runtime's own one gives. */
function compare(ours: object, native: object, name: string, target: unknown, args: unknown[]) {
  const run = (from: object): unknown => {
    try {
      const method = (from as Record<string, (...values: unknown[]) => unknown>)[name];
      const result = method?.apply(target, args);
      return isIterator(result) ? [...result] : result;
    } catch (error) {
      return (error as Error).name;
    }
  };
  expect(run(ours), name).toEqual(run(native));
}

const iteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf([].values()) as object,
) as object;

function isIterator(value: unknown): value is IterableIterator<unknown> {
  return Object.prototype.isPrototypeOf.call(iteratorPrototype, value as object);
}

const list = [3, 1, 2, 10];
const byNumber = (a: number, b: number): number => a - b;

test.each([
  ['toReversed', []],
  ['toSorted', []],
  ['toSorted', [byNumber]],
  ['toSpliced', [1, 2, 'x', 'y']],
  ['toSpliced', [-1, 1]],
  ['with', [0, 9]],
  ['with', [-1, 9]],
  ['with', [4, 9]],
  ['with', [-5, 9]],
])('Arrays: %s(%j)', (name, args) => {
  compare(arrayMethods.plain, Array.prototype, name, list, args);
  expect(list).toEqual([3, 1, 2, 10]);
});

test.each([
  ['toReversed', []],
  ['toSorted', []],
  ['with', [1, 7]],
  ['with', [9, 7]],
])('Typed arrays: %s(%j)', (name, args) => {
  compare(arrayMethods.typed, Uint8Array.prototype, name, Uint8Array.of(3, 1, 20), args);
});

test.each(Object.keys(setMethods))('Sets: %s', (name) => {
  for (const other of [[], [1], [5, 3, 1], [1, 2, 3], [9, 8, 7, 6], [2, 1, 3, 4]]) {
    compare(setMethods, Set.prototype, name, new Set([1, 2, 3]), [new Set(other)]);
  }
});

test.each([
  ['map', [(value: number, index: number) => value * 10 + index]],
  ['filter', [(value: number) => value > 1]],
  ['take', [2]],
  ['take', [0]],
  ['drop', [1]],
  ['flatMap', [(value: number) => [value, value]]],
  ['toArray', []],
  ['some', [(value: number) => value === 1]],
  ['every', [(value: number) => value > 1]],
  ['find', [(value: number) => value < 3]],
  ['reduce', [(sum: number, value: number) => sum - value]],
  ['reduce', [(sum: number, value: number) => sum - value, 100]],
])('Iterators: %s', (name, args) => {
  const run = (from: object) => {
    const method = (from as Record<string, (...values: unknown[]) => unknown>)[name];
    const result = method?.apply(list.values(), args);
    return isIterator(result) ? [...result] : result;
  };
  expect(run(iteratorMethods)).toEqual(run(iteratorPrototype));
});

test('An iterator is left where the standard leaves it', () => {
  const values = list.values();
  expect([...iteratorMethods.take.call(values, 1)]).toEqual([3]);
  expect(() => iteratorMethods.reduce.call([].values(), () => 0)).toThrow(TypeError);
});

test('Grouping, promises, addresses and text', async () => {
  const parity = (value: unknown): string => (Number(value) % 2 ? 'odd' : 'even');
  expect(statics.object.groupBy(list, parity)).toEqual({ odd: [3, 1], even: [2, 10] });
  expect([...statics.map.groupBy(list, parity).keys()]).toEqual(['odd', 'even']);
  const { promise, resolve } = statics.promise.withResolvers() as {
    promise: Promise<unknown>;
    resolve: (value: unknown) => void;
  };
  resolve(7);
  expect(await promise).toBe(7);
  await expect(
    statics.promise.try(() => {
      throw new Error('thrown');
    }),
  ).rejects.toThrow('thrown');
  expect(
    await statics.array.fromAsync([Promise.resolve(1), 2], (value) => Number(value) + 1),
  ).toEqual([2, 3]);
  for (const address of ['https://a.example/', 'nonsense', '/a']) {
    expect(statics.url.canParse(address)).toBe(URL.canParse(address));
  }
  expect(statics.url.canParse('/a', 'https://a.example')).toBe(true);
  for (const text of ['', 'plain', '🙂', '\ud83d', 'a\udc00b']) {
    compare(statics.text, String.prototype, 'isWellFormed', text, []);
    compare(statics.text, String.prototype, 'toWellFormed', text, []);
  }
});

test('One signal follows many, with the reason of the first', () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const any = statics.abortSignal.any([first.signal, second.signal]);
  expect(any.aborted).toBe(false);
  second.abort('why');
  first.abort('late');
  expect([any.aborted, any.reason]).toEqual([true, 'why']);
  expect(statics.abortSignal.any([AbortSignal.abort('before')]).reason).toBe('before');
});
