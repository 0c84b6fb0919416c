import { execFile } from 'node:child_process';
import { createServer, request } from 'node:http';
import { dirname, join } from 'node:path';
import { fixedPort } from '../build/serve/page-server.ts';
import { expect, test } from './fixtures/app.ts';

/** Browser mode: its server as a stranger would try it, and the page in a second tab. */
const origin = process.env['DRILLBOOK_ORIGIN'] ?? `http://127.0.0.1:${fixedPort}/`;
const { host, port } = new URL(origin);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** By hand, since fetch tidies paths and chooses the Host header. */
function get(path: string, name = host, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host: name } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const unlisted = [
  ...['/files.json', '/package.json', '/main/main.mjs', '/preload/preload.cjs', '/LICENSE'],
  ...['/../files.json', '/%2e%2e/files.json', '/..%2ffiles.json', '/assets/../../files.json'],
  ...['/packs/core/../../files.json', '/packs/core/', '/packs/', '/packs/core', '//etc/passwd'],
  ...['/etc/passwd', '/./index.html', '/index.html?a', '/INDEX.HTML', '/index.html%00', '/\\..\\x'],
  ...['/browser/bridge.js', '/__proto__', '/constructor', '/packs/__proto__/pack.yaml', '/assets/'],
];

test('the server gives listed files to its own address, and nothing else to nobody', async () => {
  const good = await get('/');
  expect(good.status).toBe(200);
  expect(good.headers['content-type']).toMatch(/^text\/html/);
  expect((await get('/packs.json')).status).toBe(200);
  const refused = [
    ...(await Promise.all(unlisted.map((path) => get(path)))),
    ...(await Promise.all(
      ['localhost', `localhost:${port}`, 'evil.example', '127.0.0.1', `127.0.0.1.evil:${port}`].map(
        (name) => get('/', name),
      ),
    )),
  ];
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 404));
  const sent = await Promise.all(
    ['POST', 'PUT', 'DELETE', 'OPTIONS'].map((method) => get('/', host, method)),
  );
  expect(sent.map(({ status }) => status)).toEqual([405, 405, 405, 405]);
  for (const { headers, text } of [good, ...refused, ...sent]) {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-type']).toBeTruthy();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(text).not.toContain('root:');
  }
  console.log(`figure: browser mode ${refused.length + sent.length} requests refused, 0 answered`);
});

test('a second tab says that the first one has it, and changes nothing', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  const second = await app.page.context().newPage();
  await second.goto(origin);
  await expect(second.getByText('Drillbook is open in another tab')).toBeVisible();
  await second.close();
  await app.page.getByRole('button', { name: 'Look around first' }).click();
  await expect(app.page.getByRole('region', { name: 'Today' })).toBeVisible();
});

test('a store that the browser has emptied is told, and never shown as a new person’s', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('region', { name: 'Today' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('drillbook-sign')))
    .toContain('"attempts":0');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(origin).origin,
    storageTypes: 'indexeddb',
  });
  for (const start of ['first', 'second']) {
    await page.reload();
    await expect(page.getByText('Now its store is empty.'), start).toBeVisible();
  }
  await page.getByRole('button', { name: 'Go on with what is there' }).click();
  await expect(page.getByText('To bring back what was lost, import an export')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
});

test('a port that is taken is said, and none other is tried', async () => {
  test.setTimeout(120_000);
  const holder = createServer();
  const held = new Promise<boolean>((resolve) => {
    // Somebody else has it already: that will do as well.
    holder.once('error', () => resolve(false));
    holder.listen({ host: '127.0.0.1', port: fixedPort }, () => resolve(true));
  });
  const holds = await held;
  const launcher = join(dirname(import.meta.dirname), 'build/launcher/main.mjs');
  const said = await new Promise<{ code: unknown; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [launcher, 'start', '--browser'],
      { env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }, timeout: 110_000 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
  if (holds) holder.close();
  expect(said.text).toContain(`Port ${fixedPort} of this machine is taken`);
  expect(said.text).toContain('Your data is unchanged');
  expect(said.text).not.toContain('is at http');
  expect(said.code).not.toBe(0);
});
