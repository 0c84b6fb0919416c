import { expect, it } from 'vitest';
import { measureDepth } from './measure-depth.ts';

it.each([
  ['1', 0],
  ['[{"a":[1]},[]]', 3],
  ['{"a":"[[[[\\"[["}', 1],
  ['["never closed [[[[', 1],
  ['['.repeat(300_000), 300_000],
])('counts how deeply %.20s is nested', (text, depth) => {
  expect(measureDepth(text)).toBe(depth);
});
