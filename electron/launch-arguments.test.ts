import { expect, test } from 'vitest';
import { readDataFolder, readHandedOverKind, readHandedOverPath } from './launch-arguments.ts';

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
  [['/app/drillbook', '/data/ada/ana.drillpacket'], '/data/ada/ana.drillpacket'],
  [['/app/drillbook', '--no-sandbox', '/tmp/Mara Lind.DrillReview'], '/tmp/Mara Lind.DrillReview'],
])('%j names a file to look at', (argv, path) => {
  expect(readHandedOverPath(argv)).toBe(path);
});

test('what a file is follows from how its name ends, and from nothing else', () => {
  expect(
    ['a.drillpack', 'a.drillpacket', 'a.DRILLREVIEW', 'a.zip', 'drillpack', 'a.constructor'].map(
      readHandedOverKind,
    ),
  ).toEqual(['pack', 'packet', 'review', null, null, null]);
});

const hostileFiles: readonly string[][] = [
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
  ['/tmp/one.drillpack', '/tmp/two.drillreview'],
  [`/${'a'.repeat(1000)}.drillpack`],
  ['ana.drillpacket'],
  ['\\\\server\\share\\ana.drillpacket'],
  ['smb://server/share/ana.drillpacket'],
  ['file:///tmp/mara.drillreview'],
  ['--renderer-cmd-prefix=/tmp/mara.drillreview'],
  ['-/tmp/mara.drillreview'],
  ['/tmp/mara.drillreview\u202e'],
  ['/tmp/mara.drillreview '],
  ['/tmp/mara.drillreview\r'],
  ['/tmp/.drillreview.lnk'],
  ['/tmp/mara.drillreview#.html'],
  ['/tmp/mara.drillreview?a'],
  ['/tmp/mara.drillreview.desktop'],
  ['/tmp/mara.dri\u013clreview'],
];

test(`${hostileFiles.length} hostile command lines name no file to look at`, () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(80);
  const looked = hostileFiles.filter((rest) => readHandedOverPath(['/app/drillbook', ...rest]));
  expect(looked).toEqual([]);
});
