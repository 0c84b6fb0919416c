import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandedOver, readHandedOver } from './handed-over.ts';
import { archiveBytes } from './packs/pack-channels.ts';

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
  expect(handed.take()).toMatchObject({
    kind: 'pack',
    name: 'team.drillpack',
    bytes: new Uint8Array([80, 75]),
  });
  expect(handed.take()).toBeNull();
});

test('of two files the one that came last is given, though it is read sooner', async () => {
  const [large, small] = [join(folder, 'large.drillpack'), join(folder, 'small.drillpack')];
  writeFileSync(large, Buffer.alloc(archiveBytes));
  writeFileSync(small, 'PK');
  let told = 0;
  const handed = new HandedOver(() => (told += 1));
  await Promise.all([handed.accept(large), handed.accept(small), handed.accept(null)]);
  expect(handed.take()?.name).toBe('small.drillpack');
  expect(told).toBe(1);
});

test('a folder, a link, a device, a pipe, a giant, what is no file of ours and what is not there are passed over', async () => {
  const target = join(folder, 'target');
  writeFileSync(target, 'secret');
  symlinkSync(target, join(folder, 'link.drillpack'));
  const giant = join(folder, 'giant.drillpack');
  writeFileSync(giant, '');
  truncateSync(giant, archiveBytes + 1);
  mkdirSync(join(folder, 'folder.drillreview'));
  symlinkSync('/dev/zero', join(folder, 'zero.drillpacket'));
  execFileSync('mkfifo', [join(folder, 'pipe.drillpacket')]);
  writeFileSync(join(folder, 'pack.zip'), 'PK');
  for (const path of [
    ...['folder.drillreview', 'link.drillpack', 'zero.drillpacket', 'pipe.drillpacket'],
    ...['giant.drillpack', 'pack.zip', 'no.drillpack'],
  ].map((name) => join(folder, name))) {
    expect(await readHandedOver(path), path).toBeNull();
  }
  let told = 0;
  const handed = new HandedOver(() => (told += 1));
  await handed.accept(null);
  await handed.accept(giant);
  expect(told).toBe(0);
});
