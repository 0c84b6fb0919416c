import { expect, test } from './fixtures/app.ts';
import { readAsked, watchAsking } from './fixtures/main-process.ts';
import { makeChance } from './fixtures/payloads.ts';
import { startProbeServer } from './fixtures/probe-server.ts';

/** The window stays where it is, and what leads out of it asks first. */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

const ways = [
  ...['assign', 'replace', 'href', 'link', 'blank link', 'open', 'open named', 'form', 'post'],
  ...['refresh', 'frame', 'webview', 'download', 'history'],
] as const;
const schemes = [
  ...['https://example.org/', 'SERVER', 'file:///etc/passwd', 'data:text/html,<h1>away</h1>'],
  ...['javascript:document.body.remove()', 'blob:', 'about:blank', 'app://other/', 'pack://core/'],
  ...[
    'app://drillbook/files.json',
    'app://drillbook/?a=b',
    'chrome://gpu/',
    'devtools://devtools/',
  ],
  ...['view-source:app://drillbook/', 'mailto:a@example.org', 'ms-settings:', 'ftp://example.org/'],
  ...['//example.org/', 'vscode://file/etc/passwd', 'filesystem:app://drillbook/temporary/x'],
];

/** Runs in the page: tries each way to each address, and says how many opened something. */
async function leave(attempts: readonly { way: string; address: string }[]): Promise<number> {
  let opened = 0;
  const add = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  for (const { way, address } of attempts) {
    const href = address === 'blob:' ? URL.createObjectURL(new Blob(['away'])) : address;
    const tries: Readonly<Record<string, () => void>> = {
      assign: () => location.assign(href),
      replace: () => location.replace(href),
      href: () => void (location.href = href),
      link: () => add('a', { href }).click(),
      'blank link': () => add('a', { href, target: '_blank' }).click(),
      open: () => void (opened += window.open(href) === null ? 0 : 1),
      'open named': () =>
        void (opened += window.open(href, 'other', 'popup,width=9') === null ? 0 : 1),
      form: () => (add('form', { action: href }) as HTMLFormElement).submit(),
      post: () => (add('form', { action: href, method: 'post' }) as HTMLFormElement).submit(),
      refresh: () => void add('meta', { 'http-equiv': 'refresh', content: `0;url=${href}` }),
      frame: () => void add('iframe', { src: href }),
      webview: () => void add('webview', { src: href, nodeintegration: '' }),
      download: () => add('a', { href, download: 'away.html' }).click(),
      history: () => history.pushState(null, '', href),
    };
    try {
      tries[way]?.();
    } catch {
      // Refused at once.
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return opened;
}

test('nothing in the page leads anywhere', async ({ app }) => {
  test.setTimeout(full ? 180_000 : 60_000);
  const { electron, page } = app;
  const server = await startProbeServer();
  const chance = makeChance(3);
  const every = ways.flatMap((way) => schemes.map((address) => ({ way, address })));
  // Each way once at least, to addresses drawn for it.
  const attempts = Array.from({ length: full ? 190 : 20 }, (_, index) => ({
    way: ways[index % ways.length] ?? 'assign',
    address: (every[chance(every.length)]?.address ?? '').replace('SERVER', server.address),
  }));
  // The page's own addresses may be pushed: it stays the same document then.
  const kept = attempts.filter(
    ({ way, address }) => way !== 'history' || !address.startsWith('app://drillbook/'),
  );
  await watchAsking(electron, 1);
  await electron.evaluate(({ BrowserWindow, session }) => {
    const seen = { tried: 0, gone: [] as string[], downloads: 0, taken: 0 };
    Object.assign(globalThis, { seen });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on('will-navigate', () => (seen.tried += 1));
    contents?.on('did-navigate', (_event, url) => void seen.gone.push(url));
    session.defaultSession.on('will-download', (event) => {
      seen.downloads += 1;
      if (!event.defaultPrevented) seen.taken += 1;
    });
  });
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  const before = page.url();
  const opened = await page.evaluate(leave, kept);

  const drops = full ? 10 : 2;
  const debug = await page.context().newCDPSession(page);
  for (let drop = 0; drop < drops; drop += 1) {
    const data =
      drop % 2 === 0
        ? { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 }
        : {
            items: [{ mimeType: 'text/uri-list', data: server.address }],
            dragOperationsMask: 1,
          };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await debug.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
  }
  await page.evaluate(leave, [{ way: 'download', address: 'blob:' }]);

  type Seen = { tried: number; gone: string[]; downloads: number; taken: number };
  const look = () =>
    electron.evaluate(({ webContents }) => ({
      ...(globalThis as unknown as { seen: Seen }).seen,
      windows: webContents.getAllWebContents().length,
    }));
  await expect.poll(async () => (await look()).downloads).toBeGreaterThan(0);
  const seen = await look();
  expect({ ...seen, opened }).toMatchObject({ gone: [], taken: 0, windows: 1, opened: 0 });
  // The guard was asked, so that its "no" means something.
  expect(seen.tried).toBeGreaterThan(kept.length / 10);
  expect(page.url()).toBe(before);
  expect(server.visits).toEqual([]);
  expect(await readAsked(electron)).toEqual({ dialogs: [], opened: [] });
  console.log(
    `figure: ${kept.length + drops + 1} navigations, windows, webviews, drops and downloads, 0 gone`,
  );

  // The same without its guard goes.
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-navigate');
  });
  await page.evaluate(leave, [{ way: 'assign', address: 'about:blank' }]).catch(() => undefined);
  await expect.poll(() => page.url()).toBe('about:blank');
  app.faults.length = 0;
  server.close();
});

