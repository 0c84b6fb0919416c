import {
  appendFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CopiesDamaged } from './copy-bases.ts';
import { SafeCopies } from './safe-copies.ts';
import type { Envelope } from './storage-channels.ts';

const factor = process.env['DRILLBOOK_ENDURANCE'] ? 1 : 0.1;

let folder: string;
let clock: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-safe-'));
  clock = Date.parse('2026-01-05T08:00:00Z');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function openCopies(app = '1.0.0', aside = join(folder, 'kept-aside')): Promise<SafeCopies> {
  const copies = new SafeCopies({
    folder: join(folder, 'storage'),
    aside,
    app,
    runtime: { electron: '45.4.1', chrome: '156' },
    now: () => new Date(clock),
  });
  await copies.load();
  return copies;
}

function put(id: string, body: unknown, table = 'attempts'): Envelope {
  return { v: 1, id, table, body, enc: null, key: null };
}

function change(puts: readonly Envelope[], deletes: readonly string[] = []): string {
  return JSON.stringify({ puts, deletes: deletes.map((id) => ({ table: 'attempts', id })) });
}

/** The records of a copy, by id. */
async function readAll(copies: SafeCopies, copy = 'safe'): Promise<Map<string, unknown>> {
  await copies.readBegin(copy);
  const records = new Map<string, unknown>();
  for (let done = false; !done;) {
    const chunk = await copies.readNext();
    done = chunk.done;
    for (const line of chunk.lines.split('\n').filter(Boolean)) {
      const record = JSON.parse(line) as Envelope;
      records.set(record.id, record.body);
    }
  }
  return records;
}

async function pathsIn(name: 'journal' | 'snapshots'): Promise<string[]> {
  const path = join(folder, 'storage', name);
  return (await readdir(path)).sort().map((file) => join(path, file));
}

async function flipBit(path: string, place: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  await writeFile(path, bytes);
}

/** The next time that anything is to be put on the disk, there is no room. */
async function refuseNextSync(): Promise<void> {
  const handle = await open(join(folder, 'trial'), 'w');
  await handle.close();
  const files = Object.getPrototypeOf(handle) as FileHandle;
  const full = Object.assign(new Error('No room.'), { code: 'ENOSPC' });
  vi.spyOn(files, 'datasync').mockRejectedValueOnce(full);
}

