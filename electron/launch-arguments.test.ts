import { expect, test } from 'vitest';
import { readDataFolder, readPackPath } from './launch-arguments.ts';

test.each([
  [['/app/drillbook', '--user-data-dir=/data/ada/data'], '/data/ada/data'],
  [['/app/electron', '.', '--no-sandbox', '--user-data-dir=/tmp/a b/ä'], '/tmp/a b/ä'],
  [['/app/drillbook', '--user-data-dir=/data/ada/../data/'], '/data/data/'],
])('%j names a data folder', (argv, folder) => {
  expect(readDataFolder(argv)).toBe(folder);
});

const hostile: readonly string[][] = [
  [],
  ['/etc/passwd'],
  ['file:///etc/passwd'],
  ['https://evil.example'],
  ['http://127.0.0.1/'],
  ['app://drillbook/'],
  ['app://evil/../../etc/passwd'],
  ['drillbook://play/D01'],
  ['javascript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['evil.drillpack'],
  ['./evil.js'],
  ['..'],
  ['~/.bashrc'],
  ['C:\\Windows\\System32\\cmd.exe'],
  ['\\\\server\\share\\evil.drillpack'],
  ['//server/share'],
  ['-'],
  ['--'],
  [''],
  ['\0'],
  ['\n'],
  ['$(id)'],
  ['`id`'],
  ['; rm -rf /'],
  ['%00'],
  ['%s%s%s%n'],
  ['__proto__'],
  ['--__proto__=x'],
  ['--user-data-dir'],
  ['--user-data-dir', '/tmp/x'],
  ['--user-data-dir='],
  ['--user-data-dir= '],
  ['--user-data-dir=.'],
  ['--user-data-dir=..'],
  ['--user-data-dir=relative/folder'],
  ['--user-data-dir=./x'],
  ['--user-data-dir=~/x'],
  ['--user-data-dir=//server/share'],
  ['--user-data-dir=\\\\server\\share'],
  ['--user-data-dir=file:///tmp/x'],
  ['--user-data-dir=https://evil.example'],
  ['--user-data-dir=/tmp/x\0/y'],
  ['--user-data-dir=/tmp/x\ny'],
  [`--user-data-dir=/${'a'.repeat(1000)}`],
  ['--user-data-dir=/tmp/a', '--user-data-dir=/tmp/b'],
  ['--USER-DATA-DIR=/tmp/x'],
  ['-user-data-dir=/tmp/x'],
  ['/user-data-dir=/tmp/x'],
  ['--user-data-dir:/tmp/x'],
  [' --user-data-dir=/tmp/x'],
  ['--xuser-data-dir=/tmp/x'],
  ['--user-data-dirs=/tmp/x'],
  ['--inspect'],
  ['--remote-debugging-port=9222'],
  ['--load-extension=/tmp/evil'],
  ['--renderer-cmd-prefix=xterm'],
];

test(`${hostile.length} hostile command lines: nothing of them is used`, () => {
  expect(hostile.length).toBeGreaterThanOrEqual(50);
  const used = hostile.filter((rest) => readDataFolder(['/app/drillbook', ...rest]) !== null);
  expect(used).toEqual([]);
});

test('The name of the executable is no argument', () => {
  expect(readDataFolder(['--user-data-dir=/tmp/x'])).toBeNull();
});

test.each([
  [['/app/drillbook', '/data/ada/team.drillpack'], '/data/ada/team.drillpack'],
  [['/app/electron', '.', '--no-sandbox', '/tmp/a b/ä.DRILLPACK'], '/tmp/a b/ä.DRILLPACK'],
  [['/app/drillbook', '/data/ada/../ben/team.drillpack'], '/data/ben/team.drillpack'],
])('%j names a pack', (argv, path) => {
  expect(readPackPath(argv)).toBe(path);
});

test.each([
  ...hostile,
  ['team.drillpack'],
  ['../team.drillpack'],
  ['//server/share/team.drillpack'],
  ['file:///tmp/team.drillpack'],
  ['https://evil.example/team.drillpack'],
  ['--load-extension=/tmp/team.drillpack'],
  ['--user-data-dir=/tmp/team.drillpack'],
  ['/tmp/team.drillpack\n'],
  ['/tmp/\u0000/team.drillpack'],
  ['/tmp/team.drillpack.exe'],
  ['/tmp/team.drillpack/'],
  ['/tmp/one.drillpack', '/tmp/two.drillpack'],
  [`/${'a'.repeat(1000)}.drillpack`],
])('%j names no pack', (...argv) => {
  expect(readPackPath(['/app/drillbook', ...argv])).toBeNull();
});
