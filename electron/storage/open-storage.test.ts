import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStorage, readMajor, safeFolder, type OpenedStorage } from './open-storage.ts';
import type { SafeState } from './storage-channels.ts';

const halfAnHour = 30 * 60 * 1000;

let folder: string;
let opened: OpenedStorage[];
let reported: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-open-'));
  opened = [];
  reported = [];
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  for (const { finish } of opened) await finish();
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

async function start(electron = '45.4.1', clearDatabase = () => Promise.resolve()) {
  const storage = await openStorage({
    dataFolder: folder,
    app: '0.1.0',
    runtime: { electron, chrome: '156' },
    clearDatabase,
    report: (what) => reported.push(what),
  });
  opened.push(storage);
  return storage;
}

/** As a kill leaves it: nothing is finished. */
function forget(): void {
  vi.clearAllTimers();
  opened = [];
}

async function readState({ handlers }: OpenedStorage): Promise<SafeState> {
  const state = await handlers.open(undefined);
  if (state.kind !== 'ok') throw new Error(state.message);
  return state.value;
}

function append({ handlers }: OpenedStorage, id: string) {
  const put = { v: 1, id, table: 'drafts', body: id, enc: null, key: null };
  return handlers.append({ change: JSON.stringify({ puts: [put], deletes: [] }) });
}

const listSnapshots = async () =>
  (await readdir(join(safeFolder(folder), 'snapshots'))).map((name) => name.split('-').at(-1));

/** Chromium's own files, as far as they go here. */
async function writeDatabase(major: number): Promise<void> {
  await mkdir(join(folder, `runtime-${major}`, 'IndexedDB'), { recursive: true });
  await writeFile(join(folder, `runtime-${major}`, 'IndexedDB', '000003.log'), `of ${major}`);
}

const listRuntime = (major: number) => readdir(join(folder, `runtime-${major}`));

async function readAside(): Promise<readonly string[]> {
  const aside = join(folder, 'kept-aside');
  const names = await readdir(aside).catch(() => []);
  return Promise.all(names.sort().map((name) => readFile(join(aside, name, '000003.log'), 'utf8')));
}

/** A run that stored something and was closed in order, or killed. */
async function useOnce(electron: string, end: 'finish' | 'kill'): Promise<void> {
  const storage = await start(electron);
  await writeDatabase(readMajor(electron));
  await append(storage, 'a');
  if (end === 'finish') await storage.finish();
  forget();
}

describe('Before the page starts', () => {
  it('Chromium’s files stay where the last run ended in order, on the same major version', async () => {
    await useOnce('45.4.1', 'finish');
    const { rebuild, kind } = await readState(await start('45.9.0'));
    expect({ rebuild, kind }).toEqual({ rebuild: null, kind: 'whole' });
    expect(await listRuntime(45)).toContain('IndexedDB');
    expect(await readAside()).toEqual([]);
  });

  it('they are moved aside after an unclean end, and it is said why', async () => {
    await useOnce('45.4.1', 'kill');
    const state = await readState(await start('45.4.1'));
    expect(state).toMatchObject({ kind: 'whole', seq: 1, rebuild: 'unclean' });
    expect(await listRuntime(45)).toEqual(['in-use']);
    expect(await readAside()).toEqual(['of 45']);
  });

  it('the other runtime’s stay, and what this one had of earlier is moved aside', async () => {
    await writeDatabase(46);
    await useOnce('45.4.1', 'finish');
    const state = await readState(await start('46.0.0'));
    expect(state).toMatchObject({ kind: 'whole', seq: 1, rebuild: 'runtime' });
    expect(await listRuntime(45)).toContain('IndexedDB');
    expect(await listRuntime(46)).toEqual(['in-use']);
    expect(await readAside()).toEqual(['of 46']);
  });

  it('the runtime is named as the reason where it changed and the end was unclean, too', async () => {
    await useOnce('45.4.1', 'finish');
    await useOnce('46.0.0', 'kill');
    await useOnce('45.4.1', 'kill');
    expect((await readState(await start('46.0.0'))).rebuild).toBe('runtime');
  });

  it('nothing is moved for a new person', async () => {
    await writeDatabase(45);
    const state = await readState(await start('45.4.1'));
    expect(state).toMatchObject({ kind: 'fresh', rebuild: null });
    expect(await readAside()).toEqual([]);
  });

  it('nothing is moved where the safe copies are damaged: the database may be the only whole one', async () => {
    await useOnce('45.4.1', 'kill');
    const [name = ''] = await readdir(join(safeFolder(folder), 'journal'));
    const path = join(safeFolder(folder), 'journal', name);
    const bytes = await readFile(path);
    const place = bytes.indexOf('"drafts"');
    bytes[place + 2] = (bytes[place + 2] ?? 0) ^ 4;
    await writeFile(path, bytes);
    const state = await readState(await start('46.0.0'));
    expect(state).toMatchObject({ kind: 'damaged', rebuild: null });
    expect(await listRuntime(45)).toContain('IndexedDB');
    expect(await readAside()).toEqual([]);
  });
});

