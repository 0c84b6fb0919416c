import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getOfficialElectron } from './official-electron.ts';

let folder: string;
let server: Server;
let asked: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-official-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
  vi.stubEnv('LOCALAPPDATA', folder);
  vi.stubEnv('HOME', folder);
  asked = 0;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stop();
  rmSync(folder, { recursive: true });
});

/** Answers at this host from now on; returns its port. */
async function listen(answer: RequestListener, port = 0): Promise<number> {
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.address() as AddressInfo).port;
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${taken}/`);
  return taken;
}
async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
const findMark = (): string | undefined => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const name = found.find((path) => path.endsWith('.unreachable'));
  return name && join(folder, name);
};

test.each<[what: string, answer: RequestListener]>([
  [
    'breaks off in the middle',
    (_, response) => {
      response.writeHead(200, { 'Content-Length': '1000000' });
      response.write('PK', () => response.destroy());
    },
  ],
  ['has no such file', (_, response) => response.writeHead(404).end()],
])('A host that answers but %s is asked again by the next start', async (_what, answer) => {
  await listen(answer);
  expect(await getOfficialElectron()).toBeNull();
  expect(findMark()).toBeUndefined();
  expect(await getOfficialElectron()).toBeNull();
  expect(asked).toBe(2);
});

test('A host that cannot be reached is left alone for a day', async () => {
  const port = await listen(() => undefined);
  await stop();
  expect(await getOfficialElectron()).toBeNull();
  const mark = findMark() ?? '';
  expect(existsSync(mark)).toBe(true);
  await listen((_, response) => response.writeHead(404).end(), port);
  expect(await getOfficialElectron()).toBeNull();
  expect(asked).toBe(0);
  const age = (hours: number) => {
    const at = Date.now() / 1000 - hours * 3600;
    utimesSync(mark, at, at);
  };
  age(23);
  await getOfficialElectron();
  expect(asked).toBe(0);
  age(25);
  await getOfficialElectron();
  expect(asked).toBe(1);
});
