import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packFiles } from '../../content/archive/testing/sound-pack.ts';
import { readEditedFolder, writeEditableCopy } from './edited-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-edited-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a copy is read as it was written, and a second one takes nobody’s place', async () => {
  const files = packFiles();
  const first = await writeEditableCopy(files, folder, 'team-1.0.0');
  expect(first).toBe(join(folder, 'team-1.0.0'));
  expect(await readEditedFolder(first)).toEqual({
    ok: true,
    files: new Map([...files].map(([path, bytes]) => [path, new Uint8Array(bytes)])),
  });
  writeFileSync(join(first, 'pack.yaml'), 'edited');
  await writeEditableCopy(files, folder, 'team-1.0.0');
  expect(readdirSync(folder).sort()).toEqual(['team-1.0.0', 'team-1.0.0-2']);
  expect(readFileSync(join(first, 'pack.yaml'), 'utf8')).toBe('edited');
});

test('a copy that cannot be written leaves nothing', async () => {
  const files = new Map([
    ['a', new Uint8Array(1)],
    ['a/b', new Uint8Array(1)],
  ]);
  await expect(writeEditableCopy(files, folder, 'team-1.0.0')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test('what editors and systems leave beside the files is passed over', async () => {
  const copy = await writeEditableCopy(packFiles(), folder, 'team');
  mkdirSync(join(copy, '.git'));
  for (const name of ['.git/config', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.pack.yaml.swp']) {
    writeFileSync(join(copy, name), 'x');
  }
  const read = await readEditedFolder(copy);
  expect(read.ok && [...read.files.keys()].sort()).toEqual([...packFiles().keys()].sort());
});

test.each<[why: string, make: (copy: string) => void]>([
  ['is a link or a device', (copy) => symlinkSync('/etc/passwd', join(copy, 'notes.txt'))],
  ['is a link or a device', (copy) => symlinkSync('/', join(copy, 'root'))],
  ['is a link or a device', (copy) => execFileSync('mkfifo', [join(copy, 'pipe.txt')])],
  ['is a kind of file', (copy) => writeFileSync(join(copy, 'run.sh'), 'x')],
  ['is a kind of file', (copy) => writeFileSync(join(copy, 'page.html'), 'x')],
  ['“a[U+202E]b.md” has a name', (copy) => writeFileSync(join(copy, 'a\u202eb.md'), 'x')],
  ['has a name', (copy) => writeFileSync(join(copy, 'con.md'), 'x')],
  ['six folders', (copy) => mkdirSync(join(copy, 'a/b/c/d/e/f/g'), { recursive: true })],
  ['no pack.yaml', (copy) => rmSync(join(copy, 'pack.yaml'))],
  [
    'larger than 20 MB',
    (copy) => {
      writeFileSync(join(copy, 'large.csv'), '');
      truncateSync(join(copy, 'large.csv'), 20 * 1024 * 1024 + 1);
    },
  ],
  [
    'more than 128 MB',
    (copy) => {
      for (let file = 0; file < 7; file += 1) {
        writeFileSync(join(copy, `${file}.csv`), '');
        truncateSync(join(copy, `${file}.csv`), 20 * 1024 * 1024);
      }
    },
  ],
  [
    'more than 2,000 files',
    (copy) => {
      for (let file = 0; file < 2000; file += 1) writeFileSync(join(copy, `${file}.md`), '');
    },
  ],
])('a folder is refused that %s', async (why, make) => {
  const copy = await writeEditableCopy(packFiles(), folder, 'team');
  make(copy);
  const read = await readEditedFolder(copy);
  expect(read.ok ? '' : read.why).toContain(why);
});
