import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatLine } from './journal-line.ts';
import { writeJournalHeading } from './journal-heading.ts';
import { findNewerData } from './newer-data.ts';
import { SafeCopies } from './safe-copies.ts';
import { sentinelPath, writeSentinel } from './sentinel.ts';
import { writeSnapshot, type SnapshotHeading } from './snapshot-file.ts';
import { storedSchema } from './storage-channels.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-newer-'));
  const copies = new SafeCopies({
    folder: join(folder, 'storage'),
    aside: join(folder, 'kept-aside'),
    app: '0.1.0',
    runtime: { electron: '45.4.1', chrome: '156' },
    now: () => new Date('2026-11-01T10:00:00Z'),
  });
  await copies.load();
  await copies.append(anyChange(1));
  await copies.snapshot('use');
  await copies.append(anyChange(2));
  await copies.close();
});
afterEach(() => rm(folder, { recursive: true }));

const newer = storedSchema + 1;
const ask = () => findNewerData(join(folder, 'storage'));

function anyChange(n: number): string {
  const put = { v: 1, id: `a${n}`, table: 'attempts', body: n, enc: null, key: null };
  return JSON.stringify({ puts: [put], deletes: [] });
}

/** Everything in the folder, path by path. */
async function readFolder(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    await Promise.all(
      paths.sort().map(async (path) => [path, await readFile(path, 'base64')] as const),
    ),
  );
}

/** The newest file of the journal as a newer app would have written it. */
async function makeJournalNewer(): Promise<string> {
  const path = join(folder, 'storage', 'journal', 'journal-000000000002.log');
  const change = formatLine({ seq: 3, text: anyChange(3) });
  await writeFile(path, Buffer.concat([writeJournalHeading(2, newer), change]));
  return path;
}

async function writeNewerSnapshot(reason = 'use', lines: readonly string[] = []): Promise<string> {
  const name = `snapshot-000000000003-20261101T110000000Z-${reason}.jsonl.gz`;
  const path = join(folder, 'storage', 'snapshots', name);
  const heading = {
    kind: 'drillbook-snapshot',
    format: 1,
    schema: newer,
    seq: 3,
    taken_at: '2026-11-01T11:00:00.000Z',
    reason,
  };
  await writeSnapshot(path, heading as SnapshotHeading, lines);
  return path;
}

const manyLines = Array.from({ length: 5000 }, (_, n) =>
  JSON.stringify({ v: 1, id: `r${n}`, table: 'drafts', body: n * 7919, enc: null, key: null }),
);

const makeNewer = {
  sentinel: () =>
    writeSentinel(sentinelPath(join(folder, 'storage')), {
      format: 1,
      schema: newer,
      app: '9.0.0',
      runtime: { electron: '45.4.1', chrome: '156' },
      seq: 2,
      counts: null,
      hash: null,
      written_at: '2026-11-01T10:00:00.000Z',
    }),
  journal: makeJournalNewer,
  snapshots: () => writeNewerSnapshot(),
} as const;
const parts = ['sentinel', 'journal', 'snapshots'] as const;
const pathOf = { sentinel: 'sentinel.json', journal: 'journal', snapshots: 'snapshots' } as const;

describe('Data of a newer app', () => {
  test('Is not seen in data of this one, nor where there is none', () => {
    expect(ask()).toBeNull();
    expect(findNewerData(join(folder, 'nowhere'))).toBeNull();
  });

  test.each(parts)('Is refused in words where the %s says so, and left as it is', async (part) => {
    await makeNewer[part]();
    const before = await readFolder();
    const named = part === 'sentinel' ? / \(9\.0\.0\),.*Start version 9\.0\.0 or a later one/ : /,/;
    expect(ask()).toMatch(named);
    expect(ask()).toMatch(/newer Drillbook.*Nothing was changed\. Start .*--user-data-dir=/);
    expect(await readFolder()).toEqual(before);
  });

  test.each(parts)('Is refused where nothing but the %s is left', async (part) => {
    await makeNewer[part]();
    for (const other of parts) {
      if (other === part) continue;
      await rm(join(folder, 'storage', pathOf[other]), { recursive: true });
    }
    expect(ask()).toContain('newer Drillbook');
  });

  test('Is refused by a snapshot taken for a reason that is not known here', async () => {
    await writeNewerSnapshot('synced');
    expect(ask()).toContain('newer Drillbook');
  });

  test('Is refused by a large file, of which only the beginning is read', async () => {
    await writeNewerSnapshot('use', manyLines);
    expect(ask()).toContain('newer Drillbook');
  });

  test('Is not believed of a damaged file: a changed bit locks nobody out', async () => {
    const journal = await makeJournalNewer();
    const bytes = await readFile(journal);
    bytes[30] = (bytes[30] ?? 0) ^ 4;
    await writeFile(journal, bytes);
    expect(ask()).toBeNull();
    const snapshot = await writeNewerSnapshot('use', manyLines);
    // A byte of its checksum, behind all that is read.
    const { length } = await readFile(snapshot);
    const file = await open(snapshot, 'r+');
    await file.write(Buffer.of(0), 0, 1, length - 6);
    await file.close();
    expect(ask()).toBeNull();
    await writeFile(snapshot, 'no gzip');
    await mkdir(join(folder, 'storage', 'journal', 'journal-000000000009.log'));
    expect(ask()).toBeNull();
  });
});
