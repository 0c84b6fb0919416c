import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { driveDrillbook, goTo, waitForToday } from '../profile/drive-app.ts';
import { prepareProfile, todayIsThere } from '../profile/prepared-profile.ts';
import type { Figure } from './figure.ts';
import { writeAttempts } from './many-attempts.ts';
import { measureStart } from './measure-start.ts';
import { needApp } from './need-app.ts';
import { readMedian } from './readings.ts';

const turns = 5;
const few = 10;
const many = 100_000;
/** Lists read no logs, so that few events stand for many. */
const eventsEach = 2;

/** Start and history with more attempts than anybody will ever make. */
export const decadesOfAttempts: Figure = {
  name: 'decades-of-attempts',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const { scratch, say } = surroundings;
    const starts: Record<string, number[]> = { few: [], many: [] };
    const pages: Record<string, number[]> = { few: [], many: [] };
    const again: Record<string, number[]> = { few: [], many: [] };
    for (const [name, count] of [
      ['few', few],
      ['many', many],
    ] as const) {
      say(`storing ${count} attempts`);
      const profile = join(scratch, name);
      await prepareProfile(profile, writeAttempts(count, eventsEach));
      // The first start builds the working copy; only later ones are like every day's.
      const built = await driveDrillbook(app, profile);
      await built.close();
      for (let turn = 0; turn < turns; turn += 1) {
        starts[name]?.push(await measureStart({ ...app, profile, usable: todayIsThere }));
        const driven = await driveDrillbook(app, profile);
        pages[name]?.push(await measureHistory(driven.page));
        // The others are read by now, or are read here: they are counted above the list.
        const counted = driven.page.getByText(count.toLocaleString('en-GB'), { exact: true });
        await counted.waitFor({ timeout: 120_000 });
        await goTo(driven.page, '#/today');
        await waitForToday(driven.page);
        again[name]?.push(await measureHistory(driven.page));
        await driven.close();
      }
    }
    const baseline = (values: Record<string, number[]>) => ({
      name: 'the same with 10 attempts',
      reading: readMedian(values['few'] ?? [], 'ms'),
    });
    return [
      {
        title: 'first screen with 100,000 attempts stored',
        reading: readMedian(starts['many'] ?? [], 'ms'),
        baseline: baseline(starts),
        limit: { of: 'value', kind: 'at_most', bound: 2_000 },
      },
      {
        title: 'history page with 100,000 attempts stored, right after the start',
        reading: readMedian(pages['many'] ?? [], 'ms'),
        baseline: baseline(pages),
        limit: { of: 'value', kind: 'at_most', bound: 150 },
      },
      {
        title: 'history page with 100,000 attempts stored, once all are read',
        reading: readMedian(again['many'] ?? [], 'ms'),
        baseline: baseline(again),
        limit: { of: 'value', kind: 'at_most', bound: 150 },
      },
    ];
  },
};

/** Milliseconds from the wish to see the history to the frame with its newest attempts. */
function measureHistory(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const look = (): void => {
          const row = document.querySelector('[role=grid][aria-label=Attempts] [role=gridcell]');
          if (row === null) requestAnimationFrame(look);
          // After the frame that shows it.
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun), 0));
        };
        location.hash = '#/history';
        requestAnimationFrame(look);
      }),
  );
}
