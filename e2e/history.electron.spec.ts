import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { played, writePlayedExport } from './fixtures/played-export.ts';
import { goTo, restoreExport } from './pages/app.page.ts';

test('an attempt is reopened, begun again, abandoned, deleted and brought back', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-played-'));
  try {
    await writePlayedExport(join(folder, 'played.json'));
    await restoreExport(app, join(folder, 'played.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  // Reopened where it was paused.
  await open(page, 'D18');
  await page.getByRole('button', { name: 'Resume drill' }).click();
  await expect(page).toHaveURL(new RegExp(`#/room/${played.paused}$`));
  await expect(page.locator('#pane-clock .clock')).toHaveText(/^T\+00:0[2-9]/);
  await expect(page.locator('#pane-clock').getByText('Paused', { exact: true })).toBeVisible();

  // A debrief can be read as often as one likes.
  await open(page, 'D01');
  await page.getByRole('button', { name: 'Open debrief' }).click();
  await expect(page.getByRole('heading', { name: /^Score by part/ })).toBeVisible();

  // The same drill again is another one: other names, by another seed.
  const briefs = new Set<string>();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await open(page, 'D01', 'Finished');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.locator('#pane-clock .clock')).toBeVisible();
    briefs.add(await readBrief(page));
  }
  expect(briefs.size).toBe(2);
  await open(page, 'D01', 'Finished');
  await expect(rows(page)).toHaveCount(5);

  // Abandoned: asked first, then kept without a debrief.
  await open(page, 'D18');
  await page.getByRole('button', { name: /^Abandon attempt/ }).click();
  const ask = page.getByRole('dialog', { name: 'Abandon this attempt?' });
  await ask.getByRole('button', { name: 'Abandon attempt' }).click();
  await expect(ask).toHaveCount(0);
  await expect(row(page, 'D18')).toContainText('Abandoned');
  await expect(page.getByRole('button', { name: /^Resume drill/ })).toHaveCount(0);

  // Deleted, and brought back whole.
  await open(page, 'D01', 'Finished');
  await page.getByRole('button', { name: 'Delete attempt' }).click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(5);
  await open(page, 'D01', 'Finished');
  await page.getByRole('button', { name: 'Open debrief' }).click();
  await expect(page.getByRole('heading', { name: /^Score by part/ })).toBeVisible();
  await expect(page.locator('[data-part]')).not.toHaveCount(0);
});

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Attempts' }).getByRole('row').filter({ hasText: /D\d\d/ });
}
function row(page: Page, code: string, state = ''): Locator {
  return rows(page).filter({ hasText: code }).filter({ hasText: state }).first();
}

/** Opens the row of an attempt in History, so that what can be done with it is there. */
async function open(page: Page, code: string, state = ''): Promise<void> {
  await goTo(page, '#/history');
  await row(page, code, state).click();
  await expect(page.getByRole('button', { name: 'Delete attempt' })).toBeVisible();
}

/** The brief with all the people in it; D01 chooses their names by the seed of the attempt. */
async function readBrief(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Brief' }).click();
  return page.getByRole('tabpanel', { name: 'Brief' }).innerText();
}