describe('Snapshots', () => {
  it('are taken every half hour of use in which something changed', async () => {
    const storage = await start();
    await append(storage, 'a');
    await vi.advanceTimersByTimeAsync(halfAnHour - 1);
    expect(await listSnapshots()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await expect.poll(listSnapshots).toEqual(['use.jsonl.gz']);
    await vi.advanceTimersByTimeAsync(halfAnHour);
    // Asked in order, so it is answered after what the timer began.
    await storage.handlers.audit(undefined);
    expect(await listSnapshots()).toEqual(['use.jsonl.gz']);
    await append(storage, 'b');
    await vi.advanceTimersByTimeAsync(halfAnHour);
    await expect.poll(listSnapshots).toEqual(['use.jsonl.gz', 'use.jsonl.gz']);
    expect(reported).toEqual([]);
  });

  it('that cannot be taken are reported, and the next one is tried', async () => {
    const storage = await start();
    await append(storage, 'a');
    const inTheWay = join(safeFolder(folder), 'journal', 'journal-000000000001.log');
    await mkdir(inTheWay);
    await vi.advanceTimersByTimeAsync(halfAnHour);
    await expect.poll(() => reported).toEqual(['snapshot']);
    expect(await listSnapshots()).toEqual([]);
    await rm(inTheWay, { recursive: true });
    await vi.advanceTimersByTimeAsync(halfAnHour);
    await expect.poll(listSnapshots).toEqual(['use.jsonl.gz']);
  });

  it('are taken on exit, after which no timer goes on', async () => {
    const storage = await start();
    await append(storage, 'a');
    await storage.finish();
    expect(await listSnapshots()).toEqual(['exit.jsonl.gz']);
    expect(vi.getTimerCount()).toBe(0);
    expect(await listRuntime(45)).toEqual([]);
    expect(reported).toEqual([]);
  });

  it('are taken on exit only where something has changed since the last', async () => {
    const storage = await start();
    await append(storage, 'a');
    await storage.handlers.snapshot({ reason: 'use' });
    await storage.finish();
    expect(await listSnapshots()).toEqual(['use.jsonl.gz']);
  });

  it('that fail on exit keep nobody from leaving', async () => {
    const storage = await start();
    await append(storage, 'a');
    await mkdir(join(safeFolder(folder), 'journal', 'journal-000000000001.log'));
    await storage.finish();
    expect(reported).toEqual(['last snapshot']);
    expect(await listRuntime(45)).toEqual([]);
  });
});

it('Erasing removes every runtime’s files but the open ones, which Chromium is asked to remove', async () => {
  await writeDatabase(46);
  let cleared = 0;
  const storage = await start('45.4.1', () => {
    cleared += 1;
    return Promise.resolve();
  });
  await append(storage, 'a');
  expect(await storage.handlers.erase(undefined)).toMatchObject({
    kind: 'ok',
    value: { left: [], writable: true },
  });
  expect(cleared).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['runtime-45', 'storage']);
  expect(await listSnapshots()).toEqual([]);
});