const tricks = [
  ...['http://example.org/', 'HTTPS://example.org', 'https:example.org', 'https:///example.org'],
  ...['https://user@example.org/', 'https://user:word@example.org/', 'https://example.org:8443/'],
  ...['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'https://printer.local/'],
  ...['https://xn--80ak6aa92e.com/', 'https://еxample.org/', 'https://example.org\\@evil.test/'],
  ...['https://example.org/ --flag', 'https://example.org/\n', ' https://example.org/', 'file:///'],
  ...[
    'javascript:alert(1)',
    'mailto:a@example.org',
    'ms-settings:',
    'app://drillbook/',
    '//a.org/',
  ],
  ...['https://0x7f000001/', 'https://example', 'https://example.org%2f@evil.test/', 'vscode://a/'],
];

test('only a plain https address leads to the browser, once the person agreed', async ({ app }) => {
  const open = (url: string) =>
    app.page.evaluate((address) => window.drillbook.links.open({ url: address }), url);
  // Whoever is asked agrees: a trick must not even get as far as a question.
  await watchAsking(app.electron, 1);
  for (const trick of tricks) {
    expect(await open(trick), trick).toMatchObject({ kind: 'refused', code: 'not_allowed' });
  }
  expect(await readAsked(app.electron)).toEqual({ dialogs: [], opened: [] });

  const url = 'https://attack.mitre.org/techniques/T1552/';
  await watchAsking(app.electron, 0);
  expect(await open(url)).toEqual({ kind: 'ok', value: { kind: 'declined' } });
  expect((await readAsked(app.electron)).opened).toEqual([]);
  await watchAsking(app.electron, 1);
  expect(await open(url)).toEqual({ kind: 'ok', value: { kind: 'opened' } });
  const asked = await readAsked(app.electron);
  expect(asked.opened).toEqual([url]);
  expect(asked.dialogs).toHaveLength(1);
  expect(asked.dialogs[0]).toContain('Open attack.mitre.org in your browser?');
  console.log(`figure: openExternal ${tricks.length} tricks, 0 opened, 1 of 1 after a dialog`);
});
