import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAppFile, readAppFiles, type AppFile } from './app-files.ts';
import { readFirstFiles } from './first-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-first-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function list(...named: readonly { readonly path: string; readonly first: boolean }[]) {
  const sha256 = createHash('sha256').update('as built').digest('hex');
  return readAppFiles(
    JSON.stringify(named.map((one) => ({ ...one, size: 8, sha256, type: 'text/plain' }))),
  );
}

function find(files: ReturnType<typeof list>, path: string): AppFile {
  const file = findAppFile(files, `app://drillbook/${path}`);
  if (file === null) throw new Error(`${path} is not listed.`);
  return file;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

test('What every start needs is read before it is asked for, and handed out once', async () => {
  const files = list({ path: 'index.html', first: true }, { path: 'later.js', first: false });
  for (const path of ['index.html', 'later.js']) writeFileSync(join(folder, path), 'as built');
  const read = readFirstFiles(folder, files);
  await pause();
  for (const path of ['index.html', 'later.js']) writeFileSync(join(folder, path), 'changed');
  const page = find(files, 'index.html');
  expect(new TextDecoder().decode(await read(page))).toBe('as built');
  await expect(read(page)).rejects.toThrow('not the one');
  await expect(read(find(files, 'later.js'))).rejects.toThrow('not the one');
});

test('A first file that is missing or was changed is told when it is asked for, and not before', async () => {
  const files = list({ path: 'gone.js', first: true }, { path: 'other.js', first: true });
  writeFileSync(join(folder, 'other.js'), 'changed');
  const read = readFirstFiles(folder, files);
  await pause();
  await expect(read(find(files, 'gone.js'))).rejects.toThrow('ENOENT');
  await expect(read(find(files, 'other.js'))).rejects.toThrow('not the one');
});
