import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAppFiles } from './app-files.ts';
import { answerRequest } from './app-protocol.ts';
import { contentSecurityPolicy, sqlWorkerPolicy } from './content-security-policy.ts';

const worker = 'assets/sql.worker-Ab_1-2.js';
const files = readAppFiles(
  JSON.stringify(
    ['index.html', worker].map((path) => ({
      path,
      size: 1,
      sha256: createHash('sha256').update('as built').digest('hex'),
      type: path === worker ? 'text/javascript' : 'text/html',
    })),
  ),
);
const address = (path: string): string => `app://drillbook/${path}`;

/** What every answer carries, refusals too. */
const guards = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
};
const asText = { ...guards, 'Content-Type': 'text/plain; charset=utf-8' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-page-'));
  for (const path of ['index.html', worker]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'as built');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a listed file comes with its type and all guards', async () => {
  const answer = await answerRequest(folder, files, { url: address('index.html'), method: 'GET' });
  expect(answer).toEqual({
    status: 200,
    headers: { ...guards, 'Content-Type': 'text/html' },
    body: new TextEncoder().encode('as built'),
  });
});

test('the worker of SQLite comes with its own policy, and all else alike', async () => {
  const answer = await answerRequest(folder, files, { url: address(worker), method: 'GET' });
  expect(answer.headers).toEqual({
    ...guards,
    'Content-Security-Policy': sqlWorkerPolicy,
    'Content-Type': 'text/javascript',
  });
});

test.each([
  ['another method', 405, 'POST', 'index.html'],
  ['what is not listed', 404, 'GET', 'files.json'],
])('%s is refused in words, with all guards', async (_, status, method, path) => {
  const answer = await answerRequest(folder, files, { url: address(path), method });
  expect(answer).toMatchObject({ status, headers: asText });
  expect(answer.headers).toEqual(asText);
  expect(answer.body).toMatch(/^[A-Z].+\.$/);
});

test.each(['index.html', worker])(
  'a file that is missing or was changed is said so, with all guards: %s',
  async (path) => {
    const answer = await answerRequest(join(folder, 'gone'), files, {
      url: address(path),
      method: 'GET',
    });
    expect(answer.status).toBe(500);
    expect(answer.headers).toEqual(asText);
    // What happened, what is safe, what to do next; and nothing of this machine.
    expect(answer.body).toBe(
      `A file of Drillbook is missing or was changed (${path}). Your data is elsewhere and unchanged. Install Drillbook again.`,
    );
  },
);
