import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import { goTo } from './pages/app.page.ts';
import { StoriesPage } from './pages/stories.page.ts';

// A microphone that beeps. The app's own handler is what lets the page use it.
test.use({ launchArguments: ['--use-fake-device-for-media-stream'] });

/** Only "we", no figure, no other way, no lesson. */
const thin =
  'We had some issues with a deploy key in our tracking service. We discussed it in the team and we decided that something should be done about it. We worked hard on the problem together and we handled it well. In the end everybody was happy with it and we got good feedback from the other teams.';
/** The same again, as what the score named asks for. */
const better = [
  'In March 2025 I was on call for parcel tracking when a scan showed that one deploy key had no owner and that six services could use it.',
  'My task was to get it out of use before the peak season in five weeks.',
  'I read 30 days of audit logs and found that only four of the six services still used it. I proposed short-lived roles instead of a rotation, because a rotated shared key would have been shared again. The release lead disagreed, so I moved one low-risk service first and showed him the result.',
  'Nine days before peak the key was gone. Long-lived keys went from 6 to 0 in five weeks, measured in the audit log.',
  'I had asked too late who owned it. I learned that a thing without an owner needs a name first, and since then I name the person and the date in every finding.',
].join('\n\n');

test('a new candidate writes, sees it marked, lifts the score, practises aloud, covers, plans, and keeps it all', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const { page } = app;
  const stories = new StoriesPage(page);
  const whole = join(app.profileDir, 'whole.json');
  await page.getByRole('button', { name: 'Look around first' }).click();

  // From nothing: a title, a principle, a text; its sentences get their roles, it gets its score.
  await stories.begin('The deploy key nobody owned');
  await stories.addPrinciple('Ownership');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Growth' });
  await stories.text.fill(thin);
  await expect(stories.dimension('Own action')).toBeVisible();
  await expect(stories.sentences).not.toHaveCount(0);
  const parts = ['Specificity', 'Own action', 'Judgement', 'Evidence of result', 'Reflection'];
  const before = new Map<string, number>();
  for (const part of parts) before.set(part, await stories.readFigure(part));
  expect(before.get('Own action')).toBeLessThan(3);

  // What would lift a part is said; done, the parts rise.
  await stories.dimension('Own action').click();
  await expect(page.getByText('What would lift this by one')).toBeVisible();
  await stories.text.fill(better);
  for (const part of parts) {
    await expect
      .poll(() => stories.readFigure(part), { message: `${part} rises` })
      .toBeGreaterThan((before.get(part) ?? 5) + 0.5);
  }
  await expect(stories.sentences.filter({ hasText: /^Result: .*6 to 0/ })).toHaveCount(1);
  await expect(stories.sentences.filter({ hasText: /^Action: I read 30 days/ })).toHaveCount(1);

  // The same story aloud: consent, a recording, the words typed beside it, probes, the result.
  await practiseAloud(page);

  // The matrix: practised for Ownership; tied to a second principle by one key.
  await stories.open('coverage');
  const cell = stories.row('Ownership').getByRole('gridcell').first();
  await expect(cell).toContainText(/(strong|good|usable|thin), \d\.\d; lowest: /);
  await stories.row('Dive Deep').getByRole('gridcell').first().click();
  await page.keyboard.press('t');
  await expect(stories.row('Dive Deep').getByRole('gridcell').first()).toContainText('as written');
  expect(await findFaultsInBothThemes(page)).toEqual([]);
  await page
    .getByRole('button', { name: 'Start a story for Frugality' })
    .or(page.getByRole('button', { name: /^Show all \d+$/ }))
    .first()
    .click();
  const start = page.getByRole('button', { name: 'Start a story for Frugality' });
  await start.click();
  await stories.title.fill('One bill less');

  // The loop: a suggestion that tells no story twice, each with its reason, and a choice that stays.
  await stories.open('loop');
  const first = stories.interviewer('Interviewer 1');
  await page.getByRole('button', { name: /^Suggest stories/ }).click();
  await expect(first.getByLabel('2. Ownership')).toHaveValue(/.+/);
  await first.getByText(/^Why this/).click();
  await expect(first.getByText(/^For Ownership: /)).toBeVisible();
  const second = stories.interviewer('Interviewer 2');
  await second.getByLabel('First principle').selectOption({ label: 'Frugality' });
  await second
    .getByLabel('1. Frugality')
    .selectOption({ label: 'One bill less (tied, and not told yet)' });
  // Another interviewer was to hear it: the collision is said, and thought over by a new suggestion.
  const twice = page.getByRole('region', { name: 'Told twice' });
  await expect(twice).toContainText('One bill less: 2 times, Interviewer 2 and Interviewer 5.');
  await page.getByRole('button', { name: /^Suggest stories/ }).click();
  await expect(twice).toContainText('No story is told twice.');
  await expect(stories.interviewer('Interviewer 5')).toContainText(
    'Every story that is tied to Frugality is told elsewhere in this loop.',
  );
  expect(await findFaultsInBothThemes(page)).toEqual([]);

  // Evidence: what was done, and no word of what will be.
  await stories.open('readiness');
  await expect(page.getByRole('row', { name: /^Ownership/ })).toContainText(
    '1 answer, 1 question, 1 spoken',
  );
  await expect(page.getByText('no score is a prediction')).toBeVisible();

  // Out to a file, all erased, in again, all there.
  await openSettings(page);
  await page.getByRole('checkbox', { name: 'With recordings' }).check();
  await answerFileDialogs(app, { save: whole });
  await page.getByRole('button', { name: 'Export everything' }).click();
  await expect(page.getByText(`Everything was exported to ${whole}.`)).toBeVisible();
  expect(await readFile(whole, 'utf8')).toContain('Long-lived keys went from 6 to 0');
  await page.getByRole('button', { name: /^Erase everything/ }).click();
  const erase = page.getByRole('dialog', { name: 'Erase everything?' });
  await erase.getByLabel('Type “erase” to go on').fill('erase');
  await reloadBy(page, () => erase.getByRole('button', { name: 'Erase everything' }).click());
  await goTo(page, '#/today');
  await page.getByRole('button', { name: 'Look around first' }).click();
  await stories.open('bank');
  await expect(page.getByRole('heading', { name: 'Your first story' })).toBeVisible();

  await openSettings(page);
  await answerFileDialogs(app, { open: whole });
  await page.getByRole('button', { name: /^Import a file/ }).click();
  const preview = page.getByRole('dialog', { name: 'Replace everything with this file?' });
  await reloadBy(page, () => preview.getByRole('button', { name: 'Replace everything' }).click());
  await findAllAgain(page);

  // And after the app was closed and opened.
  await findAllAgain(await app.relaunch());
});

