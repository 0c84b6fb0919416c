import fs from 'node:fs';
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findDataFolderFault } from './data-folder.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'drillbook-data-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await rm(parent, { recursive: true });
});

/** What happened, what is safe, what to do next. */
function expectSaid(fault: string | null, what: RegExp, folder: string): void {
  expect(fault).toMatch(what);
  expect(fault).toContain(folder);
  expect(fault).toMatch(/Nothing (?:there )?was changed\. .*Then start Drillbook again/);
  expect(fault).toContain('--user-data-dir=');
}

describe('A folder that can be used', () => {
  it('is left as it was found', async () => {
    await writeFile(join(parent, 'window.json'), '{}');
    expect(findDataFolderFault(parent, false)).toBeNull();
    expect(findDataFolderFault(parent, true)).toBeNull();
    expect(await readdir(parent)).toEqual(['window.json']);
  });

  it('is made where only its last part is missing', async () => {
    const named = join(parent, 'mine');
    expect(findDataFolderFault(named, false)).toBeNull();
    expect((await stat(named)).isDirectory()).toBe(true);
    expect(await readdir(named)).toEqual([]);
  });

  it('is made with all above it where it is the usual one', async () => {
    const usual = join(parent, '.config', 'Drillbook');
    expect(findDataFolderFault(usual, true)).toBeNull();
    expect(await readdir(usual)).toEqual([]);
  });
});

describe('A folder that cannot be used is told, and nothing is made or changed', () => {
  it('where the disk that a named folder lies on is missing', async () => {
    const named = join(parent, 'disk', 'drillbook');
    expectSaid(
      findDataFolderFault(named, false),
      /cannot be used \(ENOENT\).*its disk is there/,
      named,
    );
    expect(await readdir(parent)).toEqual([]);
  });

  it.each([false, true])(
    'where a link leads to a missing disk (the usual one: %s)',
    async (usual) => {
      const named = join(parent, 'mine');
      await symlink(join(parent, 'disk', 'drillbook'), named);
      expectSaid(
        findDataFolderFault(named, usual),
        /cannot be used \(ENOENT\).*its disk is there/,
        named,
      );
      expect(await readdir(parent)).toEqual(['mine']);
    },
  );

  it.each([false, true])('where a file has its name (the usual one: %s)', async (usual) => {
    const named = join(parent, 'mine');
    await writeFile(named, 'a letter');
    expectSaid(findDataFolderFault(named, usual), /there is a file and no folder/, named);
    expect(fs.readFileSync(named, 'utf8')).toBe('a letter');
  });

  it.each([false, true])('where a file stands above it (the usual one: %s)', async (usual) => {
    await writeFile(join(parent, 'disk'), 'a letter');
    const named = join(parent, 'disk', 'drillbook');
    expectSaid(findDataFolderFault(named, usual), /there is a file and no folder/, named);
  });

  it.each([
    ['ENOSPC', /no room left on the disk.*Free some space/],
    ['EDQUOT', /no room left on the disk.*Free some space/],
    ['EROFS', /may not write to its data folder.*Make the folder writable/],
    ['EACCES', /may not write to its data folder.*Make the folder writable/],
    ['EPERM', /may not write to its data folder.*Make the folder writable/],
    ['EIO', /cannot be used \(EIO\).*its disk is there/],
  ])('where writing ends with %s', (code, what) => {
    vi.spyOn(fs, 'openSync').mockImplementation(() => {
      throw Object.assign(new Error('No.'), { code });
    });
    syncBuiltinESMExports();
    expectSaid(findDataFolderFault(parent, false), what, parent);
  });

  // As root too, whom permission bits do not keep out.
  it.runIf(process.platform === 'linux')('where the system itself lets nobody write', () => {
    expectSaid(findDataFolderFault('/sys', false), /may not write to its data folder/, '/sys');
  });

  it('where its name is none', async () => {
    const named = join(parent, 'x'.repeat(300));
    expectSaid(findDataFolderFault(named, false), /cannot be used \(ENAMETOOLONG\)/, named);
    expect(await readdir(parent)).toEqual([]);
  });
});
