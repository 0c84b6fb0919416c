import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures/app.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import { chooseFile } from './fixtures/choose-file.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { played, writePlayedExport } from './fixtures/played-export.ts';
import { resize, smallWindow, usualWindow, zoomedWindow } from './fixtures/window-size.ts';
import { goTo, restoreExport } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

/** axe on every screen, in each state that changes what is on it, in both themes. */

let folder = '';
let file = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-played-'));
  file = join(folder, 'played.json');
  await writePlayedExport(file);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Looks at one state after the other, so that one run tells of all of them. */
class Look {
  readonly found: Record<string, readonly string[]> = {};
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** @param within the part that is new in this state; without it, the whole page */
  async at(state: string, within?: string): Promise<void> {
    const faults = await findFaultsInBothThemes(this.#app.page, within);
    if (faults.length > 0) this.found[state] = faults;
  }
}

test('first choices, Today, Drills and History are accessible', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const look = new Look(app);
  await expect(page.getByRole('button', { name: /^Start the first drill/ })).toBeEnabled();
  await look.at('first choices');
  await page.locator('input[value=interviewing]').check({ force: true });
  await expect(page.getByLabel('Interview date')).toBeVisible();
  await look.at('first choices, interviewing', 'main');
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('button', { name: /^Start drill/ })).toBeVisible();
  await look.at('Today, fresh');
  await goTo(page, '#/history');
  await expect(page.getByText('There is none yet.', { exact: false })).toBeVisible();
  await look.at('History, empty');

  await goTo(page, '#/welcome');
  await restoreExport(app, file);
  await expect(page.getByRole('heading', { name: 'Your path' })).toBeVisible();
  await look.at('Today, with a paused attempt and debriefs');
  await goTo(page, '#/drills');
  await expect(page.getByRole('grid', { name: 'Drills' })).toBeVisible();
  await look.at('Drills');
  await page.getByRole('search').getByRole('button', { name: 'Level', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Level' })).toBeVisible();
  await look.at('Drills, a filter open', '.filters');
  await page.keyboard.press('Escape');
  await page.getByLabel('Search the drills').fill('qqqq');
  await expect(page.getByText('No drill matches.')).toBeVisible();
  await look.at('Drills, nothing found', 'main');
  await goTo(page, '#/history');
  await page.getByRole('grid', { name: 'Attempts' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Delete attempt/ })).toBeVisible();
  await look.at('History, a row open', 'main');
  expect(look.found).toEqual({});
});

