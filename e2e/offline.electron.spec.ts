import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { prepareDrill } from '../content/engine/drill/prepared-drill.ts';
import { replay } from '../content/engine/drill/step.ts';
import { scoreAttempt } from '../content/engine/score/score.ts';
import { expect, test, type App } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { readDebrief, startDrill } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

/**
 * A journey in a network namespace that has no route. This file runs itself again inside one, since
 * Playwright talks to Electron over the loopback interface, and that is another one in there.
 */
const inside = process.env['DRILLBOOK_WITHOUT_ROUTE'] !== undefined;
const root = dirname(import.meta.dirname);

/** Whether this machine lets us make a network namespace. */
function canIsolate(): boolean {
  try {
    execFileSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Packets on every interface but loopback, and datagrams or connections that found no route. */
function countPackets(): { sent: number; refused: number } {
  const sent = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/[:\s]+/))
    .filter(([name = 'lo']) => name !== 'lo' && name !== '')
    .reduce((sum, fields) => sum + Number(fields[2]) + Number(fields[10]), 0);
  const [names = [], values = []] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip: '))
    .map((line) => line.split(' '));
  return { sent, refused: Number(values[names.indexOf('OutNoRoutes')]) };
}

const isolatedTest = test.extend<{ isolated: undefined }>({
  isolated: [
    async ({ shell }, use, testInfo) => {
      testInfo.skip(!canIsolate(), 'NO NETWORK NAMESPACE HERE (needs root, unshare and iproute2).');
      testInfo.skip((process.env['DRILLBOOK_ELECTRON'] ?? '') === '', `No Electron for ${shell}.`);
      await use(undefined);
    },
    { auto: true },
  ],
});

async function runInside(): Promise<void> {
  test.setTimeout(240_000);
  const results = mkdtempSync(join(tmpdir(), 'drillbook-offline-'));
  const child = spawn(
    'unshare',
    [
      ...['-n', 'sh', '-c', 'ip link set lo up && exec "$@"', '-', process.execPath],
      ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'],
      ...['offline.electron', '--project=electron', '--workers=1', '--reporter=list'],
      ...[`--output=${results}`],
    ],
    {
      cwd: root,
      env: { ...process.env, DRILLBOOK_WITHOUT_ROUTE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(results, { recursive: true, force: true });
  expect(said).toMatch(/figure: offline.*0 packets/);
  expect(code, said).toBe(0);
  console.log(/figure: offline.*/.exec(said)?.[0]);
}

async function playThrough({ app }: { app: App }): Promise<void> {
  test.setTimeout(180_000);
  expect(await isRefused()).toBe(true);
  const before = countPackets();
  const golden = readGoldenPlay('d01-key-in-a-public-repository');
  await app.relaunch();
  await startDrill(app.page, new Mouse(), golden.drill);
  const room = new RoomPage(app.page, new Mouse(), golden);
  await room.resume();
  const first = golden.events.find(({ kind }) => kind === 'evidence_opened');
  const [started] = golden.events;
  if (first?.kind !== 'evidence_opened' || !started)
    throw new Error('The expert opens no evidence.');
  await room.openEvidence(first.data.evidence);
  await room.end();
  const parts = await readDebrief(app.page, golden.drill.title);
  // What was asked by then depends on the drill: as the engine scores these three deeds.
  const prepared = prepareDrill(golden.drill, golden.evidence);
  const begun = [started, { ...first, seq: 1 }];
  const { at_s } = replay(prepared, begun).state;
  const ended = { ...started, kind: 'ended' as const, data: {}, seq: 2, at_s };
  const scored = scoreAttempt(prepared, [...begun, ended]).parts;
  expect(scored.length).toBeGreaterThanOrEqual(3);
  expect(parts.map(({ possible }) => possible)).toEqual(scored.map(({ possible }) => possible));
  await app.close();

  expect(countPackets()).toEqual(before);
  // Had one been sent, it would have been seen.
  expect(await isRefused()).toBe(true);
  expect(countPackets().refused).toBe(before.refused + 1);
  console.log('figure: offline journey without a route, 0 packets, 1 of 1 seen in the control');
}

/** Sends one datagram to an address that no machine has, and says whether there was no way. */
function isRefused(): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.send('x', 9, '192.0.2.1', (error) => {
      socket.close();
      resolve(error?.message.includes('ENETUNREACH') === true);
    });
  });
}

if (inside) test('a drill is played to its debrief', playThrough);
else isolatedTest('a whole journey works without a route, and sends nothing', runInside);
