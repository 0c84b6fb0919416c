import { expect, type Page } from '@playwright/test';
import type { App } from '../fixtures/app.ts';
import { answerFileDialogs } from '../fixtures/choose-file.ts';
import { goTo } from './app.page.ts';

/** Sends the attempt whose debrief is open, signed with a key that is made for it. */
export async function sendToMentor(
  app: App,
  { name, message, path }: { name: string; message: string; path: string },
): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Send to a mentor' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to a mentor' });
  await expect(dialog.getByText(/^1 attempt, no story/)).toBeVisible();
  await dialog.getByLabel('Message').fill(message);
  await dialog.getByLabel('Your name').fill(name);
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await expect(dialog.getByText(/Your key: [0-9a-f]{4} /)).toBeVisible();
  await answerFileDialogs(app, { save: path });
  await dialog.getByRole('button', { name: 'Save packet…' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Opens a packet or a review at Mentor reviews. */
export async function openForReview(app: App, path: string): Promise<void> {
  await goTo(app.page, '#/reviews');
  await answerFileDialogs(app, { open: path });
  await app.page.getByRole('button', { name: 'Open file…' }).click();
}

/** Writes a comment; returns what it stands beside. */
export async function commentOn(page: Page, on: RegExp, text: string): Promise<string> {
  const button = page.getByRole('button', { name: on }).first();
  const about = ((await button.textContent()) ?? '').trim().replace(/^Comment\s*on\s+/, '');
  await button.click();
  await page.getByLabel('Comment', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Keep comment' }).click();
  await expect(page.getByText(text, { exact: true })).toBeVisible();
  return about;
}

/** Sends back what was written to the packet that is open. */
export async function sendBack(
  app: App,
  { name, button, path }: { name: string; button: RegExp; path: string },
): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: 'Send comments back' });
  await dialog.getByLabel('Your name').fill(name);
  await answerFileDialogs(app, { save: path });
  await dialog.getByRole('button', { name: 'Save review…' }).click();
  await expect(dialog).toHaveCount(0);
}
