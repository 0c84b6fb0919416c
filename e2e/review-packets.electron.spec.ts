import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openPacket, openReview } from '../content/archive/open-packet.ts';
import { App, expect, test } from './fixtures/app.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { played, writePlayedExport } from './fixtures/played-export.ts';
import { goTo, restoreExport } from './pages/app.page.ts';

test('a learner sends an attempt, a mentor on another profile comments, and it stands in place', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-packets-'));
  const mentorFolder = await mkdtemp(join(tmpdir(), 'drillbook-mentor-'));
  const packet = join(folder, 'ana.drillpacket');
  const review = join(folder, 'mara.drillreview');
  const mentor = new App('electron', { profileDir: mentorFolder, launchArguments: [] });
  try {
    await writePlayedExport(join(folder, 'played.json'));
    await restoreExport(app, join(folder, 'played.json'));

    // The learner signs with a key that is made here.
    const learner = app.page;
    await goTo(learner, `#/debrief/${played.done}`);
    await learner.getByRole('button', { name: 'Send to a mentor' }).click();
    const dialog = learner.getByRole('dialog', { name: 'Send to a mentor' });
    await expect(dialog.getByText(/^1 attempt, no story/)).toBeVisible();
    await dialog.getByLabel('Message').fill('Was my first update clear?');
    await dialog.getByLabel('Your name').fill('Ana Beltran');
    await dialog.getByRole('button', { name: 'Make a key' }).click();
    await expect(dialog.getByText(/Your key: [0-9a-f]{4} /)).toBeVisible();
    await answerFileDialogs(app, { save: packet });
    await dialog.getByRole('button', { name: 'Save packet…' }).click();
    await expect(dialog).toHaveCount(0);
    const sent = await openPacket(await readFile(packet));
    if (!sent.ok) throw new Error(sent.fault.message);
    expect(sent.value.signature).toMatchObject({ kind: 'valid', author: 'Ana Beltran' });
    expect(sent.value.packet.stories).toEqual([]);

    // The mentor has never seen that attempt.
    await mentor.launch();
    const { page } = mentor;
    await page.getByRole('button', { name: 'Look around first' }).click();
    await page.getByRole('button', { name: 'Mentor reviews' }).click();
    await answerFileDialogs(mentor, { open: packet });
    await page.getByRole('button', { name: 'Open file…' }).click();
    await expect(page.getByRole('heading', { name: 'From Ana Beltran' })).toBeVisible();
    await expect(page.getByText('Was my first update clear?')).toBeVisible();
    await expect(page.getByText(/You have not named this key/)).toBeVisible();
    await stepThrough(page);
    const decision = await comment(page, /^Comment on (?!sentence)/, 'Say what you ruled out.');
    await page
      .getByText(/^Comment on its sentences/)
      .first()
      .click();
    await comment(page, /^Comment on sentence 1 of/, 'Begin with what it means for them.');
    expect(await findFaultsInBothThemes(page)).toEqual([]);
    await mentor.relaunch();
    await goTo(mentor.page, '#/reviews');
    await mentor.page.getByRole('button', { name: /^Ana Beltran/ }).click();
    await mentor.page.getByRole('button', { name: 'Send 2 comments back' }).click();
    const back = mentor.page.getByRole('dialog', { name: 'Send comments back' });
    await back.getByLabel('Your name').fill('Mara Lind');
    await answerFileDialogs(mentor, { save: review });
    await back.getByRole('button', { name: 'Save review…' }).click();
    await expect(back).toHaveCount(0);
    const answered = await openReview(await readFile(review));
    if (!answered.ok) throw new Error(answered.fault.message);
    expect(answered.value.review.answers).toBe(sent.value.sha256);

    // The learner sees both where they belong.
    await goTo(learner, '#/reviews');
    await answerFileDialogs(app, { open: review });
    await learner.getByRole('button', { name: 'Open file…' }).click();
    await expect(learner.getByText('Not signed: nothing tells who wrote it.')).toBeVisible();
    await expect(learner.getByText(/not sent from this computer/)).toHaveCount(0);
    await learner.getByRole('button', { name: /^Open debrief of / }).click();
    const place = learner.getByRole('list', { name: `Comments of a mentor: ${decision}` });
    await expect(place.getByText('Say what you ruled out.')).toBeVisible();
    await expect(learner.getByText('Begin with what it means for them.')).toBeVisible();

    // What was changed on its way is refused, and says so.
    const bytes = await readFile(review);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeTampered(app, bytes);
    await expect(learner.getByRole('alert')).toContainText('nothing of yours has changed', {
      ignoreCase: true,
    });
  } finally {
    await mentor.close();
    await rm(folder, { recursive: true, force: true });
    await rm(mentorFolder, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(mentor.faults).toEqual([]);
});

/** Two steps on and one back, with what stood before the learner. */
async function stepThrough(page: Page): Promise<void> {
  await page.getByText('Step by step', { exact: true }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByText(/^3 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Previous step' }).click();
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Messages that had arrived' })).toBeVisible();
  await page.getByText('Debrief', { exact: true }).click();
}

/** Writes a comment; returns what it stands beside. */
async function comment(page: Page, on: RegExp, text: string): Promise<string> {
  const button = page.getByRole('button', { name: on }).first();
  const about = ((await button.textContent()) ?? '').trim().replace(/^Comment\s*on\s+/, '');
  await button.click();
  await page.getByLabel('Comment', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Keep comment' }).click();
  await expect(page.getByText(text, { exact: true })).toBeVisible();
  return about;
}

/** Drops a file of these bytes on the place of reviews. */
async function writeTampered(app: App, bytes: Uint8Array): Promise<void> {
  await goTo(app.page, '#/reviews');
  const target = app.page.getByRole('region', { name: 'Mentor reviews' });
  await expect(target).toBeVisible();
  const transfer = await app.page.evaluateHandle(
    (numbers) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(numbers)], 'mara.drillreview'));
      return data;
    },
    [...bytes],
  );
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}
