import { expect, it } from 'vitest';
import { listJsonLines } from './json-lines.ts';

it('shows a value as it would be written, and folds', () => {
  const value = { a: [1, 'two'], b: {}, c: { d: null } };
  const texts = (folded: string[]) =>
    listJsonLines(value, new Set(folded)).map(({ depth, text }) => '  '.repeat(depth) + text);
  expect(texts([]).join('\n')).toBe(JSON.stringify(value, null, 2));
  expect(texts(['/a'])).toEqual([
    '{',
    '  "a": […],',
    '  "b": {},',
    '  "c": {',
    '    "d": null',
    '  }',
    '}',
  ]);
});

it('does not follow a file that nests without end', () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 50_000; depth += 1) value = [value];
  expect(listJsonLines(value, new Set()).length).toBeLessThan(500);
});
