import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AttemptEvent, Deed } from '../../content/engine/drill/attempt-log.ts';
import { createRandomSource } from '../../content/engine/drill/random-source.ts';
import type { BuiltApp } from '../profile/built-app.ts';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import { driveDrillbook, goTo } from '../profile/drive-app.ts';
import { prepareProfile, welcomed } from '../profile/prepared-profile.ts';
import { readKit, storeAttempt, storeKit } from '../profile/stored-attempt.ts';
import type { Figure } from './figure.ts';
import { needApp } from './need-app.ts';
import { readMedian } from './readings.ts';
import { scrollThrough, watchKeystroke } from './table-in-page.ts';

const rows = { large: 100_000, small: 100 };
const turns = 5;
const frame_ms = 1000 / 60;
const evidence = 'logins';
/** Each letter asks all rows anew. */
const typed = 'login a-3 result:ok';

/** The table of a drill room with far more rows than any drill has, beside one with a hundred. */
export const largeTable: Figure = {
  name: 'large-table',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const { scratch, say } = surroundings;
    const large = newSamples();
    const small = newSamples();
    for (const name of ['large', 'small'] as const) {
      await prepareProfile(join(scratch, name), writeRecords(rows[name]));
    }
    for (let turn = 0; turn < turns; turn += 1) {
      say(`turn ${turn + 1} of ${turns}`);
      await measureTable(app, join(scratch, 'large'), rows.large, large);
      await measureTable(app, join(scratch, 'small'), rows.small, small);
    }
    const baseline = (of: keyof Samples) => ({
      name: 'the same with 100 rows',
      reading: readMedian(small[of], 'ms'),
    });
    return [
      {
        title: 'longest task while scrolling 100,000 rows',
        reading: readMedian(large.tasks, 'ms'),
        baseline: baseline('tasks'),
        limit: { of: 'value', kind: 'at_most', bound: 50 },
      },
      {
        title: 'from a filter keystroke to its frame',
        reading: readMedian(large.frames, 'ms'),
        baseline: baseline('frames'),
        limit: { of: 'value', kind: 'at_most', bound: frame_ms },
      },
      {
        title: 'from a filter keystroke to its rows',
        reading: readMedian(large.rows, 'ms'),
        baseline: baseline('rows'),
        limit: { of: 'value', kind: 'at_most', bound: 100 },
      },
    ];
  },
};

/** Milliseconds: the longest task of each turn, and of each keystroke until its frame and its rows. */
interface Samples {
  readonly tasks: number[];
  readonly frames: number[];
  readonly rows: number[];
}

function newSamples(): Samples {
  return { tasks: [], frames: [], rows: [] };
}

async function measureTable(
  app: BuiltApp,
  profile: string,
  count: number,
  samples: Samples,
): Promise<void> {
  const { page, close } = await driveDrillbook(app, profile);
  try {
    await goTo(page, '#/room/bench');
    await page.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor({ timeout: 60_000 });
    await waitUntilIdle(page);
    samples.tasks.push(await page.evaluate(scrollThrough));
    const field = page.locator('input[data-find]');
    await field.focus();
    for (const letter of typed) {
      await page.evaluate(watchKeystroke);
      await page.keyboard.type(letter);
      const { frame, rows: followed } = await page.evaluate(
        () => window.nextKeystroke ?? Promise.reject(new Error('Nothing is watched.')),
      );
      samples.frames.push(frame);
      samples.rows.push(followed);
    }
  } finally {
    await close();
  }
}

async function waitUntilIdle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 5000 })),
  );
}

/** An attempt at D18 in which the sign-ins are open, with as many rows as asked for. */
function* writeRecords(count: number) {
  const drill = readBundledDrill('D18');
  const path = `drills/${drill.slug}/evidence/logins.csv`;
  const kit = readKit(drill, { [path]: writeSignIns(drill.source.readText(path), count) });
  const deeds: readonly (readonly [at_s: number, deed: Deed])[] = [
    [0, { kind: 'started', data: {} }],
    [200, { kind: 'evidence_opened', data: { evidence } }],
    [300, { kind: 'paused', data: { reason: 'person' } }],
  ];
  const events = deeds.map(([at_s, deed], seq): AttemptEvent => ({
    ...deed,
    v: 1,
    attempt: 'bench',
    branch: 'main',
    seq,
    at_s,
    actor: 'responder',
  }));
  yield welcomed;
  yield storeKit(kit);
  yield* storeAttempt({ id: 'bench', drill, kit, events, at: '2026-11-25T10:00:00.000Z' });
}

/** The drill's own sign-ins, repeated with other ids and accounts. */
function writeSignIns(own: string, count: number): string {
  const [header = '', ...lines] = own.trimEnd().split('\n');
  const random = createRandomSource(1);
  const written = Array.from({ length: count }, (_, index) => {
    const cells = (lines[index % lines.length] ?? '').split(',');
    const account = `a-${10_000 + Math.floor(random.next() * 90_000)}`;
    return [`rq-${index}`, ...cells.slice(1, 3), account, ...cells.slice(4)].join(',');
  });
  return `${[header, ...written].join('\n')}\n`;
}
