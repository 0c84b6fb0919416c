import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashFiles } from './hash-files.ts';

let folder: string;
const names = ['a', 'b.txt', 'missing'];
const hash = (): string => hashFiles(folder, names, (path) => !path.endsWith('.test.ts'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-hash-'));
  mkdirSync(join(folder, 'a/c'), { recursive: true });
  writeFileSync(join(folder, 'a/c/one.ts'), 'one');
  writeFileSync(join(folder, 'b.txt'), 'two');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('A stamp stays while only times and what is left out change', () => {
  const before = hash();
  utimesSync(join(folder, 'b.txt'), 0, 0);
  writeFileSync(join(folder, 'a/one.test.ts'), '');
  writeFileSync(join(folder, 'elsewhere'), '');
  expect(hash()).toBe(before);
});

test.each([
  ['bytes', () => writeFileSync(join(folder, 'b.txt'), 'twp')],
  ['a new file', () => writeFileSync(join(folder, 'a/two.ts'), '')],
  ['a file gone', () => rmSync(join(folder, 'b.txt'))],
  ['a name', () => writeFileSync(join(folder, 'a/c/two.ts'), 'one')],
])('A stamp changes with %s', (_what, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});