describe('Safe copies', () => {
  test('An empty folder is fresh; an emptied one never is', async () => {
    const copies = await openCopies();
    expect(copies.state).toMatchObject({ kind: 'fresh', seq: 0 });
    await copies.append(change([put('a', 1)]));
    expect(copies.state).toMatchObject({ kind: 'whole', seq: 1 });
    await copies.close();
    await rm(join(folder, 'storage', 'journal'), { recursive: true });
    await rm(join(folder, 'storage', 'snapshots'), { recursive: true });
    const emptied = await openCopies();
    expect(emptied.state).toMatchObject({ kind: 'damaged', seq: 0, known: 1 });
    expect(emptied.state.fault).toContain('missing');
    await expect(emptied.append(change([]))).rejects.toThrow(CopiesDamaged);
  });

  test('Every change is there after a kill, with and without snapshots between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.jsonValue()) },
            { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) },
            { weight: 1, arbitrary: fc.constantFrom('snapshot', 'reopen', 'close') },
          ),
          { maxLength: 30 },
        ),
        async (steps) => {
          await rm(join(folder, 'storage'), { recursive: true, force: true });
          const expected = new Map<string, unknown>();
          let copies = await openCopies();
          for (const step of steps) {
            clock += 60_000;
            if (step === 'snapshot') await copies.snapshot('use');
            else if (step === 'close') await copies.close();
            if (step === 'reopen' || step === 'close') copies = await openCopies();
            if (typeof step === 'number') {
              await copies.append(change([], [String(step)]));
              expected.delete(String(step));
            } else if (typeof step !== 'string') {
              const [id, body] = step;
              await copies.append(change([put(String(id), body)]));
              expected.set(String(id), JSON.parse(JSON.stringify(body)));
            }
          }
          expect(await readAll(await openCopies())).toEqual(expected);
        },
      ),
      { numRuns: 200 * factor },
    );
  });

  test('A torn last line is cut off, and writing goes on', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await copies.append(change([put('b', 2)]));
    const [path = ''] = await pathsIn('journal');
    const length = (await readFile(path)).length;
    await truncate(path, length - 9);
    const torn = await openCopies();
    // The sentinel was written at the start, so it does not know of the line that was torn.
    expect(torn.state).toMatchObject({ kind: 'whole', seq: 1 });
    await torn.append(change([put('c', 3)]));
    expect(await readAll(await openCopies())).toEqual(
      new Map([
        ['a', 1],
        ['c', 3],
      ]),
    );
  });

  test('A snapshot that cannot begin leaves the journal as it was: changes go on being written', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    // No file can be made where the next one of the journal belongs.
    const place = join(folder, 'storage', 'journal', 'journal-000000000001.log');
    await mkdir(place);
    await expect(copies.snapshot('use')).rejects.toThrow();
    await copies.append(change([put('b', 2)]));
    await rm(place, { recursive: true });
    await copies.snapshot('use');
    await copies.append(change([put('c', 3)]));
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['a', 'b', 'c']);
  });

  test('A change that was refused is never read in the place of the one that followed', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await refuseNextSync();
    await expect(copies.append(change([put('refused', 2)]))).rejects.toThrow('No room.');
    await copies.snapshot('use');
    await copies.append(change([put('kept', 2)]));
    const again = await openCopies();
    expect(again.state).toMatchObject({ kind: 'whole', seq: 2 });
    expect([...(await readAll(again)).keys()]).toEqual(['a', 'kept']);
  });

  test('Damage in the middle is found; what is before it can be chosen, the rest is kept aside', async () => {
    const copies = await openCopies();
    for (const id of ['a', 'b', 'c']) await copies.append(change([put(id, id)]));
    const [path = ''] = await pathsIn('journal');
    const bytes = await readFile(path);
    await flipBit(path, bytes.indexOf('"b"'));
    const damaged = await openCopies();
    expect(damaged.state).toMatchObject({ kind: 'damaged', seq: 1 });
    await expect(damaged.append(change([]))).rejects.toThrow(CopiesDamaged);
    const seq = await damaged.restore('safe', 3);
    expect(seq).toBeGreaterThan(3);
    expect(damaged.state).toMatchObject({ kind: 'whole', seq, fault: null });
    await damaged.append(change([put('d', 4)]));
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['a', 'd']);
    const [aside = ''] = await readdir(join(folder, 'kept-aside'));
    expect(await readdir(join(folder, 'kept-aside', aside))).toHaveLength(1);
  });

  test('A damaged newest snapshot is healed from the one before and the journal', async () => {
    let copies = await openCopies();
    for (const id of ['a', 'b', 'c']) {
      await copies.append(change([put(id, id)]));
      clock += 60_000;
      await copies.snapshot('use');
    }
    await copies.append(change([put('d', 'd')]));
    const newest = (await pathsIn('snapshots')).at(-1) ?? '';
    await flipBit(newest, 40);
    copies = await openCopies();
    expect([...(await readAll(copies)).keys()]).toEqual(['a', 'b', 'c', 'd']);
    clock += 60_000;
    expect((await copies.snapshot('use'))?.seq).toBe(4);
  });

  test('The audit finds a damaged snapshot and puts another in its place', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await copies.append(change([put('b', 2), put('s', 3, 'settings')]));
    clock += 60_000;
    await copies.snapshot('use');
    expect(await copies.audit()).toEqual({
      seq: 2,
      counts: { attempts: 2, settings: 1 },
      fault: null,
    });
    await flipBit((await pathsIn('snapshots'))[0] ?? '', 30);
    clock += 60_000;
    expect((await copies.audit()).fault).toContain('Nothing is lost');
    expect((await copies.audit()).fault).toBeNull();
    expect((await readAll(copies)).size).toBe(3);
  });

  test('Replacing is all or nothing, and the state before is a snapshot away', async () => {
    const copies = await openCopies();
    await copies.append(change([put('old', 1)]));
    const before = await copies.snapshot('before');
    await copies.replaceBegin('replaced', 0);
    await copies.replaceAdd(`${JSON.stringify(put('new', 2))}\n`);
    await expect(copies.replaceEnd(2)).rejects.toThrow('Not all records');
    expect([...(await readAll(copies)).keys()]).toEqual(['old']);
    await copies.replaceBegin('replaced', 0);
    await copies.replaceAdd(`${JSON.stringify(put('new', 2))}\n`);
    clock += 1000;
    expect((await copies.replaceEnd(1)).seq).toBe(2);
    await copies.append(change([put('later', 3)]));
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['new', 'later']);
    clock += 1000;
    const again = await openCopies();
    await again.restore(before?.id ?? '', 0);
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['old']);
  });

  test('What took the place of everything has no copy before it: damaged, another has to take its place', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await copies.replaceBegin('replaced', 0);
    await copies.replaceAdd(JSON.stringify(put('other', 1)));
    await copies.replaceEnd(1);
    await flipBit((await pathsIn('snapshots')).at(-1) ?? '', 40);
    await expect(copies.audit()).rejects.toThrow(CopiesDamaged);
    await copies.append(change([put('b', 2)]));
    await copies.replaceBegin('restored', 3);
    await copies.replaceAdd(`${JSON.stringify(put('other', 1))}\n${JSON.stringify(put('b', 2))}`);
    await copies.replaceEnd(2);
    const again = await openCopies();
    expect(again.state).toMatchObject({ kind: 'whole', seq: 4 });
    expect([...(await readAll(again)).keys()]).toEqual(['other', 'b']);
  });

  test('A replacement that cannot be finished changes nothing and hides nothing that follows', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await mkdir(join(folder, 'storage', 'journal', 'journal-000000000002.log'));
    await copies.replaceBegin('replaced', 0);
    await copies.replaceAdd(JSON.stringify(put('other', 1)));
    await expect(copies.replaceEnd(1)).rejects.toThrow();
    expect(copies.snapshots).toEqual([]);
    await copies.append(change([put('b', 2)]));
    await rm(join(folder, 'storage', 'journal', 'journal-000000000002.log'), { recursive: true });
    const again = await openCopies();
    expect(again.state).toMatchObject({ kind: 'whole', seq: 2 });
    expect([...(await readAll(again)).keys()]).toEqual(['a', 'b']);
  });

  test('Erasing leaves none of what was written on the disk', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 'a planted secret')]));
    await copies.snapshot('use');
    await copies.append(change([put('b', 'a planted secret')]));
    await copies.erase();
    expect(copies.state).toMatchObject({ kind: 'fresh', seq: 0 });
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain('planted');
    }
    expect(await pathsIn('snapshots')).toEqual([]);
    expect((await openCopies()).state.kind).toBe('fresh');
  });

  test('Erasing that cannot begin leaves everything in force, and goes on being written', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    await copies.snapshot('use');
    await copies.append(change([put('b', 2)]));
    const stamp = new Date(clock).toISOString().replaceAll(':', '-');
    await mkdir(join(folder, `storage.erasing-${stamp}`, 'in the way'), { recursive: true });
    await expect(copies.erase()).rejects.toThrow();
    await copies.append(change([put('c', 3)]));
    expect(copies.state).toMatchObject({ kind: 'whole', seq: 3 });
    const again = await openCopies();
    expect(again.state).toMatchObject({ kind: 'whole', seq: 3 });
    expect([...(await readAll(again)).keys()]).toEqual(['a', 'b', 'c']);
    clock += 1000;
    expect(await again.erase()).toEqual({ left: [], unwritable: null });
    expect((await openCopies()).state.kind).toBe('fresh');
  });

  test('What erasing cannot remove is told; the state is an empty one that can be written', async () => {
    // No system has a file of such a name.
    const aside = 'no\0path';
    const copies = await openCopies('1.0.0', aside);
    await copies.append(change([put('a', 1)]));
    expect(await copies.erase()).toMatchObject({ left: [{ path: aside }], unwritable: null });
    await copies.append(change([put('b', 2)]));
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['b']);
  });

  test('Erasing after which nothing can be written says so, and the next start is the first', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 'a planted secret')]));
    const handle = await open(join(folder, 'trial'), 'w');
    await handle.close();
    const full = Object.assign(new Error('No room.'), { code: 'ENOSPC' });
    vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync').mockRejectedValueOnce(full);
    expect(await copies.erase()).toEqual({ left: [], unwritable: full });
    const again = await openCopies();
    expect(again.state.kind).toBe('fresh');
    await again.append(change([put('b', 2)]));
    expect([...(await readAll(await openCopies())).keys()]).toEqual(['b']);
  });

  test('What an earlier run could not remove is removed by the next start', async () => {
    await mkdir(join(folder, 'storage.erasing-2026-01-01', 'journal'), { recursive: true });
    await openCopies();
    expect(await readdir(folder)).not.toContain('storage.erasing-2026-01-01');
  });

  test('Another version of the app takes a snapshot before it writes', async () => {
    const copies = await openCopies('1.0.0');
    await copies.append(change([put('a', 1)]));
    expect((await openCopies('1.1.0')).snapshots).toMatchObject([{ reason: 'before', seq: 1 }]);
  });

  test('Garbage behind the journal and a sentinel that is gone cost nothing', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    const [path = ''] = await pathsIn('journal');
    await appendFile(path, 'ab12');
    await rm(join(folder, 'storage', 'sentinel.json'));
    const again = await openCopies();
    expect(again.state).toMatchObject({ kind: 'whole', seq: 1 });
    expect(await readAll(again)).toEqual(new Map([['a', 1]]));
  });

  test('A sentinel that was changed costs nothing, and is told once', async () => {
    const copies = await openCopies();
    await copies.append(change([put('a', 1)]));
    expect(copies.state.note).toBeNull();
    await flipBit(join(folder, 'storage', 'sentinel.json'), 20);
    const again = await openCopies();
    expect(again.state).toMatchObject({
      kind: 'whole',
      seq: 1,
      note: expect.stringContaining('was damaged, and was written anew') as string,
    });
    expect(await readAll(again)).toEqual(new Map([['a', 1]]));
    expect((await openCopies()).state.note).toBeNull();
  });

  test('A simulated year: every snapshot that stays restores what was there when it was taken', async () => {
    const days = Math.ceil(365 * factor);
    const taken = new Map<string, Map<string, unknown>>();
    const now = new Map<string, unknown>();
    const copies = await openCopies();
    let written = 0;
    for (let day = 0; day < days; day += 1) {
      for (let turn = 0; turn < 4; turn += 1) {
        clock += 6 * 3_600_000;
        written += 1;
        const id = `r${(written * 7) % 50}`;
        const gone = `r${(written * 11) % 50}`;
        await copies.append(change([put(id, written)], [gone]));
        now.delete(gone);
        now.set(id, written);
        const listing = await copies.snapshot('use');
        taken.set(listing?.id ?? '', new Map(now));
      }
    }
    expect(copies.snapshots.length).toBeGreaterThanOrEqual(days > 30 ? 17 : 12);
    expect(copies.snapshots.length).toBeLessThanOrEqual(23);
    for (const { id } of copies.snapshots) {
      const restored = await readAll(copies, id);
      expect(Object.fromEntries(restored)).toEqual(Object.fromEntries(taken.get(id) ?? []));
    }
    expect(await pathsIn('snapshots')).toHaveLength(copies.snapshots.length);
    expect((await pathsIn('journal')).length).toBeLessThanOrEqual(3);
    console.log(
      `figure: snapshots: ${days} days, ${written} taken, ${copies.snapshots.length} kept, all restore equal`,
    );
  }, 120_000);
});
