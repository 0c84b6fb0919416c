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
  details: { isMainFrame: boolean; requestingUrl: string; mediaTypes?: readonly string[] },
) => void;
type Check = (
  contents: null,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean; mediaType?: string },
) => boolean;
type BeforeRequest = (
  details: { url: string },
  answer: (response: { cancel: boolean }) => void,
) => void;

let request: Request;
let check: Check;
let device: () => boolean;
let before: BeforeRequest;
let mayRecord = false;
const listeners = new Map<string, (event: { preventDefault: () => void }) => void>();

beforeEach(() => {
  listeners.clear();
  mayRecord = false;
  const session = {
    setPermissionRequestHandler: (handler: Request) => (request = handler),
    setPermissionCheckHandler: (handler: Check) => (check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (device = handler),
    on: (name: string, listener: () => void) => listeners.set(name, listener),
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => (before = handler) },
  };
  guardSession(session as unknown as Session, false, () => mayRecord);
});

function isRequestGranted(
  permission: string,
  requestingUrl = ours,
  isMainFrame = true,
  mediaTypes: readonly string[] = ['audio'],
): boolean {
  let given = false;
  request(null, permission, (allowed) => (given = allowed), {
    isMainFrame,
    requestingUrl,
    mediaTypes,
  });
  return given;
}
function isCheckPassed(name: string, origin = ours, isMainFrame = true, mediaType = 'audio') {
  return check(null, name, origin, { isMainFrame, mediaType });
}

test.each(permissions.filter((name) => name !== granted))(
  '%s is denied by both handlers',
  (name) => {
    expect(isRequestGranted(name)).toBe(false);
    expect(isCheckPassed(name)).toBe(false);
  },
);

test.each(permissions.filter((name) => name !== granted && name !== 'media'))(
  '%s is denied by both handlers while something is recorded',
  (name) => {
    mayRecord = true;
    expect(isRequestGranted(name)).toBe(false);
    expect(isCheckPassed(name)).toBe(false);
  },
);

test('The microphone is given to our own page while something is recorded, and no longer', () => {
  mayRecord = true;
  expect(isRequestGranted('media')).toBe(true);
  expect(isCheckPassed('media')).toBe(true);
  mayRecord = false;
  expect(isRequestGranted('media')).toBe(false);
  expect(isCheckPassed('media')).toBe(false);
});

test('While something is recorded, no camera is given, and nothing to anybody else', () => {
  mayRecord = true;
  for (const types of [['video'], ['audio', 'video'], ['video', 'audio'], [], ['audio', 'audio']]) {
    expect(isRequestGranted('media', ours, true, types)).toBe(false);
  }
  for (const type of ['video', 'unknown', ''])
    expect(isCheckPassed('media', ours, true, type)).toBe(false);
  for (const other of ['https://example.org/', 'app://drillbook.example/', 'file:///', '']) {
    expect(isRequestGranted('media', other)).toBe(false);
    expect(isCheckPassed('media', other)).toBe(false);
  }
  expect(isRequestGranted('media', ours, false)).toBe(false);
  expect(isCheckPassed('media', ours, false)).toBe(false);
});

test('A request that does not say what it is for is no request for sound', () => {
  mayRecord = true;
  let given = true;
  request(null, 'media', (allowed) => (given = allowed), {
    isMainFrame: true,
    requestingUrl: ours,
  });
  expect(given).toBe(false);
});

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
