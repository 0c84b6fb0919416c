import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../find-chromium.ts';
import { startPageServer } from '../serve/page-server.ts';
import { buildBenchPage } from './bench-page.ts';
import { writeCloudTrailLines } from './cloudtrail-events.ts';
import { askBench, loadChosenFile, watchPage } from './evidence-in-page.ts';
import { evidenceQueries } from './evidence-queries.ts';
import type { Figure, Measured } from './figure.ts';
import { NativeSqlite } from './native-sqlite.ts';
import { interleave, readMedian, readOnce } from './readings.ts';

const events = 1_000_000;
const turns = 5;
const mebibyte = 1024 * 1024;

/**
 * The evidence bench with a million CloudTrail events, in Chromium and under the app's policies, beside
 * the sqlite3 program with the same table.
 */
export const evidence: Figure = {
  name: 'evidence',
  window: false,
  measure: async ({ scratch, say }) => {
    const native = new NativeSqlite();
    let browser: Browser | null = null;
    let close = (): void => undefined;
    try {
      const file = join(scratch, 'trail.jsonl');
      say(`writing ${events.toLocaleString('en-GB')} events`);
      writeCloudTrailLines(file, events, 1);
      await buildBenchPage(join(scratch, 'page'));
      const started = await startPageServer(join(scratch, 'page'), 0);
      if (started.kind === 'taken') throw new Error('There is no free port.');
      close = started.server.close;
      browser = await chromium.launch(findChromium());
      const page = await browser.newPage();
      await page.goto(started.server.address);
      await page.locator('input').setInputFiles(file);
      await page.evaluate(watchPage);
      say('loading it into the bench');
      const loaded = await page.evaluate(loadChosenFile);
      if (loaded.rows !== events) throw new Error(`Only ${loaded.rows} events were read.`);
      say(`loading it into sqlite3 ${native.version}`);
      const nativeLoad = await native.load(file);
      const asked = await askAll(page, native, say);
      return [
        {
          title: '1,000,000 CloudTrail events loaded',
          reading: readOnce(loaded.ms, 'ms'),
          baseline: { name: 'sqlite3, imported through JSON', reading: readOnce(nativeLoad, 'ms') },
          limit: { of: 'ratio', kind: 'at_most', bound: 2 },
        },
        ...asked,
        ...(await readPage(browser, page, statSync(file).size / mebibyte)),
      ];
    } finally {
      native.close();
      await browser?.close();
      close();
    }
  },
};

async function askAll(
  page: Page,
  native: NativeSqlite,
  say: (text: string) => void,
): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const [name, sql] of evidenceQueries) {
    say(name);
    let ours = '';
    let theirs = '';
    const { a, b } = await interleave(
      turns,
      async () => {
        const { ms, rows } = await page.evaluate(askBench, sql);
        ours = rows.map((row) => row.join('|')).join('\n');
        return ms;
      },
      async () => {
        const { ms, text } = await native.query(sql);
        theirs = text.trim();
        return ms;
      },
    );
    if (ours !== theirs) throw new Error(`${name}: the two answers differ.`);
    all.push({
      title: `query: ${name}`,
      reading: readMedian(a, 'ms'),
      baseline: { name: 'sqlite3', reading: readMedian(b, 'ms') },
      limit: { of: 'ratio', kind: 'at_most', bound: 3 },
    });
  }
  const mean = (values: readonly number[]): number =>
    Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  return [
    ...all,
    {
      title: 'the five queries, geometric mean',
      reading: readOnce(mean(all.map(({ reading }) => reading.value)), 'ms'),
      baseline: {
        name: 'sqlite3',
        reading: readOnce(mean(all.map(({ baseline }) => baseline.reading.value)), 'ms'),
      },
      limit: { of: 'ratio', kind: 'at_most', bound: 2 },
    },
  ];
}

/** How long the page was held up, and how much its process has for itself. */
async function readPage(
  browser: Browser,
  page: Page,
  fileSize: number,
): Promise<readonly Measured[]> {
  const { tasks, pause } = await page.evaluate(() => ({
    tasks: window.longTasks ?? [],
    pause: window.longestPause ?? 0,
  }));
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const own = renderers.map(({ id }) => readPrivate(id));
  return [
    {
      title: 'longest task of the page meanwhile',
      // What is under 50 ms the browser does not report: then the longest pause is the bound for it.
      reading: readOnce(tasks.length > 0 ? Math.max(...tasks) : Math.min(50, pause), 'ms'),
      baseline: { name: 'longest pause of its loop', reading: readOnce(pause, 'ms') },
      limit: { of: 'value', kind: 'at_most', bound: 50 },
    },
    {
      title: 'memory of the page and its worker',
      reading: readOnce(Math.max(...own), 'MiB'),
      baseline: { name: 'the file', reading: readOnce(fileSize, 'MiB') },
      // SQLite's own memory ends at 2 GiB.
      limit: { of: 'value', kind: 'at_most', bound: 2_300 },
    },
  ];
}

/** MiB that only this process has; 0 on a system that does not say so in a file. */
function readPrivate(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const all = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
    return all.reduce((sum, [, kibibytes]) => sum + Number(kibibytes), 0) / 1024;
  } catch {
    return 0;
  }
}
