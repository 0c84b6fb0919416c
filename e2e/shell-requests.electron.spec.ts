import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../electron/ipc.ts';
import type { Call } from '../electron/ipc-shape.ts';
import { expect, test } from './fixtures/app.ts';
import { breakPayload, makeChance, makePayload } from './fixtures/payloads.ts';
import { settle } from './fixtures/stored.ts';

/** What may be asked of the main process: files by app://, calls by the contract, permissions. */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;
const built = process.env['DRILLBOOK_ELECTRON_APP'] ?? '';

const starts = [
  ...['app://drillbook/', 'app://drillbook//', 'app://drillbook/assets/', 'APP://DRILLBOOK/'],
  ...['app://drillbook:80/', 'app://user@drillbook/', 'app://drillbook.example/', 'app://other/'],
  ...['app://localhost/', 'app:///', 'app://drillbook/./', 'app://drillbook/a/../'],
];
const pieces = [
  ...['..', '.', '%2e%2e', '%2E.', '..%2f', '%5c..', '..\\', '%00', '%c0%ae', '...', '..;', '~'],
  ...['assets', 'index.html', 'INDEX.HTML', 'index.html.', 'index.html%20', 'index%2ehtml', 'main'],
  ...['main.cjs', 'preload/preload.cjs', 'packs.json', 'packs/core/pack.yaml', 'files.json', 'etc'],
  ...[
    'passwd',
    'package.json',
    '__proto__',
    'constructor',
    'C:',
    '?a=b',
    '#',
    '#/drills',
    '@',
    ':',
  ],
];

interface Got {
  /** As it was asked for, or as Chromium understood it. */
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly bytes: number;
  readonly headers: string;
}

test('app:// gives files that the build listed, and nothing else', async ({ app }) => {
  test.setTimeout(full ? 300_000 : 60_000);
  const chance = makeChance(1);
  const list = JSON.parse(readFileSync(join(built, 'files.json'), 'utf8')) as readonly {
    readonly path: string;
    readonly size: number;
    readonly type: string;
  }[];
  const listed = new Map(list.map((file) => [`/${file.path}`, file]));
  const page = listed.get('/index.html');
  if (page) listed.set('/', page);
  const addresses = Array.from({ length: full ? 5000 : 300 }, () => {
    const path = Array.from({ length: chance(5) }, () => pieces[chance(pieces.length)]).join('/');
    return `${starts[chance(starts.length)] ?? ''}${path}`;
  });
  const wanted = [
    ...[...listed.keys()].map((path) => ({ method: 'GET', url: `app://drillbook${path}` })),
    ...addresses.map((url) => ({ method: 'GET', url })),
    ...['HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({
      method,
      url: 'app://drillbook/index.html',
    })),
  ];
  // The page itself may ask for nothing, so a window does that lets its page ask for anything.
  const answers = await app.electron.evaluate(async ({ BrowserWindow }, asked) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webSecurity: false } });
    await window.loadURL('data:text/html,asks');
    const got: unknown = await window.webContents.executeJavaScript(`
      Promise.all(${JSON.stringify(asked)}.map(({ method, url }) => new Promise((resolve) => {
        const request = new XMLHttpRequest();
        const end = () => resolve({ url: request.responseURL || url, method, status: request.status,
          bytes: request.response?.byteLength ?? 0, headers: request.getAllResponseHeaders() });
        try {
          request.open(method, url);
          request.responseType = 'arraybuffer';
          request.onloadend = end;
          request.send();
        } catch { end(); }
      })))`);
    window.destroy();
    return got as Got[];
  }, wanted);

  const outside: string[] = [];
  const bare: string[] = [];
  for (const { url, method, status, bytes, headers } of answers) {
    // Neither an address nor an answer: there was nothing to ask.
    if (status === 0) continue;
    const { host, pathname } = new URL(url);
    const file = listed.get(pathname);
    if (status === 200) {
      const right = method === 'GET' && host === 'drillbook' && file?.size === bytes;
      if (!right) outside.push(`${method} ${url}`);
    }
    const guarded =
      /^content-security-policy: default-src 'none'.*require-trusted-types-for 'script'/m.test(
        headers,
      ) && /^x-content-type-options: nosniff/m.test(headers);
    const type = /^content-type: (.*?)\r?$/m.exec(headers)?.[1];
    if (!guarded || !type || (status === 200 && type !== file?.type)) bare.push(`${method} ${url}`);
  }
  expect(outside).toEqual([]);
  expect(bare).toEqual([]);
  // All that is listed was had, so that a refusal means something; and nothing was sent.
  const served = answers.slice(0, listed.size);
  expect(served.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.slice(-6).map(({ status }) => status)).toEqual([405, 405, 405, 405, 405, 405]);
  const refused = answers.filter(({ status }) => status === 404).length;
  expect(refused).toBeGreaterThan(addresses.length / 3);
  console.log(
    `figure: app:// ${addresses.length} generated addresses, 0 outside (${listed.size} listed served, ${refused} refused)`,
  );
});

const channels = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries<Call>(members).map(([member, { payload }]) => ({ group, member, payload })),
);

