import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';
import { putInPlace } from './scratch-folder.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('Two starts do the same work one after the other', async () => {
  const lock = join(folder, 'dist', 'official.lock');
  const done: string[] = [];
  const work = (name: string) =>
    oneAtATime(lock, 'Building', async () => {
      done.push(`${name} begins`);
      await rest();
      done.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(done).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(existsSync(lock)).toBe(false);
});

test('Work that fails, or whose process was killed, holds up nobody', async () => {
  const lock = join(folder, 'official.lock');
  const failing = oneAtATime(lock, 'Building', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  // No process has this number.
  writeFileSync(lock, '2147483646');
  expect(await oneAtATime(lock, 'Building', () => Promise.resolve(1))).toBe(1);
  writeFileSync(lock, String(process.pid));
  const longAgo = Date.now() / 1000 - 3600;
  utimesSync(lock, longAgo, longAgo);
  expect(await oneAtATime(lock, 'Building', () => Promise.resolve(2))).toBe(2);
});

test('What another start has put in its place meanwhile stays', () => {
  const [made, place] = [join(folder, 'made'), join(folder, 'place')];
  for (const one of [made, place]) {
    mkdirSync(one);
    writeFileSync(join(one, 'electron'), '');
  }
  putInPlace(made, place);
  expect(existsSync(join(place, 'electron'))).toBe(true);
  rmSync(place, { recursive: true });
  putInPlace(made, place);
  expect(existsSync(made)).toBe(false);
  expect(() => {
    putInPlace(made, place + '-2');
  }).toThrow('ENOENT');
});
