import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeOtherRuntimes, runtimeFolder, WorkingCopyFolder } from './working-copy-folder.ts';

let folder: string;
let clock: number;
let workingCopy: WorkingCopyFolder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-working-'));
  clock = Date.parse('2026-11-01T10:00:00Z');
  workingCopy = new WorkingCopyFolder(
    folder,
    45,
    join(folder, 'kept-aside'),
    () => new Date(clock),
  );
});
afterEach(() => rm(folder, { recursive: true }));

const database = () => join(folder, 'runtime-45', 'IndexedDB');
const listAside = async () => (await readdir(join(folder, 'kept-aside'))).sort();

async function writeDatabase(content: string): Promise<void> {
  await mkdir(database(), { recursive: true });
  await writeFile(join(database(), '000003.log'), content);
}

describe('The folder of the working copy', () => {
  it('is one for each major version of the runtime', () => {
    expect(runtimeFolder(folder, 45)).toBe(join(folder, 'runtime-45'));
    expect(runtimeFolder(folder, 46)).not.toBe(runtimeFolder(folder, 45));
  });

  it('is in order at first and after it was left, and not after a kill', async () => {
    expect(workingCopy.enter()).toBe('clean');
    await workingCopy.leave();
    expect(workingCopy.enter()).toBe('clean');
    expect(workingCopy.enter()).toBe('unclean');
    // Until a run ends in order.
    expect(workingCopy.enter()).toBe('unclean');
    await workingCopy.leave();
    expect(workingCopy.enter()).toBe('clean');
    await workingCopy.leave();
    await workingCopy.leave();
  });

  it('tells of a folder that it cannot mark', async () => {
    await writeFile(join(folder, 'runtime-45'), 'in the way');
    expect(() => workingCopy.enter()).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });

  it('moves the files away whole, and Chromium finds none', async () => {
    await writeDatabase('torn');
    workingCopy.enter();
    expect(await workingCopy.moveAside()).toBe(true);
    expect(await readdir(join(folder, 'runtime-45'))).toEqual(['in-use']);
    const [kept = ''] = await listAside();
    expect(await readFile(join(folder, 'kept-aside', kept, '000003.log'), 'utf8')).toBe('torn');
    expect(await workingCopy.moveAside()).toBe(false);
  });

  it('copies the files, which stay where they are', async () => {
    await writeDatabase('odd');
    const target = await workingCopy.copyAside();
    expect(await readFile(join(target, '000003.log'), 'utf8')).toBe('odd');
    expect(await readFile(join(database(), '000003.log'), 'utf8')).toBe('odd');
  });

  it('has nothing to copy where there is no database', async () => {
    await expect(workingCopy.copyAside()).resolves.toContain('kept-aside');
    expect(await listAside()).toEqual([]);
  });

  it('removes none of those kept where no other takes its place', async () => {
    const hours: string[] = [];
    for (let hour = 0; hour < 3; hour += 1) {
      clock += 3_600_000;
      await writeDatabase(`of hour ${hour}`);
      await workingCopy.moveAside();
      hours.push(...(await listAside()).slice(hour));
    }
    // Nothing is there to be moved or copied.
    expect(await workingCopy.moveAside()).toBe(false);
    await workingCopy.copyAside();
    expect(await listAside()).toEqual(hours);
    // Nor can what is there be moved to where something lies already.
    await writeDatabase('of no hour');
    await expect(workingCopy.moveAside()).rejects.toThrow();
    expect(await listAside()).toEqual(hours);
    // A clock that was set back: what comes now is kept all the same.
    clock -= 30 * 3_600_000;
    await workingCopy.moveAside();
    const kept = await listAside();
    expect(kept).toHaveLength(3);
    expect(kept.slice(1)).toEqual(hours.slice(1));
  });

  it('leaves no half of a copy that broke off', async () => {
    await writeDatabase('whole');
    // Of another kind than can be copied.
    execFileSync('mkfifo', [join(database(), 'CURRENT')]);
    await expect(workingCopy.copyAside()).rejects.toThrow();
    expect(await listAside()).toEqual([]);
  });

  it('keeps the newest three aside, and nothing of what else lies there is touched', async () => {
    await mkdir(join(folder, 'kept-aside', 'damaged-2026-01-01'), { recursive: true });
    for (let hour = 0; hour < 5; hour += 1) {
      await writeDatabase(`of hour ${hour}`);
      await workingCopy.moveAside();
      clock += 3_600_000;
    }
    const kept = await listAside();
    expect(kept.pop()).toBe('damaged-2026-01-01');
    const contents = await Promise.all(
      kept.map((name) => readFile(join(folder, 'kept-aside', name, '000003.log'), 'utf8')),
    );
    expect(contents).toEqual(['of hour 2', 'of hour 3', 'of hour 4']);
  });
});

it('What other versions of the runtime left is removed, and nothing else', async () => {
  const others = ['runtime-22', 'runtime-46', 'runtime-4'];
  const own = ['runtime-45', 'runtime-45-notes', 'storage', 'packs'];
  for (const name of [...others, ...own])
    await mkdir(join(folder, name, 'IndexedDB'), { recursive: true });
  await removeOtherRuntimes(folder, 45);
  expect((await readdir(folder)).sort()).toEqual([...own].sort());
});
