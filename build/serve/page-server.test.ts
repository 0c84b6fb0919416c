import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyPacks, listAppFiles } from '../bundle-lists.ts';
import { startPageServer, type PageServer } from './page-server.ts';

let folder: string;
let server: PageServer;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-serve-'));
  for (const name of ['renderer', 'browser', 'from/core']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'renderer/index.html'), '<title>Drillbook</title><script>');
  writeFileSync(join(folder, 'renderer/unlisted.js'), '');
  mkdirSync(join(folder, 'renderer/assets'));
  for (const name of ['sql.worker-AbC_1-x.js', 'pack.worker-AbC.js', 'sql.worker-.js']) {
    writeFileSync(join(folder, 'renderer/assets', name), 'worker');
  }
  writeFileSync(join(folder, 'from/core/pack.yaml'), 'id: core');
  writeFileSync(join(folder, 'browser/bridge.js'), 'bridge');
  const packs = copyPacks(join(folder, 'from'), join(folder, 'packs'));
  const files = listAppFiles(join(folder, 'renderer'));
  writeFileSync(join(folder, 'packs.json'), JSON.stringify(packs));
  const listed = files.filter(({ path }) => path !== 'unlisted.js');
  writeFileSync(join(folder, 'files.json'), JSON.stringify(listed));
  const started = await startPageServer(folder, 0);
  if (started.kind !== 'started') throw new Error('The server did not start.');
  server = started.server;
  port = Number(new URL(server.address).port);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly policy: string;
  readonly text: string;
}

/** By hand, since fetch tidies paths and chooses the Host header. */
function get(path: string, host = `127.0.0.1:${port}`, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host } };
    request(options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        const policy = String(answer.headers['content-security-policy']);
        resolve({ status: answer.statusCode ?? 0, policy, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('The page has the script of its bridge before its own', async () => {
  const { status, text } = await get('/');
  expect(status).toBe(200);
  expect(text).toMatch(/<script src="\/browser-bridge\.js"><\/script><script>$/);
  expect((await get('/browser-bridge.js')).text).toBe('bridge');
});

test('Only the worker with SQLite may run WebAssembly, and it reaches nothing', async () => {
  const { text, policy } = await get('/assets/sql.worker-AbC_1-x.js');
  expect(text).toBe('worker');
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("connect-src 'none'");
  for (const path of ['/', '/assets/pack.worker-AbC.js', '/assets/sql.worker-.js']) {
    expect((await get(path)).policy).toContain("script-src 'self';");
  }
});

test('Packs are at fixed paths', async () => {
  expect(JSON.parse((await get('/packs.json')).text)).toMatchObject([{ id: 'core' }]);
  expect((await get('/packs/core/pack.yaml')).text).toBe('id: core');
});

test.each([
  ...['/unlisted.js', '/files.json', '/package.json', '/../files.json', '/%2e%2e/files.json'],
  ...['/packs/core/../../files.json', '/packs/core/', '/packs/__proto__/x', '/index.html?a'],
  ...['//127.0.0.1/', '/browser/bridge.js', '/favicon.ico'],
])('%s is not served', async (path) => {
  const { status, policy } = await get(path);
  expect(status).toBe(404);
  expect(policy).toContain("connect-src 'self'");
});

test.each(['evil.example', 'evil.example:80', 'localhost', '127.0.0.1', '127.0.0.1:80'])(
  'Nobody is answered who asks for the host “%s”',
  async (host) => {
    const { status, text } = await get('/', host);
    expect(status).toBe(404);
    expect(text).not.toContain('<title>');
  },
);

test('Nothing can be sent to it', async () => {
  expect((await get('/', undefined, 'POST')).status).toBe(405);
  expect((await get('/packs.json', undefined, 'PUT')).status).toBe(405);
});

test('A port that is taken is said, not evaded', async () => {
  expect(await startPageServer(folder, port)).toEqual({ kind: 'taken' });
});
