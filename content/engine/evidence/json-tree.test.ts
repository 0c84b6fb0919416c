import { expect, it } from 'vitest';
import { JsonTree, layJson } from './json-tree.ts';

const value = { a: [1, 'two', { x: 3 }], b: {}, 'c "/': { d: null } };
const tree = new JsonTree(layJson(value));
const show = (one: JsonTree, ...paths: string[]): string[] => {
  const folded = new Set(paths.map((path) => one.find(path) ?? -1));
  return [...one.show(folded).lines].map((line) => {
    const { depth, text } = one.read(line, folded.has(line));
    return '  '.repeat(depth) + text;
  });
};

it('shows a value as it would be written, and folds', () => {
  expect(show(tree).join('\n')).toBe(JSON.stringify(value, null, 2));
  expect(show(tree, '/a')).toEqual([
    '{',
    '  "a": […],',
    '  "b": {},',
    '  "c \\"/": {',
    '    "d": null',
    '  }',
    '}',
  ]);
  expect(show(tree, '')).toEqual(['{…}']);
});

it('says the way to a line, and finds it again', () => {
  const paths = [...tree.show(new Set()).lines].map((line) => tree.pathOf(line));
  expect(paths).toEqual([
    ...['', '/a', '/a/0', '/a/1', '/a/2', '/a/2/x', '/a/2/ ', '/a/ ', '/b'],
    ...['/c "/', '/c "//d', '/c "// ', '/ '],
  ]);
  expect(tree.read(tree.find('/a/2/x') ?? -1, false)).toEqual({
    ...{ depth: 3, text: '"x": 3', members: null },
  });
  expect([tree.find('/a/3'), tree.find('/none')]).toEqual([null, null]);
});

it('writes what begins at a line', () => {
  expect(tree.write(tree.find('/a') ?? -1, 999)).toBe(`"a": ${JSON.stringify(value.a, null, 2)}`);
  expect(tree.write(tree.find('/a/2') ?? -1, 999)).toBe(JSON.stringify(value.a[2], null, 2));
  expect(tree.write(0, 5)).toBe('{\n  "');
});

it('does not follow a file that nests without end', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
  expect(show(new JsonTree(layJson(deep))).length).toBeLessThan(500);
});

it('shows the first 200,000 lines, and what lies behind them where others are folded', () => {
  const long = new JsonTree(layJson([Array.from({ length: 250_000 }, () => 1), 'behind']));
  expect(long.show(new Set()).lines).toHaveLength(200_000);
  expect(long.show(new Set()).isCut).toBe(true);
  expect(show(long, '/0')).toEqual(['[', '  […],', '  "behind"', ']']);
  expect(long.show(new Set([1])).isCut).toBe(false);
});
