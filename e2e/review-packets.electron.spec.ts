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
import { commentOn, openForReview, sendBack, sendToMentor } from './pages/reviews.page.ts';

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
    const message = 'Was my first update clear?';
    await sendToMentor(app, { name: 'Ana Beltran', message, path: packet });
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
    await expect(page.getByText(message)).toBeVisible();
    await expect(page.getByText(/You have not named this key/)).toBeVisible();
    await stepThrough(page);
    const decision = await commentOn(page, /^Comment on (?!sentence)/, 'Say what you ruled out.');
    await page
      .getByText(/^Comment on its sentences/)
      .first()
      .click();
    await commentOn(page, /^Comment on sentence 1 of/, 'Begin with what it means for them.');
    expect(await findFaultsInBothThemes(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Comment on sentence 2 of/ })
      .first()
      .click();
    await page.getByLabel('Comment', { exact: true }).fill('Half a thought');
    await mentor.relaunch();
    await goTo(mentor.page, '#/reviews');
    await mentor.page.getByRole('button', { name: /^Ana Beltran/ }).click();
    const unkept = mentor.page.getByLabel('Comment', { exact: true });
    await expect(unkept).toHaveValue('Half a thought');
    const button = /^Send 2 comments back/;
    await sendBack(mentor, { name: 'Mara Lind', button, path: review });
    const answered = await openReview(await readFile(review));
    if (!answered.ok) throw new Error(answered.fault.message);
    expect(answered.value.review.answers).toBe(sent.value.sha256);

    // The learner sees both where they belong.
    await openForReview(app, review);
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
