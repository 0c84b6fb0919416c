import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandedOver, readHandedOver } from './handed-over-pack.ts';
import { archiveBytes } from './pack-channels.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-handed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a regular file is read, and given once', async () => {
  const path = join(folder, 'team.drillpack');
  writeFileSync(path, 'PK');
  let told = 0;
  const handed = new HandedOver(() => (told += 1));
  await handed.accept(path);
  expect(told).toBe(1);
  expect(handed.take()).toMatchObject({ name: 'team.drillpack', bytes: new Uint8Array([80, 75]) });
  expect(handed.take()).toBeNull();
});

test('a folder, a link, a device, a giant and what is not there are passed over', async () => {
  const target = join(folder, 'target');
  writeFileSync(target, 'secret');
  symlinkSync(target, join(folder, 'link.drillpack'));
  const giant = join(folder, 'giant.drillpack');
  writeFileSync(giant, '');
  truncateSync(giant, archiveBytes + 1);
  for (const path of [
    folder,
    join(folder, 'link.drillpack'),
    '/dev/zero',
    giant,
    join(folder, 'no'),
  ]) {
    expect(await readHandedOver(path), path).toBeNull();
  }
  let told = 0;
  const handed = new HandedOver(() => (told += 1));
  await handed.accept(null);
  await handed.accept(giant);
  expect(told).toBe(0);
});
