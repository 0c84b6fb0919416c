import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/**
 * How a program takes the addresses of a scheme for itself: in code, in a desktop entry (a type, or an
 * address as its argument), in the registry, in a property list, in the settings of packaging programs.
 */
const registersScheme =
  /DefaultProtocolClient|x-scheme-handler|^Exec=.*%u|URL Protocol|CFBundleURL(?:Types|Schemes)|LSDefaultURLHandler|\bprotocols['"]?\s*:|"?protocol"?\s*:\s*\[/im;

test('what registers a scheme would be found', () => {
  const examples = [
    "app.setAsDefaultProtocolClient('drillbook')",
    'MimeType=x-scheme-handler/drillbook;',
    'Exec=drillbook %U',
    'reg add "HKCU\\Software\\Classes\\drillbook" /v "URL Protocol" /d "" /f',
    '<key>CFBundleURLTypes</key>',
    '"protocols": [{ "schemes": ["drillbook"] }]',
  ];
  expect(examples.filter((text) => !registersScheme.test(text))).toEqual([]);
});

test('no scheme of addresses is registered with the system, by code or packaging', () => {
  const root = dirname(import.meta.dirname);
  const sources = ['electron', 'build'].flatMap((realm) =>
    readdirSync(join(root, realm), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => /\.(?:[cm]?[jt]s|json|plist|desktop)$/.test(name) && !name.includes('.test.'),
      )
      .map((name) => join(root, realm, name)),
  );
  expect(sources.length).toBeGreaterThan(100);
  const found = [...sources, join(root, 'package.json')].filter((path) =>
    registersScheme.test(readFileSync(path, 'utf8')),
  );
  expect(found).toEqual([]);
  // What they write, as a packed folder has it on each system.
  mkdirSync(join(folder, 'Drillbook.app/Contents'), { recursive: true });
  writeFileSync(join(folder, 'Drillbook.app/Contents/Info.plist'), electronPlist);
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const written = writeSystemEntries(folder, platform, 'drillbook');
    expect(written.length).toBeGreaterThan(0);
    for (const path of written) {
      expect(readFileSync(join(folder, path), 'utf8'), path).not.toMatch(registersScheme);
    }
  }
});