/** From the open story: its question recorded and written down, probes answered, the result seen. */
async function practiseAloud(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Practise/ }).click();
  await page.getByRole('list', { name: 'Questions' }).getByRole('button').first().click();
  await page.getByRole('button', { name: /^Begin/ }).click();
  await page.getByRole('button', { name: /^Answer now/ }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Agree and record' }).click();
  await expect(page.getByText('Recording', { exact: true })).toBeVisible();
  await expect(page.getByText(/^0:0[1-9]$/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Your answer' }).fill(better);
  await page.getByRole('button', { name: /^Answered, go on/ }).click();
  const probe = page.getByRole('textbox', { name: 'Your answer to the probe' });
  const result = page.getByRole('button', { name: 'Practise again' });
  const asked = page.locator('[data-asked]');
  await expect(probe).toBeVisible();
  for (let count = 0; count < 6 && !(await result.isVisible()); count += 1) {
    const question = await asked.textContent();
    await probe.fill(
      'I decided it alone on the second day, because the key was in use and nobody answered. I told the release lead the same hour, and two builds failed, which I repaired in ten minutes.',
    );
    await page.getByRole('button', { name: /^Answered, go on/ }).click();
    // What was said is scored first; then another probe stands there, or the result.
    await expect(result.or(asked.filter({ hasNotText: question ?? '' }))).toBeVisible();
  }
  await expect(result).toBeVisible();
  await expect(page.getByText(/^Result, /)).toBeVisible();
}

async function findAllAgain(page: Page): Promise<void> {
  const stories = new StoriesPage(page);
  await goTo(page, '#/stories');
  const list = page.getByRole('list', { name: 'Stories' });
  await list.getByRole('button', { name: /The deploy key nobody owned/ }).click();
  await expect(stories.text).toHaveValue(better);
  await stories.open('coverage');
  await expect(stories.row('Ownership').getByRole('gridcell').first()).toContainText(
    /, \d\.\d; lowest: /,
  );
  await expect(stories.row('Dive Deep').getByRole('gridcell').first()).toContainText('as written');
  await stories.open('loop');
  await expect(
    stories.interviewer('Interviewer 2').getByLabel('1. Frugality').locator('option:checked'),
  ).toHaveText(/^One bill less/);
  await stories.open('readiness');
  await expect(page.getByRole('row', { name: /^Ownership/ })).toContainText(
    '1 answer, 1 question, 1 spoken',
  );
}

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
