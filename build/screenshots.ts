import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseLog, type AttemptEvent } from '../content/engine/drill/attempt-log.ts';
import type { Envelope } from '../electron/storage/storage-channels.ts';
import { root } from './launcher/root.ts';
import { findBuiltApp, type BuiltApp } from './profile/built-app.ts';
import { readBundledDrill, type BundledDrill } from './profile/bundled-drill.ts';
import { driveDrillbook, goTo, waitForToday, type DrivenApp } from './profile/drive-app.ts';
import { prepareProfile, writeSettings } from './profile/prepared-profile.ts';
import { readKit, storeAttempt, storeKit } from './profile/stored-attempt.ts';

/**
 * `npm run screenshots`: the pictures of the README, from the real app in its own window. What is seen
 * was played: the golden logs of the drills, up to the moment of each picture.
 */

const size = { width: 1440, height: 900 };
const now = new Date('2026-11-25T10:30:00Z');
const themes = ['light', 'dark'] as const;
/** The same pixels on every machine, as far as that can be had. */
const steady = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-device-scale-factor=1',
];
/** Where the attacker comes from in D01. */
const suspect = '198.51.100.23';

async function takePictures(): Promise<number> {
  const found = findBuiltApp();
  if (found.kind === 'missing') {
    console.error(`${found.what} The pictures show the app in its own window, so none were taken.`);
    return 1;
  }
  // Whoever starts the app hands it its time zone.
  process.env['TZ'] = 'UTC';
  const folder = join(root, 'build/pictures');
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'drillbook-pictures-'));
  try {
    for (const theme of themes) {
      const profile = join(scratch, theme);
      await prepareProfile(profile, writeRecords(theme));
      // The first start builds the working copy, and says so in a notice.
      await (await driveDrillbook(found.app, profile, steady)).close();
      await takeAll(found.app, profile, (name) =>
        join(folder, theme === 'light' ? `${name}.png` : `${name}-dark.png`),
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
}

async function takeAll(
  app: BuiltApp,
  profile: string,
  writePath: (name: string) => string,
): Promise<void> {
  const driven = await driveDrillbook(app, profile, steady);
  const { page } = driven;
  const take = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: writePath(name), animations: 'disabled', caret: 'hide' });
    console.log(writePath(name));
  };
  try {
    await fitWindow(driven);
    await page.addInitScript(stopDate, now.getTime());
    await page.reload();
    await waitForToday(page);
    await take('today');
    await goTo(page, '#/room/open');
    await showEvidence(page);
    await take('drill-room');
    await openDebrief(page);
    await take('debrief');
  } finally {
    await driven.close();
  }
}

/**
 * Runs in the page: what is on a picture must not depend on the day. Timers go on, since deadlines
 * hang on them.
 */
function stopDate(at: number): void {
  const OwnDate = Date;
  const Stopped = function (...given: number[]): Date {
    return given.length === 0 ? new OwnDate(at) : new OwnDate(...(given as [number]));
  };
  globalThis.Date = Object.assign(Stopped, {
    UTC: OwnDate.UTC,
    parse: OwnDate.parse,
    now: () => at,
    prototype: OwnDate.prototype,
  }) as unknown as DateConstructor;
}

/**
 * Opens the debrief. A busy machine may take longer over a text than its deadline allows, and such a
 * text is shown as it was written: then once more, since what was laid out is kept.
 *
 * @throws if it does not come to a whole page
 */
async function openDebrief(page: Page): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await goTo(page, '#/debrief/ended');
    await page.locator('.markdown p').first().waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    if ((await page.getByText('Shown as it was written').count()) === 0) return;
    await goTo(page, '#/history');
    await page.locator('.markdown').first().waitFor({ state: 'detached' });
  }
  throw new Error('A text was not laid out in time. Run this again when the machine is less busy.');
}

async function fitWindow({ page, electron }: DrivenApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
}

/** The trail with the calls of the one address, the first of them open. */
async function showEvidence(page: Page): Promise<void> {
  const { drill } = readBundledDrill('D01');
  const title = drill.evidence.find(({ id }) => id === 'trail')?.title ?? 'trail';
  await page.locator('#pane-bench').getByRole('tab').filter({ hasText: title }).first().click();
  await page.locator('input[data-find]').fill(suspect);
  await page
    .getByRole('status')
    .filter({ hasText: / of \d/ })
    .first()
    .waitFor();
  await page.locator('#pane-bench [role=grid] .row').first().click();
  await page.locator('#pane-bench [role=grid] pre').waitFor();
}

/** An attempt at D01 at the moment in which somebody interrupts, and one of each drill that has ended. */
function* writeRecords(theme: (typeof themes)[number]): Generator<Envelope> {
  yield writeSettings({ theme, purpose: 'onboarding' });
  const at = (day: number, hour: number): string =>
    new Date(Date.UTC(2026, 10, day, hour)).toISOString();
  const ended = [
    { id: 'ended', code: 'D01', log: 'expert', at: at(23, 16) },
    { id: 'ended-disks', code: 'D20', log: 'careless', at: at(21, 9) },
  ];
  for (const { id, code, log, at: when } of ended) {
    const drill = readBundledDrill(code);
    const kit = readKit(drill);
    yield storeKit(kit);
    yield* storeAttempt({ id, drill, kit, events: readGolden(drill, log), at: when });
  }
  const drill = readBundledDrill('D01');
  const events = stopAtInterrupt(drill, readGolden(drill, 'expert'));
  yield* storeAttempt({ id: 'open', drill, kit: readKit(drill), events, at: at(25, 9) });
}

function readGolden({ source, slug }: BundledDrill, name: string): readonly AttemptEvent[] {
  const path = `drills/${slug}/golden/${name}.jsonl`;
  const log = parseLog(source.readText(path));
  if ('fault' in log) throw new Error(`${path}:${log.line}: ${log.fault}`);
  return log.events;
}

/** The log up to right before its first answer to an interrupt, with the clock stopped there. */
function stopAtInterrupt(
  { prepared }: BundledDrill,
  events: readonly AttemptEvent[],
): readonly AttemptEvent[] {
  const asks = new Set(prepared.drill.feed.flatMap(({ id, interrupt }) => (interrupt ? id : [])));
  const index = events.findIndex(({ data }) => 'item' in data && asks.has(data.item));
  const answer = events[index];
  if (!answer) throw new Error('The log answers no interrupt.');
  const stop = { ...answer, kind: 'paused', data: { reason: 'left' } } as AttemptEvent;
  return [...events.slice(0, index), stop];
}

process.exitCode = await takePictures();
