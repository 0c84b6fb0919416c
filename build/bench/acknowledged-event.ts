import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import { driveDrillbook, goTo } from '../profile/drive-app.ts';
import { prepareProfile, welcomed } from '../profile/prepared-profile.ts';
import { readKit, storeAttempt, storeKit } from '../profile/stored-attempt.ts';
import type { Figure, Reading } from './figure.ts';
import { playLong } from './long-log.ts';
import { needApp } from './need-app.ts';
import { findQuantile, interleave } from './readings.ts';

const presses = 300;
const attempt = 'bench';
/** Bytes of an average line of the journal. */
const lineLength = 1_800;

/**
 * From a key press in the drill room to the end of the strict transaction that follows the journal,
 * beside one appended and fsynced line in Node on the same disk.
 */
export const acknowledgedEvent: Figure = {
  name: 'acknowledged-event',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const profile = join(surroundings.scratch, 'profile');
    const drill = readBundledDrill('D01');
    const kit = readKit(drill);
    const events = playLong(drill.prepared, 1, 10);
    const at = new Date().toISOString();
    await prepareProfile(profile, [
      welcomed,
      storeKit(kit),
      ...storeAttempt({ id: attempt, drill, kit, events, at }),
    ]);
    const { page, close } = await driveDrillbook(app, profile);
    try {
      await goTo(page, `#/room/${attempt}`);
      await page.locator('#pane-bench').waitFor();
      await watchCommits(page);
      const file = openSync(join(profile, 'bare-append'), 'a');
      const line = Buffer.alloc(lineLength, 'x');
      const { a, b } = await interleave(
        presses,
        () => pressAndWait(page),
        () => {
          const begun = performance.now();
          writeSync(file, line);
          fdatasyncSync(file);
          return performance.now() - begun;
        },
      );
      closeSync(file);
      return [
        {
          title: 'an acknowledged event, 95th percentile',
          reading: readSlow(a),
          baseline: { name: 'a bare fsynced append in Node', reading: readSlow(b) },
          limit: { of: 'value', kind: 'at_most', bound: 25 },
        },
      ];
    } finally {
      await close();
    }
  },
};

function readSlow(values: readonly number[]): Reading {
  return {
    value: findQuantile(values, 0.95),
    least: Math.min(...values),
    most: Math.max(...values),
    unit: 'ms',
  };
}

declare global {
  interface Window {
    /** Resolves, after the next key press, to the milliseconds until its event was safe. */
    nextCommit?: Promise<number>;
    /** Begins to wait for the next commit. */
    awaitCommit?: () => void;
  }
}

/** Listens, in the page, to key presses and to the transactions that hold events. */
async function watchCommits(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressed = 0;
    let tell: (ms: number) => void = () => undefined;
    addEventListener(
      'keydown',
      () => {
        pressed = performance.now();
      },
      { capture: true },
    );
    window.awaitCommit = () => {
      window.nextCommit = new Promise((resolve) => {
        tell = resolve;
      });
    };
    // Dexie keeps hold of the database's own method, but asks each transaction for its stores.
    const find = Reflect.get(IDBTransaction.prototype, 'objectStore');
    IDBTransaction.prototype.objectStore = function (name) {
      if (this.mode === 'readwrite' && name === 'events') {
        if (this.durability !== 'strict') throw new Error('A transaction is not strict.');
        this.addEventListener(
          'complete',
          () => {
            tell(performance.now() - pressed);
          },
          { once: true },
        );
      }
      return find.call(this, name);
    };
  });
}

/** Pauses the clock or lets it run: one event each time. */
async function pressAndWait(page: Page): Promise<number> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.awaitCommit?.();
  });
  await page.keyboard.press('Space');
  return page.evaluate(() => window.nextCommit ?? Promise.reject(new Error('Nothing is watched.')));
}
