import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRegular } from './read-regular.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-regular-'));
  writeFileSync(join(folder, 'file'), 'PK');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file is read, up to so many bytes', async () => {
  expect(await readRegular(join(folder, 'file'), 2)).toEqual(new Uint8Array([80, 75]));
  expect(await readRegular(join(folder, 'file'), 1)).toBe('too_large');
  await expect(readRegular(join(folder, 'none'), 1)).rejects.toThrow('ENOENT');
});

test.each<[what: string, make: (path: string) => void]>([
  ['a link to a file', (path) => symlinkSync(join(folder, 'file'), path)],
  ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
  ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
])('%s is none', async (_what, make) => {
  make(join(folder, 'other'));
  expect(await readRegular(join(folder, 'other'), 100)).toBe('no_file');
});
