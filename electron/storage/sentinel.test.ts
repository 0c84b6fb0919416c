import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSentinel, sentinelPath, writeSentinel } from './sentinel.ts';
import { storedSchema } from './storage-channels.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-sentinel-'));
});
afterEach(() => rm(folder, { recursive: true }));

const sentinel = {
  format: 1,
  schema: storedSchema,
  app: '0.1.0',
  runtime: { electron: '45.4.1', chrome: '156' },
  seq: 12,
  counts: { attempts: 3 },
  hash: null,
  written_at: '2026-11-01T10:00:00.000Z',
} as const;

test('Is read as written', async () => {
  expect(readSentinel(sentinelPath(folder))).toEqual({ kind: 'missing' });
  await writeSentinel(sentinelPath(folder), sentinel);
  expect(readSentinel(sentinelPath(folder))).toEqual({ kind: 'found', sentinel });
});

test('One changed bit anywhere is found', async () => {
  const path = sentinelPath(folder);
  await writeSentinel(path, sentinel);
  const bytes = await readFile(path);
  // The last byte is a line break that nothing depends on.
  for (let place = 0; place < bytes.length - 1; place += 1) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
    await writeFile(path, changed);
    expect(readSentinel(path)).toEqual({ kind: 'damaged' });
  }
});
