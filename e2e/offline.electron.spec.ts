import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeArchive } from '../content/archive/open-archive.ts';
import { packFiles } from '../content/archive/testing/sound-pack.ts';
import { prepareDrill } from '../content/engine/drill/prepared-drill.ts';
import { replay } from '../content/engine/drill/step.ts';
import { loadDrill } from '../content/engine/format/load-pack.ts';
import { scoreAttempt } from '../content/engine/score/score.ts';
import { htmlPayloads, probeHost } from '../content/engine/testing/html-payloads.ts';
import { expect, test, type App } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { goTo, readDebrief, startDrill } from './pages/app.page.ts';
import { PacksPage } from './pages/packs.page.ts';
import { RoomPage } from './pages/room.page.ts';

/**
 * A journey, and one with a hostile pack, in a network namespace that has no route. This file runs itself again inside one, since
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

/** The families of addresses that this machine's kernel has at all. */
const families = existsSync('/proc/net/snmp6') ? ([4, 6] as const) : ([4] as const);
/** No machine has these (RFC 5737, RFC 3849), and there is no way to them in there. */
const nowhere = { 4: '192.0.2.1', 6: '2001:db8::1' } as const;

interface Packets {
  /** On every interface but loopback, in and out. */
  readonly sent: number;
  /** Datagrams and connections that found no route, by family. */
  readonly refused: readonly number[];
}

function countPackets(): Packets {
  const sent = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/[:\s]+/))
    .filter(([name = 'lo']) => name !== 'lo' && name !== '')
    .reduce((sum, fields) => sum + Number(fields[2]) + Number(fields[10]), 0);
  return { sent, refused: families.map(countRefused) };
}

function countRefused(family: 4 | 6): number {
  if (family === 6) {
    return Number(/^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1]);
  }
  const [names = [], values = []] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip: '))
    .map((line) => line.split(' '));
  return Number(values[names.indexOf('OutNoRoutes')]);
}

/** Plays, and sees that nothing was sent meanwhile; had one packet been, it would have been seen. */
async function playUnseen(app: App, title: string, play: () => Promise<void>): Promise<void> {
  expect(await sendNowhere()).toEqual(families.map(() => true));
  const before = countPackets();
  expect(before.refused.every((count) => count > 0)).toBe(true);
  await app.relaunch();
  await play();
  await app.close();

  expect(countPackets()).toEqual(before);
  expect(await sendNowhere()).toEqual(families.map(() => true));
  expect(countPackets().refused).toEqual(before.refused.map((count) => count + 1));
  console.log(
    `figure: offline ${title} without a route, 0 packets (IPv${families.join(' and IPv')}), ${families.length} of ${families.length} seen in the control`,
  );
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
  test.setTimeout(400_000);
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
  const figures = said.match(/figure: offline.*/g) ?? [];
  expect(code, said).toBe(0);
  expect(figures, said).toHaveLength(2);
  expect(figures.filter((figure) => !figure.includes(' 0 packets '))).toEqual([]);
  console.log(figures.join('\n'));
}

async function playThrough({ app }: { app: App }): Promise<void> {
  test.setTimeout(180_000);
  const golden = readGoldenPlay('d01-key-in-a-public-repository');
  await playUnseen(app, 'journey', async () => {
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
  });
}

/** A pack each of whose texts would run or load something from elsewhere, were it more than text. */
function makeHostilePack() {
  const wanted = (family: 4 | 6, from: number): string =>
    htmlPayloads
      .filter((_, index) => index % 50 === from)
      .map(({ text }) => text)
      .join('\n\n')
      .replaceAll(probeHost, family === 4 ? nowhere[4] : `[${nowhere[6]}]`);
  const picture = `![the network map](http://${nowhere[4]}/map.png)`;
  const text = new TextDecoder().decode(packFiles().get('drills/a-key/drill.yaml'));
  const files = packFiles({
    'drills/a-key/drill.yaml': text
      .replace('body: See the table', `body: ${JSON.stringify(wanted(4, 1))}`)
      .replace('prompt: Choose', `prompt: ${JSON.stringify(wanted(6, 2))}`)
      .replace('text: Told', `text: ${JSON.stringify(wanted(4, 3))}`),
    'drills/a-key/brief.md': `${picture}\n\n${wanted(6, 4)}\n`,
  });
  const texts = new Map([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  const entry = loadDrill(texts, 'a-key');
  if (entry.kind !== 'ready') throw new Error('The hostile pack does not load.');
  const evidence = new Map([['table', texts.get('drills/a-key/evidence/table.csv') ?? '']]);
  const archive = writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, files);
  return { archive, play: { slug: 'a-key', drill: entry.drill, evidence, events: [] } };
}

async function playHostile({ app }: { app: App }): Promise<void> {
  test.setTimeout(180_000);
  const { archive, play } = makeHostilePack();
  const path = join(app.profileDir, 'hostile.drillpack');
  writeFileSync(path, archive);
  await playUnseen(app, 'play of a hostile pack', async () => {
    const { page } = app;
    await page.evaluate(() => {
      const ran: number[] = [];
      Object.assign(globalThis, { ran, run: (number: number) => ran.push(number) });
    });
    await page.getByRole('button', { name: 'Look around first' }).click();
    const packs = new PacksPage(page);
    await packs.open();
    await packs.install(path);
    await goTo(page, '#/drills');
    await page.getByRole('row').filter({ hasText: play.drill.title }).click();
    const shown = `the network map (picture, not loaded: http://${nowhere[4]}/map.png)`;
    await expect(page.getByText(shown).first()).toBeVisible();
    await page.getByRole('button', { name: /^Start drill/ }).click();
    await expect(page.getByRole('dialog', { name: 'What comes in' })).toBeVisible();
    await page.keyboard.press('Escape');
    const room = new RoomPage(page, new Mouse(), play);
    await room.resume();
    await room.openItem('notice');
    await room.openEvidence('table');
    await room.end();
    expect((await readDebrief(page, play.drill.title)).length).toBeGreaterThan(0);
    expect(await page.evaluate(() => (globalThis as unknown as { ran: number[] }).ran)).toEqual([]);
  });
  // The browser complains of styles already while the sanitiser takes a text apart.
  expect(app.faults.filter((fault) => !fault.includes('inline style'))).toEqual([]);
  app.faults.length = 0;
}

/** Sends one datagram of each family to where no machine is, and says for each whether there was no way. */
function sendNowhere(): Promise<readonly boolean[]> {
  return Promise.all(families.map(isRefused));
}

function isRefused(family: 4 | 6): Promise<boolean> {
  const socket = createSocket(`udp${family}`);
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.send('x', 9, nowhere[family], (error) => {
      socket.close();
      resolve(error?.message.includes('ENETUNREACH') === true);
    });
  });
}

if (inside) {
  test('a drill is played to its debrief', playThrough);
  test('a hostile pack is installed and played to its debrief', playHostile);
} else {
  isolatedTest(
    'a whole journey and a hostile pack work without a route, and send nothing',
    runInside,
  );
}
