import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { goTo, runFromPalette, startDrill } from './pages/app.page.ts';

test('keys lead everywhere, return the focus, and can be turned off', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await page.getByRole('button', { name: 'Look around first' }).click();
  const start = page.getByRole('button', { name: /^Start drill/ });
  await expect(start).toBeVisible();

  // Places, by their numbers and from the palette.
  const titles = { 2: 'Drills', 4: 'History of attempts', 5: 'Packs' } as const;
  for (const [digit, name] of Object.entries(titles)) {
    await page.keyboard.press(`ControlOrMeta+${digit}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(start).toBeVisible();
  const places = {
    'go to drills': [/^Go to Drills/, 'Drills'],
    'go to history': [/^Go to History/, 'History of attempts'],
    'go to settings': [/^Go to Settings/, 'Settings'],
    'first run': [/^Go to First choices/, 'What brings you here?'],
  } as const;
  for (const [words, [title, heading]] of Object.entries(places)) {
    await runFromPalette(page, words, title);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  }
  for (const [words, title, dialog] of [
    ['shortcuts', /^Show keyboard shortcuts/, 'Keyboard shortcuts'],
    ['glossary', /^Open the glossary/, 'Glossary'],
    ['about', /^About Drillbook/, 'About Drillbook'],
  ] as const) {
    await runFromPalette(page, words, title);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await runFromPalette(page, 'dark theme', /^Use the dark theme/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await runFromPalette(page, 'theme system', /^Use the theme of the system/);

  // Esc gives the focus back to where it was.
  await goTo(page, '#/today');
  await start.focus();
  for (const [keys, name] of [
    ['F1', 'Glossary'],
    ['?', 'Keyboard shortcuts'],
    ['ControlOrMeta+K', 'Find a place or an action'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(start).toBeFocused();
  }

  // Single letters and signs: turned off, they do nothing; F1 is none.
  await goTo(page, '#/drills');
  await expect(page.getByRole('grid', { name: 'Drills' })).toBeVisible();
  await page.locator('main').focus();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search the drills')).toBeFocused();
  await goTo(page, '#/settings');
  await page.getByRole('checkbox', { name: 'Single letters as shortcuts' }).uncheck();
  await goTo(page, '#/drills');
  await expect(page.getByRole('grid', { name: 'Drills' })).toBeVisible();
  await page.locator('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Glossary' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Search the drills')).not.toBeFocused();
});

test('in the room: panes, undo of what is written, and a pause when it is left', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page } = app;
  await startDrill(page, new Mouse(), readGoldenPlay('d01-key-in-a-public-repository').drill);

  // F6 goes round through every pane, and back.
  const seen: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await focusedPane(page));
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual(
    expect.arrayContaining(['pane-feed', 'pane-bench', 'pane-dock', 'pane-notebook']),
  );
  await page.keyboard.press('Shift+F6');
  expect(await focusedPane(page)).toBe(seen[3]);
  for (const [key, pane] of [
    ['f', 'pane-feed'],
    ['e', 'pane-bench'],
    ['n', 'pane-notebook'],
  ] as const) {
    await page
      .locator('#pane-clock')
      .getByRole('button', { name: /^End drill/ })
      .focus();
    await page.keyboard.press(key);
    await expect.poll(() => focusedPane(page)).toBe(pane);
  }

  // Undo and redo of what stands in the notebook.
  await page.keyboard.press('Alt+h');
  await expect(page.locator('#field-hypothesis')).toBeFocused();
  await page.keyboard.insertText('Somebody else has the key.');
  await page.keyboard.press('Enter');
  const hypotheses = page.getByRole('list', { name: 'Hypotheses' }).getByRole('listitem');
  await expect(hypotheses).toHaveCount(1);
  await page.locator('#pane-notebook').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(hypotheses).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(hypotheses).toHaveCount(1);

  // A letter that is typed is a letter; a note is taken back by the field's own undo.
  const notes = page.locator('#field-notes');
  await page.keyboard.press('Alt+n');
  await expect(notes).toBeFocused();
  await page.keyboard.type('fend');
  await expect(notes).toBeFocused();
  await expect(notes).toHaveValue('fend');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(notes).not.toHaveValue('fend');
  await page.keyboard.insertText(' Asked at 09:02.');

  // Leaving pauses; Today offers to go on, and what was written is there.
  const clock = page.locator('#pane-clock');
  if ((await clock.getByRole('button', { name: 'Resume' }).count()) > 0)
    await clock.getByRole('button', { name: 'Resume' }).click();
  await expect(clock.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  const resume = page.getByRole('button', { name: /^Resume drill/ });
  await expect(resume).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(clock.getByText('Paused', { exact: true })).toBeVisible();
  await expect(notes).toHaveValue(/Asked at 09:02\.$/);
});

/** The pane that has the focus, by its id or its name. */
function focusedPane(page: Page): Promise<string> {
  return page.evaluate(() => {
    const pane = document.activeElement?.closest('[data-pane]');
    return pane?.id !== undefined && pane.id !== ''
      ? pane.id
      : (pane?.getAttribute('aria-label') ?? '');
  });
}
