import { chromium } from '@playwright/test';
import { findChromium } from '../build/find-chromium.ts';
import { expect, test } from './fixtures/app.ts';
import { probePage } from './fixtures/hostile-probes.ts';
import { startProbeServer, type ProbeServer } from './fixtures/probe-server.ts';

/** What the page in the real window is, and what code in it could reach. */

test('every setting of the window is as it was asked for', async ({ app }) => {
  const seen = await app.electron.evaluate(({ app: process, BrowserWindow, session }) => {
    const [window, ...others] = BrowserWindow.getAllWindows();
    if (window === undefined || others.length > 0) throw new Error('There is not one window.');
    // In no type, since it is for developers; there is no other way to ask a window.
    const { webContents } = window as unknown as {
      webContents: Electron.WebContents & {
        getLastWebPreferences: () => Record<string, unknown>;
      };
    };
    return {
      preferences: webContents.getLastWebPreferences(),
      throttled: webContents.getBackgroundThrottling(),
      smallest: window.getMinimumSize(),
      title: window.getTitle(),
      own: webContents.session === session.defaultSession,
      dictionaries: session.defaultSession.getSpellCheckerLanguages(),
      sandboxed: process.commandLine.hasSwitch('enable-sandbox'),
      silent: process.commandLine.getSwitchValue('host-resolver-rules'),
      rtc: webContents.getWebRTCIPHandlingPolicy(),
    };
  });
  expect(seen.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    enableBlinkFeatures: '',
  });
  expect(seen).toMatchObject({
    throttled: false,
    smallest: [720, 450],
    own: true,
    dictionaries: [],
    silent: 'MAP * ~NOTFOUND',
    rtc: 'disable_non_proxied_udp',
  });
  expect(seen.title).toContain('Drillbook');
  // What no list of settings tells is seen by what it does.
  const page = await app.page.evaluate(async () => {
    const open = (globalThis as { openDatabase?: (...values: unknown[]) => unknown }).openDatabase;
    const hasSql = () => {
      try {
        return open?.('probe', '1', 'probe', 1) !== undefined;
      } catch {
        return false;
      }
    };
    return {
      webgl: document.createElement('canvas').getContext('webgl'),
      sql: hasSql(),
      // Answered by nobody if it were shown.
      dialog: confirm('Shown?'),
      isolated: !('ipcRenderer' in globalThis),
      version: (await window.drillbook.app.info()).kind,
    };
  });
  expect(page).toEqual({
    webgl: null,
    sql: false,
    dialog: false,
    isolated: true,
    version: 'ok',
  });
});

/** The same on a page that nothing guards, and that even has what a careless window would give it. */
async function probeUnguardedPage(): Promise<number> {
  const server = await startProbeServer();
  const browser = await chromium.launch(findChromium());
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const info = () => undefined;
      const given = ['require', 'process', 'Buffer', 'module', 'electron'];
      for (const name of given) Object.assign(globalThis, { [name]: {} });
      Object.assign(globalThis, { drillbook: { app: { info } } });
    });
    await page.goto(server.address);
    const { all, reached } = await page.evaluate(probePage, wanted(server));
    const reachable = new Set([...reached, ...server.visits]);
    // Files of the machine are kept from every page, and WebRTC needs a network to be there.
    expect(all.filter((name) => name !== 'webrtc' && !reachable.has(name))).toEqual(['file']);
    return all.filter((name) => reachable.has(name)).length;
  } finally {
    await browser.close();
    server.close();
  }
}

function wanted({ address, stun }: ProbeServer): { address: string; stun: string } {
  return { address, stun: stun ?? '127.0.0.1:9' };
}

test('a page of somebody else’s would reach nothing', async ({ app }) => {
  const control = await probeUnguardedPage();
  const server = await startProbeServer();
  await expect(app.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  const before = app.page.url();
  const { all, reached } = await app.page.evaluate(probePage, wanted(server));
  expect(all).toHaveLength(40);
  expect(reached).toEqual([]);
  expect(server.visits).toEqual([]);
  server.close();
  expect(app.page.url()).toBe(before);
  const windows = await app.electron.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(windows).toBe(1);
  await expect(app.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  console.log(`figure: probes reachable 0 of ${all.length} (on an unguarded page ${control})`);
  // Each refusal is a line of kind error in the page's console.
  expect(app.faults.length).toBeGreaterThan(15);
  app.faults.length = 0;
});
