import type { Session } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { guardSession } from './guard-session.ts';

/** Every permission that Electron names in its documentation, up to 45. */
const permissions = [
  ...[
    'accessibility-events',
    'ambient-light-sensor',
    'background-sync',
    'camera',
    'clipboard-read',
  ],
  ...[
    'clipboard-sanitized-write',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
  ],
  ...[
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
    'mediaKeySystem',
  ],
  ...['microphone', 'midi', 'midiSysex', 'notifications', 'openExternal', 'payment-handler'],
  ...[
    'persistent-storage',
    'pointerLock',
    'sensors',
    'serial',
    'speaker-selection',
    'storage-access',
  ],
  ...['top-level-storage-access', 'unknown', 'usb', 'window-management'],
];
const granted = 'clipboard-sanitized-write';
const ours = 'app://drillbook/';

type Request = (
  contents: null,
  permission: string,
  answer: (allowed: boolean) => void,
  details: { isMainFrame: boolean; requestingUrl: string },
) => void;
type Check = (
  contents: null,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean },
) => boolean;
type BeforeRequest = (
  details: { url: string },
  answer: (response: { cancel: boolean }) => void,
) => void;

let request: Request;
let check: Check;
let device: () => boolean;
let before: BeforeRequest;
const listeners = new Map<string, (event: { preventDefault: () => void }) => void>();

beforeEach(() => {
  listeners.clear();
  const session = {
    setPermissionRequestHandler: (handler: Request) => (request = handler),
    setPermissionCheckHandler: (handler: Check) => (check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (device = handler),
    on: (name: string, listener: () => void) => listeners.set(name, listener),
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => (before = handler) },
  };
  guardSession(session as unknown as Session, false);
});

function isRequestGranted(permission: string, requestingUrl = ours, isMainFrame = true): boolean {
  let given = false;
  request(null, permission, (allowed) => (given = allowed), { isMainFrame, requestingUrl });
  return given;
}

test.each(permissions.filter((name) => name !== granted))(
  '%s is denied by both handlers',
  (name) => {
    expect(isRequestGranted(name)).toBe(false);
    expect(check(null, name, ours, { isMainFrame: true })).toBe(false);
  },
);

test('Text may be put on the clipboard, by our own page alone', () => {
  expect(isRequestGranted(granted)).toBe(true);
  expect(check(null, granted, ours, { isMainFrame: true })).toBe(true);
  for (const other of ['https://example.org/', 'app://drillbook.example/', 'file:///', '']) {
    expect(isRequestGranted(granted, other)).toBe(false);
    expect(check(null, granted, other, { isMainFrame: true })).toBe(false);
  }
  expect(isRequestGranted(granted, ours, false)).toBe(false);
  expect(check(null, granted, ours, { isMainFrame: false })).toBe(false);
});

test('No device is given, and no download begun', () => {
  expect(device()).toBe(false);
  let prevented = 0;
  listeners.get('will-download')?.({ preventDefault: () => (prevented += 1) });
  expect(prevented).toBe(1);
  expect([...listeners.keys()]).toEqual(
    expect.arrayContaining(['select-hid-device', 'select-serial-port', 'select-usb-device']),
  );
});

test.each([
  ['app://drillbook/index.html', false],
  ['blob:app://drillbook/x', false],
  ['data:text/plain,x', false],
  ['https://example.org/', true],
  ['http://127.0.0.1/', true],
  ['wss://example.org/', true],
  ['file:///etc/passwd', true],
  ['devtools://devtools/', true],
  ['application:x', true],
])('A request for %s is cancelled: %s', (url, cancelled) => {
  let answered: boolean | null = null;
  before({ url }, ({ cancel }) => (answered = cancel));
  expect(answered).toBe(cancelled);
});
