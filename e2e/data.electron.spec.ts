import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { goTo, startDrill } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

test('what was played is exported, erased, and taken in again; a damaged file changes nothing', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page } = app;
  const play = readGoldenPlay('d01-key-in-a-public-repository');
  const whole = join(app.profileDir, 'whole.json');
  const damaged = join(app.profileDir, 'damaged.json');
  const room = new RoomPage(page, new Mouse(), play);
  await startDrill(page, room.hands, play.drill);
  await room.acknowledge('case');
  await page.locator('#field-notes').fill('The key was pushed at 08:51.');
  await page.locator('#field-notes').blur();
  await expect(page.getByText(/^saved \d+:\d\d ago/)).toBeVisible();

  await openSettings(page);
  await answerFileDialogs(app, { save: whole });
  await page.getByRole('button', { name: 'Export everything' }).click();
  await expect(page.getByText(`Everything was exported to ${whole}.`)).toBeVisible();
  const bytes = await readFile(whole, 'utf8');
  expect(bytes).toContain('The key was pushed at 08:51.');

  // The list names what goes, and nothing goes before the word is typed.
  await page.getByRole('button', { name: /^Erase everything/ }).click();
  const erase = page.getByRole('dialog', { name: 'Erase everything?' });
  // How far the clock had come is a draft of its own, which is there if the clock has run for long.
  await expect(erase.getByRole('listitem').filter({ hasNotText: 'draft' })).toHaveText([
    '1 attempt with its debrief',
    /^\d+ steps in them$/,
    '1 drill kept for replay',
    '1 set of settings',
    'The journal, every safe copy, and what was kept aside for recovery',
    'Packs that you installed, keys of others that you named, and your own key to sign with',
  ]);
  const agree = erase.getByRole('button', { name: 'Erase everything' });
  await expect(agree).toBeDisabled();
  await erase.getByLabel('Type “erase” to go on').fill('erase');
  await reloadBy(page, () => agree.click());

  // As on the first day: the first choices, and no remains of an attempt.
  await expect(erase).toHaveCount(0);
  await goTo(page, '#/today');
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('button', { name: /^Start drill/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Resume/ })).toHaveCount(0);
  await expect(page.getByText('Nothing yet. After a drill', { exact: false })).toBeVisible();

  await writeFile(damaged, bytes.replace('08:51', '08:52'));
  await openSettings(page);
  await answerFileDialogs(app, { open: damaged });
  await page.getByRole('button', { name: /^Import a file/ }).click();
  const fault = page.getByRole('alert');
  await expect(fault).toContainText('“damaged.json” cannot be imported: line');
  await expect(fault).toContainText('its checksum does not fit');
  await expect(fault).toContainText('Nothing was changed');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await answerFileDialogs(app, { open: whole });
  await page.getByRole('button', { name: /^Import a file/ }).click();
  const preview = page.getByRole('dialog', { name: 'Replace everything with this file?' });
  await expect(preview.getByRole('listitem').first()).toHaveText('1 attempt with its debrief');
  await reloadBy(page, () => preview.getByRole('button', { name: 'Replace everything' }).click());
  await expect(preview).toHaveCount(0);
  await goTo(page, '#/today');
  await page.getByRole('button', { name: /^Resume drill/ }).click();
  await expect(page.locator('#field-notes')).toHaveValue('The key was pushed at 08:51.');
  await expect(page.locator('[data-item=case]')).toContainText('You acknowledged it');

  await openSettings(page);
  await reloadBy(page, () => page.getByRole('button', { name: 'Undo the last import' }).click());
  await expect(page.getByRole('button', { name: 'Undo the last import' })).toHaveCount(0);
  await goTo(page, '#/history');
  await expect(page.getByText('There is none yet.', { exact: false })).toBeVisible();
});

async function openSettings(page: Page): Promise<void> {
  await goTo(page, '#/settings');
  await expect(page.getByRole('heading', { name: 'Data', exact: true })).toBeVisible();
}

/** Does what makes the page load itself anew, and waits until it has. */
async function reloadBy(page: Page, deed: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await deed();
  await loaded;
}
