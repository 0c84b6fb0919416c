import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';
import { parseLog } from '../../content/engine/drill/attempt-log.ts';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import {
  driveApp,
  driveDrillbook,
  goTo,
  waitForToday,
  type DrivenApp,
} from '../profile/drive-app.ts';
import { prepareProfile, welcomed } from '../profile/prepared-profile.ts';
import { readKit, storeAttempt, storeKit } from '../profile/stored-attempt.ts';
import { writeEmptyApp } from './empty-window.ts';
import type { Figure } from './figure.ts';
import { needApp } from './need-app.ts';
import { readMedian } from './readings.ts';

const turns = 3;
const screens = 200;
/** Longer than workers are kept without a question. */
const rest_ms = 12_000;
/** With the collector at hand, so that what is counted is what is held. */
const collect = ['--js-flags=--expose-gc'];

/** A place, and what stands there once it is drawn. */
const places = [
  ['#/today', 'section[aria-label="Today"] h1'],
  ['#/drills', '[role=grid]'],
  ['#/history', '#history-title'],
  ['#/settings', '#settings-title'],
  ['#/room/open', '#pane-bench'],
  ['#/debrief/ended', '.markdown p'],
] as const;

/** What the app holds once it rests after much going about, beyond an empty window of the same runtime. */
export const memory: Figure = {
  name: 'memory',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const { scratch, say } = surroundings;
    const profile = join(scratch, 'profile');
    await prepareProfile(profile, writeRecords());
    const empty = { program: app.program, folder: writeEmptyApp(join(scratch, 'empty')) };
    const held: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      say(`turn ${turn + 1} of ${turns}`);
      const driven = await driveDrillbook(app, profile, collect);
      await visitScreens(driven.page);
      held.push(await measureMemory(driven));
      await driven.close();
      const window = await driveApp(empty, join(scratch, 'empty-profile'), collect);
      bare.push(await measureMemory(window));
      await window.close();
    }
    const name = 'an empty window of the same runtime';
    return [
      {
        title: 'memory above an empty window after 200 screens and 12 s of rest',
        reading: readMedian(
          held.map((mebibytes, turn) => mebibytes - (bare[turn] ?? 0)),
          'MiB',
        ),
        baseline: { name, reading: readMedian(bare, 'MiB') },
        limit: { of: 'value', kind: 'at_most', bound: 60 },
      },
    ];
  },
};

async function visitScreens(page: Page): Promise<void> {
  for (let visit = 0; visit < screens; visit += 1) {
    const [place, there] = places[visit % places.length] ?? places[0];
    await goTo(page, place);
    await page.locator(there).first().waitFor();
  }
  await goTo(page, '#/today');
  await waitForToday(page);
}

/** Mebibytes that all processes of an app hold, after everything was collected. */
async function measureMemory({ page, electron }: DrivenApp): Promise<number> {
  await wait(rest_ms);
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => {
      (globalThis as { gc?: () => void }).gc?.();
      return new Promise((resolve) => setTimeout(resolve, 300));
    });
    await electron.evaluate(() => (globalThis as { gc?: () => void }).gc?.());
  }
  const processes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, memory: { workingSetSize } }) => ({ pid, workingSetSize })),
  );
  const kibibytes = processes.map(
    ({ pid, workingSetSize }) => readFootprint(pid) ?? workingSetSize,
  );
  return kibibytes.reduce((sum, own) => sum + own, 0) / 1024;
}

/**
 * KiB of memory that lies in no file, in the working set or swapped out: what Chromium itself calls a process's
 * private memory footprint on Linux. Pages of the program's own file are not counted. The system drops them when it
 * likes, and they are one process's alone or shared depending on whether another copy of the runtime is open.
 *
 * @returns null on a system that does not say so in a file
 */
function readFootprint(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const all = [...text.matchAll(/^(?:RssAnon|VmSwap):\s+(\d+) kB/gm)];
    return all.reduce((sum, [, own]) => sum + Number(own), 0);
  } catch {
    return null;
  }
}

/** An attempt in the middle, and one that has ended, as the expert's golden log plays them. */
function* writeRecords() {
  const drill = readBundledDrill('D01');
  const kit = readKit(drill);
  const path = `drills/${drill.slug}/golden/expert.jsonl`;
  const log = parseLog(drill.source.readText(path));
  if ('fault' in log) throw new Error(`${path}: ${log.fault}`);
  const half: readonly AttemptEvent[] = log.events.slice(0, log.events.length / 2);
  yield welcomed;
  yield storeKit(kit);
  const at = (hour: number): string => new Date(Date.UTC(2026, 10, 25, hour)).toISOString();
  yield* storeAttempt({ id: 'ended', drill, kit, events: log.events, at: at(9) });
  yield* storeAttempt({ id: 'open', drill, kit, events: half, at: at(10) });
}
