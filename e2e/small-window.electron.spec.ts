import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures/app.ts';
import { findLayoutFaults } from './fixtures/layout-faults.ts';
import { played, writePlayedExport } from './fixtures/played-export.ts';
import { resize, smallWindow, usualWindow, zoomedWindow } from './fixtures/window-size.ts';
import { goTo, restoreExport, runFromPalette } from './pages/app.page.ts';
import { StoriesPage } from './pages/stories.page.ts';

/** Nothing is cut off and no text scrolls sideways, on any screen, however little room there is. */
const sizes = [
  { ...smallWindow, text: 100 },
  { ...smallWindow, text: 150 },
  { ...zoomedWindow, text: 100 },
  { ...usualWindow, text: 150 },
] as const;

test('nothing is cut off in small windows or with large text', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-played-'));
  const found: Record<string, readonly string[]> = {};
  try {
    await writePlayedExport(join(folder, 'played.json'));
    await restoreExport(app, join(folder, 'played.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const { text, ...size } of sizes) {
    await resize(app, size);
    await runFromPalette(page, `text size ${String(text)}`, `Set text size to ${String(text)} %`);
    await expect(page.locator('html')).toHaveAttribute(
      'style',
      new RegExp(`--text-size: ?${String(text)}`),
    );
    for (const [state, show] of Object.entries(screens)) {
      await show(app);
      const faults = await findLayoutFaults(page);
      if (faults.length > 0)
        found[`${state}, ${String(size.width)} wide, ${String(text)} %`] = faults;
    }
  }
  expect(found).toEqual({});
});

type Show = (app: App) => Promise<void>;

const at =
  (hash: string, sign: string): Show =>
  async ({ page }) => {
    await goTo(page, hash);
    await expect(page.locator(sign).first()).toBeVisible();
  };

const screens: Readonly<Record<string, Show>> = {
  'first choices': at('#/welcome', '#welcome-title'),
  Today: at('#/today', '#path-title'),
  Drills: at('#/drills', '#drills-title'),
  'a drill': at('#/drills/d20-two-disks-down', '.pane h2'),
  History: at('#/history', '#history-title'),
  Settings: at('#/settings', '#diagnostic-title'),
  'a story': async ({ page }) => {
    const stories = new StoriesPage(page);
    await stories.begin('The service that moved first');
    await stories.text.fill(
      'I moved one service, and showed the lead what came of it. '.repeat(40),
    );
    await expect(page.getByRole('contentinfo')).toContainText('Every step saved');
  },
  'the coverage': at('#/stories/coverage', 'h1'),
  'the practice': at('#/stories/practice', 'h1'),
  'the loop': at('#/stories/loop', 'h1'),
  'the evidence of practice': at('#/stories/readiness', 'h1'),
  Packs: at('#/packs', '#packs-title'),
  'Mentor reviews': at('#/reviews', 'h1'),
  glossary: async ({ page }) => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Glossary' })).toBeVisible();
  },
  'the drill room': async (app) => {
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await at(`#/room/${played.paused}`, '#pane-clock .clock')(app);
  },
  'the evidence': async ({ page }) => {
    await page.locator('main').focus();
    await page.keyboard.press('e');
    await page.keyboard.press('Home');
    await expect(page.getByRole('tabpanel', { name: 'Brief' })).toBeVisible();
  },
  'the notebook': async ({ page }) => {
    await page.locator('main').focus();
    await page.keyboard.press('n');
    await expect(page.locator('#field-notes')).toBeVisible();
  },
  'a decision': async ({ page }) => {
    await page.locator('main').focus();
    await page.keyboard.press('d');
    await expect(page.locator('#pane-dock')).toBeVisible();
  },
  'the debrief': at(`#/debrief/${played.done}`, '.debrief h1'),
};
