import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './launcher/unzip.ts';
import { writeZip } from './write-zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('What is zipped comes out as it was, and two zips of it are equal', () => {
  const app = join(folder, 'app');
  mkdirSync(join(app, 'deep'), { recursive: true });
  writeFileSync(join(app, 'run'), 'x'.repeat(100_000), { mode: 0o755 });
  writeFileSync(join(app, 'deep/naïve.txt'), '');
  symlinkSync('run', join(app, 'link'));
  writeZip(app, join(folder, 'a.zip'));
  writeZip(app, join(folder, 'b.zip'));
  const zip = readFileSync(join(folder, 'a.zip'));
  expect(zip.equals(readFileSync(join(folder, 'b.zip')))).toBe(true);
  unzip(zip, join(folder, 'out'));
  const out = join(folder, 'out/app');
  expect(readFileSync(join(out, 'run'), 'utf8')).toBe('x'.repeat(100_000));
  expect(statSync(join(out, 'run')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(out, 'deep/naïve.txt'), 'utf8')).toBe('');
  expect(readlinkSync(join(out, 'link'))).toBe('run');
});
