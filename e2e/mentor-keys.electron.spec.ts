import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { soundPacket } from '../content/archive/testing/sound-packet.ts';
import { writePacketArchive } from '../content/archive/write-packet.ts';
import { writePacketFiles } from '../content/engine/packet/write-packet.ts';
import { expect, test } from './fixtures/app.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { MentorFolder } from './fixtures/mentor-folder.ts';
import { PacksPage } from './pages/packs.page.ts';

/** The mentor's places by the keyboard alone: no pointer is moved in this file. */

/** Tab, until what is meant has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false))
      return;
  }
  throw new Error(`Tab never came to ${String(wanted)}.`);
}

test('a pack is installed, its key named, switched off, removed and brought back by keys', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  const folder = join(app.profileDir, 'mentor');
  await mkdir(folder, { recursive: true });
  const mentor = new MentorFolder(folder);
  mentor.begin('team', 'first-drill');
  mentor.makeKey('mentor.key');
  const file = mentor.sign('team', 'mentor.key', 'first.drillpack');
  await tabTo(page, page.getByRole('button', { name: 'Look around first' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+5');
  await expect(page.getByRole('heading', { name: 'Packs', level: 1 })).toBeVisible();
  const packs = new PacksPage(page);
  await tabTo(page, page.getByRole('button', { name: 'Install a pack…' }));
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await asked).setFiles(file);
  await expect(packs.preview).toBeVisible();
  // Esc closes it, and the focus is back where it was.
  await page.keyboard.press('Escape');
  await expect(packs.preview).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Install a pack…' })).toBeFocused();
  const again = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await again).setFiles(file);
  await tabTo(page, packs.preview.getByRole('button', { name: 'Install', exact: true }));
  await page.keyboard.press('Enter');
  await expect(packs.preview).toHaveCount(0);

  const name = packs.chosen.getByLabel('Name of whoever holds this key');
  await tabTo(page, name);
  await page.keyboard.insertText('Ada, in person');
  await page.keyboard.press('Enter');
  await expect(packs.chosen).toContainText('Signed by Ada, in person');
  await tabTo(page, packs.chosen.getByRole('checkbox', { name: 'Show its drills' }));
  await page.keyboard.press('Space');
  await expect(packs.list).toContainText('switched off');
  await tabTo(page, packs.chosen.getByRole('button', { name: 'Remove this pack' }));
  await page.keyboard.press('Enter');
  await expect(packs.list).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'Bring it back' }));
  await page.keyboard.press('Enter');
  await expect(packs.list).toBeVisible();
});

test('a packet is opened, commented on and sent back by keys', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-keys-'));
  try {
    const packet = join(folder, 'ana.drillpacket');
    await writeFile(packet, writePacketArchive('packet', 'p-1', writePacketFiles(soundPacket())));
    await tabTo(page, page.getByRole('button', { name: 'Look around first' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+6');
    await answerFileDialogs(app, { open: packet, save: join(folder, 'mara.drillreview') });
    await tabTo(page, page.getByRole('button', { name: 'Open file…' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'From Ana Beltran' })).toBeVisible();
    const comment = page.getByRole('button', { name: /^Comment on How serious/ });
    await expect(comment).toBeVisible();
    await tabTo(page, comment);
    await page.keyboard.press('Enter');
    const text = page.getByLabel('Comment', { exact: true });
    if (!(await text.evaluate((element) => element === document.activeElement)))
      await tabTo(page, text);
    await page.keyboard.insertText('Say what you ruled out.');
    await tabTo(page, page.getByRole('button', { name: 'Keep comment' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Send 1 comment back/ }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Send comments back' });
    await tabTo(page, dialog.getByLabel('Your name'));
    await page.keyboard.insertText('Mara Lind');
    await tabTo(page, dialog.getByRole('button', { name: 'Save review…' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/^Sent back/)).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
