import { expect, type Page } from '@playwright/test';
import type { App } from '../fixtures/app.ts';
import { chooseFile } from '../fixtures/choose-file.ts';
import type { Hands } from '../fixtures/hands.ts';

/** From the first choices of a fresh profile into the room of a drill, without the guide. */
export async function startDrill(
  page: Page,
  hands: Hands,
  drill: { readonly id: string; readonly title: string },
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  await hands.press(page.getByRole('button', { name: 'Look around first' }));
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await expect(palette).toBeFocused();
  await page.keyboard.insertText(drill.title);
  // "Start …" may stand above it: this one leads to where the drill is described.
  const option = page.getByRole('option').filter({ hasText: `${drill.id}, ` });
  for (
    let step = 0;
    step < 20 && (await option.getAttribute('aria-selected')) !== 'true';
    step += 1
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`^${drill.id} · pack`))).toBeVisible();
  await hands.press(page.getByRole('button', { name: /^Start drill/ }));
  const guide = page.getByRole('dialog', { name: 'What comes in' });
  await expect(guide).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(guide).toHaveCount(0);
}

/** The figures of each part, as the debrief shows them. */
export async function readDebrief(
  page: Page,
  title: string,
): Promise<readonly { readonly earned: number; readonly possible: number }[]> {
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Score by part/ })).toBeVisible();
  const figures = await page.locator('[data-part] h3 .figure').allTextContents();
  return figures.map((figure) => {
    const [earned = 0, possible = 0] = figure.split(' of ').map(Number);
    return { earned, possible };
  });
}

/** Opens what the palette finds for these words, by keys alone. */
export async function runFromPalette(
  page: Page,
  words: string,
  title: string | RegExp,
): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.insertText(words);
  const option = page.getByRole('option', { name: title }).first();
  await expect(option).toBeVisible();
  for (
    let step = 0;
    step < 40 && (await option.getAttribute('aria-selected')) !== 'true';
    step += 1
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
}

/** Goes to a place as the window's own "back" would: `#/drills`. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** From the first choices of a fresh profile: takes an export in, and stands on Today. */
export async function restoreExport(app: App, path: string): Promise<void> {
  await chooseFile(app, path, () =>
    app.page.getByRole('button', { name: 'Restore a backup' }).click(),
  );
  const preview = app.page.getByRole('dialog', { name: 'Replace everything with this file?' });
  await preview.getByRole('button', { name: 'Replace everything' }).click();
  await expect(preview).toHaveCount(0);
  await expect(app.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await goTo(app.page, '#/today');
  await expect(app.page.getByRole('button', { name: /^Resume drill/ })).toBeVisible();
}
