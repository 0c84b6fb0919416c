import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyIndex } from '../../content/archive/pack-index.ts';
import { openInstalledPacks } from './open-installed-packs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-installed-'));
});
afterEach(() => rm(folder, { recursive: true }));

function openIn(place: string) {
  const none = () => Promise.reject(new Error('Nothing is to be opened here.'));
  return openInstalledPacks(place, () => Promise.resolve([]), {
    openPack: none,
    writePack: none,
  });
}

test('an index that cannot be read takes no bundled drill away, and is read again when it is asked for', async () => {
  const place = join(folder, 'packs');
  await mkdir(place);
  const index = join(place, 'index.json');
  await writeFile(index, 'no index');
  const packs = openIn(place);
  expect(await packs.listings()).toEqual([]);
  await expect(packs.keys()).rejects.toThrow();
  const keys = [{ key: 'k', fingerprint: 'f', name: 'Nadia', since: '2026-11-26T10:00:00.000Z' }];
  await writeFile(index, JSON.stringify({ ...emptyIndex, keys }));
  expect(await packs.keys()).toEqual(keys);
});
