import { expect, test } from 'vitest';
import { findBrowserProfile } from './browser-mode.ts';
import { findCacheFolder } from './cache-folder.mjs';
import { hasDisplay } from './display.ts';
import { readStartArguments, writeElectronSwitches } from './start-app.ts';

test.each([
  [[], false, []],
  [['--browser'], true, []],
  [['--lang=de', '--browser'], true, ['--lang=de']],
  [['--', '--browser'], false, ['--browser']],
  [['--browser', '--', '--user-data-dir=/x', '--'], true, ['--user-data-dir=/x', '--']],
])('%j', (args, browser, forElectron) => {
  expect(readStartArguments(args)).toEqual({ browser, forElectron });
});

test('Only root goes without the sandbox, and Wayland is named where there is nothing else', () => {
  expect(writeElectronSwitches({ DISPLAY: ':0', WAYLAND_DISPLAY: 'w' }, 1000)).toEqual([]);
  expect(writeElectronSwitches({ DISPLAY: ':0' }, 0)).toEqual(['--no-sandbox']);
  expect(writeElectronSwitches({ WAYLAND_DISPLAY: 'w' }, 1000)).toEqual([
    '--ozone-platform=wayland',
  ]);
});

test('A display is there unless Linux names none', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test.each(['linux', 'darwin', 'win32'])('On %s, cleaning the cache leaves the data', (platform) => {
  const profile = findBrowserProfile(platform, {}, '/h');
  expect(profile.startsWith(findCacheFolder({ platform, env: {}, home: '/h' }))).toBe(false);
});
