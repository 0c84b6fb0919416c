import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHandedOverKind } from '../electron/launch-arguments.ts';
import {
  completeInfoPlist,
  fileTypes,
  microphoneReason,
  writeDesktopEntry,
  writeMimeInfo,
  writeRegistration,
  writeSystemEntries,
} from './system-entries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-entries-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const electronPlist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>CFBundleName</key>
	<string>Electron</string>
	<key>NSCameraUsageDescription</key>
	<string>This app needs access to the camera</string>
	<key>NSMicrophoneUsageDescription</key>
	<string>This app needs access to the microphone</string>
	<key>NSAppTransportSecurity</key>
	<dict>
		<key>NSAllowsArbitraryLoads</key>
		<true/>
	</dict>
</dict>
</plist>
`;

test('what the app opens and what the systems are told of are the same three kinds', () => {
  expect(fileTypes.map(({ extension }) => readHandedOverKind(`a.${extension}`))).toEqual([
    'pack',
    'packet',
    'review',
  ]);
});

test('on Linux a desktop entry, the types and a note stand in the folder', () => {
  writeSystemEntries(folder, 'linux', 'drillbook');
  const entry = readFileSync(join(folder, 'share/applications/drillbook.desktop'), 'utf8');
  expect(entry).toBe(writeDesktopEntry('drillbook'));
  for (const { mime, extension } of fileTypes) {
    expect(entry).toContain(`${mime};`);
    expect(writeMimeInfo()).toContain(`<glob pattern="*.${extension}" weight="60"/>`);
  }
  expect(entry.split('\n').filter((line) => /^Exec=/.test(line))).toEqual(['Exec=drillbook %f']);
});

test.runIf(process.platform === 'linux')(
  'the note, followed, names the program where it lies',
  () => {
    const place = join(folder, 'Drill book');
    const home = join(folder, 'home');
    mkdirSync(place);
    mkdirSync(home);
    writeSystemEntries(place, 'linux', 'drillbook');
    const note = readFileSync(join(place, 'OPENING-FILES.txt'), 'utf8');
    const [told = ''] = note.split('To undo it:');
    // What belongs to a desktop may be missing here.
    const commands = told
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => /^ {2}(?:mkdir|cp|sed)/.test(line));
    expect(commands).toHaveLength(3);
    execFileSync('sh', ['-ec', commands.join('\n')], {
      cwd: place,
      env: { ...process.env, HOME: home },
    });
    const told_entry = readFileSync(
      join(home, '.local/share/applications/drillbook.desktop'),
      'utf8',
    );
    expect(told_entry).toContain(`\nExec="${place}/drillbook" %f\n`);
    expect(existsSync(join(home, '.local/share/mime/packages/drillbook.xml'))).toBe(true);
  },
);

test('on macOS the file types and the reason for the microphone stand in Info.plist', () => {
  mkdirSync(join(folder, 'Drillbook.app/Contents'), { recursive: true });
  writeFileSync(join(folder, 'Drillbook.app/Contents/Info.plist'), electronPlist);
  writeSystemEntries(folder, 'darwin', 'drillbook');
  const plist = readFileSync(join(folder, 'Drillbook.app/Contents/Info.plist'), 'utf8');
  expect(plist).toContain(microphoneReason);
  expect(plist).not.toContain('This app needs access');
  expect(plist).toContain('<key>NSAppTransportSecurity</key>');
  for (const { uti } of fileTypes) expect(plist.split(`<string>${uti}</string>`)).toHaveLength(3);
  // Whole: every element that is opened is closed, in order.
  const open: string[] = [];
  for (const [, end, name = '', alone] of plist.matchAll(/<(\/)?([a-z]+)[^>]*?(\/)?>/g)) {
    if (alone !== undefined) continue;
    if (end === undefined) open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  expect(completeInfoPlist(plist).split('NSMicrophoneUsageDescription')).toHaveLength(2);
  expect(() => completeInfoPlist('bplist00')).toThrow();
});

test('on Windows each type is registered for the person alone, and opened with its path in quotes', () => {
  const lines = writeRegistration('drillbook.exe').split('\r\n');
  expect(lines.filter((line) => line.includes('HKCU\\Software\\Classes'))).toHaveLength(9);
  expect(lines.filter((line) => line.includes('\\"%~dp0drillbook.exe\\" \\"%%1\\"'))).toHaveLength(
    3,
  );
  expect(lines.join('')).not.toContain('HKLM');
});
