import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/app.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { played, writePlayedExport } from './fixtures/played-export.ts';
import { goTo, readDebrief, restoreExport } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

test('from the debrief back to a decision, another way, and both roads side by side', async ({
  app,
}, testInfo) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-played-'));
  try {
    await writePlayedExport(join(folder, 'played.json'));
    await restoreExport(app, join(folder, 'played.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const play = readGoldenPlay('d01-key-in-a-public-repository');
  const made = play.events.filter((event) => event.kind === 'decided').at(-1);
  const decision = play.drill.decisions.find(({ id }) => id === made?.data.decision);
  const worst = [...(decision?.options ?? [])].sort((a, b) => a.rating - b.rating)[0];
  if (!decision || !worst || worst.id === made?.data.option) throw new Error('no other way');

  await goTo(app.page, `#/debrief/${played.done}`);
  // The engine and its drill are loaded with the first attempt that is opened.
  await expect(app.page.getByRole('heading', { name: /^Score by part/ })).toBeVisible({
    timeout: 60_000,
  });
  const first = await readDebrief(app.page, play.drill.title);
  await app.page.screenshot({ path: testInfo.outputPath('debrief.png') });

  // On paper it is a document of its own, and the window is as it was afterwards.
  const pdf = testInfo.outputPath('debrief.pdf');
  await answerFileDialogs(app, { save: pdf });
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await app.page.getByRole('button', { name: /^Save as PDF/ }).click();
  await expect(app.page.getByText(`The debrief was saved to ${pdf}.`)).toBeVisible();
  const bytes = await readFile(pdf);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  // More than one page: nothing was cut off at the edge of the window.
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(2);

  // A printer takes the same document; where there is none, that is said.
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      Object.assign(webContents, {
        print: (_options: unknown, answer: (printed: boolean, reason: string) => void) =>
          setTimeout(answer, 0, false, 'No printers available on the network'),
        getPrintersAsync: () => Promise.resolve([]),
      });
    }
  });
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await app.page.getByRole('button', { name: /^Print…/ }).click();
  await expect(
    app.page.getByText(/not printed\. It is unchanged here\. This computer has no printer/),
  ).toBeVisible();

  await app.page
    .getByRole('button', { name: new RegExp(`^Take another way.*${decision.title.slice(0, 12)}`) })
    .click();
  await expect(app.page).toHaveURL(new RegExp(`#/room/${played.done}/what-if-1$`));
  await expect(app.page.locator('#pane-clock').getByText('Paused', { exact: true })).toBeVisible();
  await expect(app.page.getByText('Another road, what-if 1')).toBeVisible();
  await expect(app.page.locator('#pane-dock')).toContainText(decision.title);
  await expectAccessible(app.page);
  await app.page.screenshot({ path: testInfo.outputPath('room.png') });
  await expect(app.page.getByRole('contentinfo')).toContainText('Every step saved');
  await app.kill();

  // Killed and resumed: the road is there, where it was.
  await app.relaunch();
  await app.page.getByRole('button', { name: 'Resume what-if 1' }).click();
  const room = new RoomPage(app.page, new Mouse(), play);
  await expect(room.dock).toContainText(decision.title);
  await room.resume();
  await room.decide({
    decision: decision.id,
    option: worst.id,
    confidence: 60,
    citations: [],
    reason: 'To see what the other road does.',
  });
  await room.end();
  await expect(app.page).toHaveURL(new RegExp(`#/debrief/${played.done}/what-if-1$`));
  const second = await readDebrief(app.page, play.drill.title);
  expect(second).not.toEqual(first);
  await expect(app.page.getByText('Another road, what-if 1.')).toBeVisible();

  await app.page.getByRole('button', { name: 'Compare the roads' }).click();
  await expect(
    app.page.getByRole('heading', { name: `${play.drill.title}: two roads` }),
  ).toBeVisible();
  const row = app.page
    .getByRole('region', { name: 'Decisions', exact: true })
    .getByRole('row')
    .filter({ has: app.page.getByRole('rowheader', { name: decision.title }) });
  await expect(row).toContainText(worst.text);
  await expect(row).toContainText('differs');
  await expectAccessible(app.page);
  await app.page.screenshot({ path: testInfo.outputPath('compare.png') });

  // The first attempt stands as it was, here and in History.
  await app.page.getByRole('button', { name: 'Debrief of first attempt' }).click();
  expect(await readDebrief(app.page, play.drill.title)).toEqual(first);
  await expect(app.page.getByText('First attempt: its score stands.')).toBeVisible();
  await goTo(app.page, '#/history');
  await expect(app.page.getByRole('row').filter({ hasText: '1 other road' })).toBeVisible();
});
