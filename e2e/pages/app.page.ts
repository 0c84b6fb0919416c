import { expect, type Page } from '@playwright/test';
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
