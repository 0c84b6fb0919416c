import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { askPage, readAsked, watchAsking } from './fixtures/main-process.ts';
import { startDrill } from './pages/app.page.ts';

const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

const notes = `document.querySelector('#field-notes')`;

/** What the app promises: nothing that was typed longer ago than this is lost with its process. */
const promised_ms = 1000;

interface TypedWord {
  readonly word: string;
  /** How long before the kill the page had taken it. */
  readonly age_ms: number;
}

/** Types words into the notes without a rest, waits, and kills the page's process. */
function typeAndKill(
  electron: ElectronApplication,
  typing: {
    readonly words: readonly string[];
    /** Between two words. */
    readonly gap_ms: number;
    /** After the last one. */
    readonly wait_ms: number;
  },
): Promise<{ readonly typed: readonly TypedWord[]; readonly resting: boolean }> {
  return electron.evaluate(async ({ BrowserWindow }, { words, gap_ms, wait_ms }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('There is no window.');
    const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const taken: { word: string; at_ms: number }[] = [];
    for (const word of words) {
      await contents.insertText(word);
      taken.push({ word, at_ms: Date.now() });
      await rest(gap_ms);
    }
    const resting = (await contents.executeJavaScript(
      `document.body.innerText.includes('saving when you pause')`,
    )) as boolean;
    await rest(wait_ms);
    contents.forcefullyCrashRenderer();
    const now_ms = Date.now();
    return {
      typed: taken.map(({ word, at_ms }) => ({ word, age_ms: now_ms - at_ms })),
      resting,
    };
  }, typing);
}

/** How many of the words, in their order, a text holds behind what was there before; -1: it is another text. */
function countKept(text: string, before: string, typed: readonly TypedWord[]): number {
  return Array.from({ length: typed.length + 1 }, (_, count) => count).findLastIndex(
    (count) =>
      text ===
      before +
        typed
          .slice(0, count)
          .map(({ word }) => word)
          .join(''),
  );
}

test('the page’s process is killed while one writes, and all but the last second is there', async ({
  app,
}) => {
  const crashes = full ? 50 : 5;
  test.setTimeout(60_000 + crashes * 20_000);
  const { electron } = app;
  await startDrill(app.page, new Mouse(), readGoldenPlay('d01-key-in-a-public-repository').drill);
  await expect(app.page.locator('#field-notes')).toBeVisible();
  await watchAsking(electron, 0);
  let written = '';
  let all = 0;
  let kept = 0;
  let oldestLost_ms = 0;
  for (let crash = 1; crash <= crashes; crash += 1) {
    await askPage(electron, `${notes}.focus(); ${notes}.setSelectionRange(1e6, 1e6)`);
    // Of every pace and rest, so that the kill comes at any moment between two saves.
    const gap_ms = 60 + ((crash * 53) % 130);
    const length = Math.ceil(1300 / gap_ms) + (crash % 7);
    const words = Array.from({ length }, (_, index) => `word ${index} of ${crash}; `);
    const wait_ms = (crash * 617) % 1001;
    const { typed, resting } = await typeAndKill(electron, { words, gap_ms, wait_ms });
    // It is no event of the attempt yet: that needs a longer rest, and none was given.
    expect(resting).toBe(true);
    const due = typed.filter(({ age_ms }) => age_ms >= promised_ms).length;
    expect(due).toBeGreaterThan(0);
    await expect
      .poll(async () => (await readAsked(electron)).dialogs.length, { timeout: 20_000 })
      .toBe(crash);
    const resume = `[...document.querySelectorAll('button')].find((one) => /^Resume/.test(one.innerText.trim()))`;
    await expect
      .poll(() => askPage(electron, `${notes} !== null || (${resume}?.click(), false)`), {
        timeout: 30_000,
      })
      .toBe(true);
    let found = '';
    await expect
      .poll(
        async () => {
          found = String(await askPage(electron, `${notes}?.value`));
          return countKept(found, written, typed);
        },
        { message: `words kept of ${JSON.stringify(typed)}` },
      )
      .toBeGreaterThanOrEqual(due);
    const count = countKept(found, written, typed);
    all += typed.length;
    kept += count;
    oldestLost_ms = Math.max(oldestLost_ms, typed[count]?.age_ms ?? 0);
    written = found;
  }
  const { dialogs } = await readAsked(electron);
  expect(dialogs[0]).toMatch(/The Drillbook window has stopped\n.*What was saved is safe/);
  console.log(
    `figure: page killed ${crashes} times while writing, 0 lost of what was typed a second before; ${kept} of ${all} words back, the oldest lost ${oldestLost_ms} ms old`,
  );
  app.faults.length = 0;
});