test('Settings and what floats over a screen are accessible', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const look = new Look(app);
  await restoreExport(app, file);
  await goTo(page, '#/settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  // All its sections are on one page.
  await look.at('Settings');
  await chooseFile(app, file, () => page.getByRole('button', { name: /^Import a file/ }).click());
  await expect(page.getByRole('dialog', { name: /^Replace everything/ })).toBeVisible();
  await look.at('Settings, import preview', 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Erase everything/ }).click();
  await expect(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible();
  await look.at('Settings, erase dialog', 'dialog[open]');
  await page.keyboard.press('Escape');
  await goTo(page, '#/today');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox')).toBeFocused();
  await look.at('palette', 'dialog[open]');
  await page.keyboard.insertText('zzzz');
  await look.at('palette, nothing found', 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look.at('shortcuts', 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Glossary' })).toBeVisible();
  await look.at('glossary', 'dialog[open]');
  await page.keyboard.press('Escape');
  await goTo(page, '#/settings');
  await page.getByRole('button', { name: 'Versions and licences' }).click();
  await expect(page.getByRole('dialog', { name: 'About Drillbook' })).toBeVisible();
  await page.getByRole('dialog').locator('summary').first().click();
  await look.at('About', 'dialog[open]');
  expect(look.found).toEqual({});
});

test('the drill room is accessible', async ({ app }) => {
  test.setTimeout(240_000);
  const look = new Look(app);
  await restoreExport(app, file);
  await lookAtRoom(app, look);
  expect(look.found).toEqual({});
});

async function lookAtRoom(app: App, look: Look): Promise<void> {
  const { page } = app;
  const room = new RoomPage(
    page,
    new Mouse(),
    readGoldenPlay('d18-twelve-pages-in-twenty-minutes'),
  );
  await goTo(page, `#/room/${played.paused}`);
  await expect(room.clock).toBeVisible();
  await look.at('room');
  await room.openItem('page-7367');
  await look.at('room, a message open', '#pane-feed');
  await room.openEvidence('changes');
  await room.bench.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(room.bench.getByLabel('Record')).toBeVisible();
  await look.at('room, a row open', '#pane-bench');
  await room.openEvidence('policy');
  await look.at('room, a document', '#pane-bench');
  await room.hands.choose(room.bench.getByRole('radio', { name: /^(?:Lines|Source)/ }));
  await room.hands.line(room.bench.getByRole('listbox'), 2);
  await look.at('room, a line chosen', '#pane-bench');
  await room.openEvidence('bank-details');
  await look.at('room, a mail', '#pane-bench');
  await room.openEvidence('deletion-alert');
  await look.at('room, JSON', '#pane-bench');
  await room.useTool('check-changes', { about: 'r.okonjo' });
  await look.at('room, a tool with its answer', '#pane-bench');
  await page.getByRole('button', { name: /^Hint/ }).click();
  await expect(page.getByRole('group', { name: 'Hints' })).toBeVisible();
  await look.at('room, hints', '#pane-clock');
  await page.keyboard.press('Escape');
  await room.await(page.getByRole('region', { name: 'Interrupts' }).getByRole('button'));
  await look.at('room, an interrupt', '.cards');
  await room.await(room.bench.getByRole('tab', { name: /note/i }));
  await room.bench.getByRole('tab', { name: /note/i }).click();
  await room.bench.getByLabel('Your update').fill('Three live, five closed.');
  await look.at('room, an update', '#pane-bench');
  await page.getByRole('button', { name: 'End drill' }).click();
  await expect(page.getByRole('dialog', { name: 'End this drill?' })).toBeVisible();
  await look.at('room, end dialog', 'dialog[open]');
  await page.keyboard.press('Escape');
  await resize(app, smallWindow);
  // The update has the room there; the decision is a line until it is asked for.
  await expect(room.bench.getByLabel('Your update')).toBeVisible();
  await look.at('room, an update, 1024 wide');
  await room.dock
    .getByRole('button', { name: /^(?:Open|Not yet): / })
    .first()
    .click();
  await room.dock.getByRole('radio').first().check({ force: true });
  await look.at('room, 1024 wide');
  await room.dock.getByRole('button', { name: /^Next/ }).click();
  await expect(room.dock.getByRole('button', { name: /^Back/ })).toBeVisible();
  await look.at('room, second step of a decision', '#pane-dock');
  await page.locator('[data-strip=notebook] button').click();
  await look.at('room, notebook over the middle', '.over');
  await resize(app, zoomedWindow);
  for (const name of [/^Feed/, /^Evidence/, /^Notebook/, /^Decide/]) {
    await page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name }).click();
    await look.at(`room, 720 wide, ${String(name)}`, '.room');
  }
  await page.getByRole('button', { name: 'More' }).click();
  await look.at('room, 720 wide, menu', '#pane-clock');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'End drill' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End drill' }).click();
  await expect(room.debriefButton).toBeVisible();
  await resize(app, usualWindow);
  await look.at('room, ended');
}

test('the debrief is accessible', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const look = new Look(app);
  await restoreExport(app, file);
  await goTo(page, `#/debrief/${played.done}`);
  await expect(page.getByRole('heading', { name: /^Score by part/ })).toBeVisible();
  for (const line of await page.locator('[data-part] li:first-child > button').all())
    await line.click();
  await expect(page.locator('.trace').first()).toBeVisible();
  await look.at('debrief, traces open');
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await look.at('debrief, lanes as a table', '.lanes');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'The rules of this score' })).toBeVisible();
  await look.at('debrief, rules', 'dialog[open]');
  await page.keyboard.press('Escape');
  for (const size of [smallWindow, zoomedWindow]) {
    await resize(app, size);
    for (const name of ['Score by part', 'Decisions', 'What was true, update, next']) {
      await page.getByRole('tab', { name }).click();
      await look.at(`debrief, ${String(size.width)} wide, ${name}`, '.debrief');
    }
  }
  await resize(app, usualWindow);
  await goTo(page, `#/debrief/${played.early}`);
  await expect(
    page.getByText('Ended early: what had not been asked', { exact: false }),
  ).toBeVisible();
  await look.at('debrief, ended early', '.score');
  expect(look.found).toEqual({});
});
