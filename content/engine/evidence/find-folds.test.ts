import { describe, expect, it } from 'vitest';
import { findFolds } from './find-folds.ts';

const folds = (text: string): [number, number][] =>
  [...findFolds(text.split('\n')).entries()].filter(([, last]) => last > 0);

describe('folding a configuration', () => {
  it('follows the indentation of YAML', () => {
    expect(folds('server:\n  port: 80\n  tls:\n    on: true\n\nlog: x')).toEqual([
      [0, 3],
      [2, 3],
    ]);
  });

  it('takes the closing bracket with it', () => {
    expect(folds('{\n  "a": [\n    1\n  ],\n  "b": 2\n}')).toEqual([
      [0, 5],
      [1, 3],
    ]);
  });

  it('reaches from one section of an INI file to the next', () => {
    expect(folds('[one]\na=1\nb=2\n[two]\nc=3')).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });

  it('finds nothing in flat or empty texts', () => {
    expect(folds('a=1\nb=2')).toEqual([]);
    expect(folds('')).toEqual([]);
  });
});
