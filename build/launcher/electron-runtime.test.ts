import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectron, programPath } from './electron-runtime.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-electron-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const asked: string[] = [];
const find = (override: string | null, official: string | null, older: string | null) => {
  asked.length = 0;
  const tell = (name: string, found: string | null) => () => {
    asked.push(name);
    return Promise.resolve(found);
  };
  return findElectron({
    override: () => override,
    official: tell('official', official),
    older: tell('older', older),
  });
};

function makeDistribution(version: string | null): void {
  const program = join(folder, programPath());
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '');
  if (version !== null) writeFileSync(join(folder, 'version'), version);
}

test('The official one comes first, then the older one, then none; nothing is asked in vain', async () => {
  expect(await find(null, '/new', '/old')).toEqual({
    program: join('/new', programPath()),
    runtime: 'official',
  });
  expect(asked).toEqual(['official']);
  expect(await find(null, null, '/old')).toEqual({
    program: join('/old', programPath()),
    runtime: 'older',
  });
  expect(await find(null, null, null)).toBeNull();
  expect(asked).toEqual(['official', 'older']);
});

test.each([
  ['45.4.1', 'official'],
  ['v46.0.0', 'official'],
  ['22.3.25', 'older'],
  [null, 'official'],
] as const)('One that a person names (version %s) gets the %s build', async (version, runtime) => {
  makeDistribution(version);
  expect(await find(folder, '/new', '/old')).toMatchObject({ runtime });
  expect(asked).toEqual([]);
});

test('A named folder without one is a fault, not a reason to take another', async () => {
  await expect(find(folder, '/new', '/old')).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
});
