import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SafeCopies } from './safe-copies.ts';
import { readSentinel, sentinelPath } from './sentinel.ts';
import { storedSchema, type Envelope } from './storage-channels.ts';

/** As each earlier schema left them: see the test of the database's tables in renderer/storage. */
const released = join(dirname(dirname(import.meta.dirname)), 'renderer/storage/testing/released');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-released-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function openCopies(): Promise<SafeCopies> {
  const copies = new SafeCopies({
    folder: join(folder, 'storage'),
    aside: join(folder, 'kept-aside'),
    app: '9.0.0',
    runtime: { electron: '45.4.1', chrome: '156' },
    now: () => new Date('2026-11-28T10:00:00Z'),
  });
  await copies.load();
  return copies;
}

async function readAll(copies: SafeCopies): Promise<readonly string[]> {
  const lines: string[] = [];
  await copies.readBegin('safe');
  for (let done = false; !done;) {
    const chunk = await copies.readNext();
    done = chunk.done;
    lines.push(...chunk.lines.split('\n').filter((line) => line !== ''));
  }
  return lines;
}

/** The records of the export that was made of the same state: the lines between its first and its last. */
async function readExported(schema: number): Promise<readonly string[]> {
  const text = await readFile(join(released, `schema-${schema}`, 'export.json'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/,$/, ''));
}

const sort = (lines: readonly string[]) =>
  lines
    .map((line) => JSON.parse(line) as Envelope)
    .sort((a, b) => (`${a.table}/${a.id}` < `${b.table}/${b.id}` ? -1 : 1));

const schemas = Array.from({ length: storedSchema - 1 }, (_, index) => index + 1);

describe.each(schemas)('The safe copies of schema %i', (schema) => {
  beforeEach(() =>
    cp(join(released, `schema-${schema}`, 'storage'), join(folder, 'storage'), {
      recursive: true,
    }),
  );

  it('are read whole, with a snapshot before anything is written, and go on as the current schema', async () => {
    const before = (await readdir(join(folder, 'storage', 'snapshots'))).length;
    const copies = await openCopies();
    expect(copies.state.kind).toBe('whole');
    expect(copies.snapshots).toHaveLength(before + 1);
    expect(copies.snapshots[0]).toMatchObject({ reason: 'before', seq: copies.state.seq });
    const records = sort(await readExported(schema));
    expect(records.length).toBeGreaterThan(20);
    expect(sort(await readAll(copies))).toEqual(records);
    await copies.append(JSON.stringify({ puts: [], deletes: [] }));
    await copies.close();
    expect(readSentinel(sentinelPath(join(folder, 'storage')))).toMatchObject({
      kind: 'found',
      sentinel: { schema: storedSchema },
    });
    const again = await openCopies();
    expect(again.state.kind).toBe('whole');
    expect(sort(await readAll(again))).toEqual(records);
    await again.close();
  });
});