test('no channel takes what is not its payload, or comes from elsewhere', async ({ app }) => {
  test.setTimeout(full ? 300_000 : 60_000);
  const times = full ? 200 : 20;
  const chance = makeChance(2);
  await settle(app.page);

  const broken = channels.map(({ group, member, payload }) => ({
    group,
    member,
    values: Array.from({ length: times }, () => breakPayload(payload, chance)),
  }));
  const payloads = await app.page.evaluate(async (calls) => {
    type AnyCall = (...values: unknown[]) => Promise<{ kind: string; code?: string }>;
    const groups = window.drillbook as unknown as Record<string, Record<string, AnyCall>>;
    // What no JSON carries here, but structured cloning or the bridge may.
    const unusual = [
      ...[new Map([['url', 1]]), new Set([1]), /x/, new ArrayBuffer(1), new Uint16Array(1)],
      ...[() => 1, Symbol('x'), Promise.resolve(), document.body, globalThis],
    ];
    const accepted: string[] = [];
    let tried = 0;
    for (const { group, member, values } of calls) {
      for (const value of [...values, ...unusual]) {
        tried += 1;
        const answer = await Promise.resolve()
          .then(() => groups[group]?.[member]?.(value))
          .catch(() => null);
        // Refused by the registrar, or not even sent.
        if (answer !== null && answer?.code !== 'bad_payload') {
          accepted.push(`${group}.${member} ${JSON.stringify(answer)}`);
        }
      }
    }
    return { accepted, tried };
  }, broken);
  expect(payloads.accepted).toEqual([]);

  const right = channels.map(({ group, member, payload }) => ({
    channel: `${group}.${member}`,
    value: makePayload(payload, chance),
  }));
  const strangers = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, calls) => {
    const [ours] = BrowserWindow.getAllWindows();
    if (!ours) throw new Error('There is no window.');
    const { mainFrame } = ours.webContents;
    type Listener = (event: unknown, value: unknown) => Promise<{ code?: string }>;
    // In no type: the only way to be a frame that our page cannot have.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Listener> })
      ._invokeHandlers;
    const origin = 'app://drillbook';
    const senders: Record<string, unknown> = {
      'a frame within': { parent: mainFrame, origin },
      'another origin': { parent: null, origin: 'https://example.org' },
      'an origin that begins alike': { parent: null, origin: `${origin}.example` },
      'no frame': null,
    };
    const accepted: string[] = [];
    let tried = 0;
    for (const [name, senderFrame] of Object.entries(senders)) {
      for (const { channel, value } of calls) {
        tried += 1;
        // As Electron calls it; it answers by the event in older versions, by return in newer ones.
        const answer = await new Promise<{ code?: string } | undefined>((resolve) => {
          const event = {
            sender: ours.webContents,
            senderFrame,
            _reply: resolve,
            _throw: () => resolve({ code: 'thrown' }),
            sendReply: resolve,
          };
          void handlers
            .get(channel)?.(event, value)
            .then(resolve, () => resolve({ code: 'thrown' }));
        });
        if (answer !== undefined && answer.code !== 'wrong_sender')
          accepted.push(`${channel} ${name}`);
      }
    }
    return { accepted, tried };
  }, right);
  expect(strangers.accepted).toEqual([]);

  // Real windows that hold our preload script: one of another origin, one that even shows our page.
  const elsewhere = await app.electron.evaluate(
    async ({ BrowserWindow }, { calls, preload }) => {
      const accepted: string[] = [];
      let tried = 0;
      for (const url of ['data:text/html,other', 'app://drillbook/files.json']) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true },
        });
        await window.loadURL(url).catch(() => undefined);
        const codes: unknown = await window.webContents.executeJavaScript(`
          (async () => {
            const codes = [];
            for (const { channel, value } of ${JSON.stringify(calls)}) {
              const [group, member] = channel.split('.');
              const answer = await drillbook[group][member](value).catch(() => null);
              codes.push(channel + ' ' + (answer?.code ?? 'none'));
            }
            return codes;
          })()`);
        for (const code of codes as string[]) {
          tried += 1;
          if (!code.endsWith(' wrong_sender')) accepted.push(`${code} from ${url}`);
        }
        window.destroy();
      }
      return { accepted, tried };
    },
    { calls: right, preload: join(built, 'preload/preload.cjs') },
  );
  expect(elsewhere.accepted).toEqual([]);
  expect(elsewhere.tried).toBe(channels.length * 2);

  // The page itself is still answered, and nothing was thrown that nobody caught.
  const kinds = await app.page.evaluate(async () => {
    const { app: about, packs, window: shown } = window.drillbook;
    const answers = [
      await about.info(),
      await packs.list(),
      await shown.setTheme({ theme: 'dark' }),
    ];
    return answers.map(({ kind }) => kind);
  });
  expect(kinds).toEqual(['ok', 'ok', 'ok']);
  const log = (() => {
    try {
      return readFileSync(join(app.profileDir, 'logs/main.log'), 'utf8');
    } catch {
      return '';
    }
  })();
  expect(log).toBe('');
  console.log(
    `figure: ${channels.length} channels, ${payloads.tried} broken payloads and ${strangers.tried + elsewhere.tried} wrong senders, 0 accepted, 0 uncaught`,
  );
});
