import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { menuActions, type MenuAction } from '../electron/ipc.ts';
import { App, expect, startBare, test } from './fixtures/app.ts';
import { readAsked, watchAsking } from './fixtures/main-process.ts';

/** The menu of the real window, what it says in About, and what a second start does. */

const mod = 'CommandOrControl';
/** Every item of the menu: what it says, its key, its role. */
const menu: readonly (readonly [label: string, key?: string, role?: string])[] = [
  ...([['Import data…'], ['Export data…'], ['Open data folder']] as const),
  ...([
    ['Settings', `${mod}+,`],
    ['Quit Drillbook', `${mod}+Q`, 'quit'],
  ] as const),
  ...([
    ['Undo', `${mod}+Z`, 'undo'],
    ['Redo', `Shift+${mod}+Z`, 'redo'],
  ] as const),
  ...([
    ['Cut', `${mod}+X`, 'cut'],
    ['Copy', `${mod}+C`, 'copy'],
  ] as const),
  ['Paste', `${mod}+V`, 'paste'],
  ['Paste as plain text', `Shift+${mod}+V`, 'pasteandmatchstyle'],
  ['Select all', `${mod}+A`, 'selectall'],
  ...([
    ['Today', `${mod}+1`],
    ['Drills', `${mod}+2`],
    ['Stories', `${mod}+3`],
    ['History of attempts'],
    ['Packs'],
    ['Mentor reviews'],
  ] as const),
  ['Find a place or an action…', `${mod}+K`],
  ...([
    ['Zoom in', `${mod}+Plus`, 'zoomin'],
    ['Zoom out', `${mod}+-`, 'zoomout'],
  ] as const),
  ['Actual size', `${mod}+0`, 'resetzoom'],
  ['Full screen', 'F11', 'togglefullscreen'],
  ...([['Reload', 'CmdOrCtrl+R', 'reload']] as const),
  ['Developer tools', 'Ctrl+Shift+I', 'toggledevtools'],
  ['Minimise', `${mod}+M`, 'minimize'],
  ...([['Glossary', 'F1'], ['Keyboard shortcuts'], ['About Drillbook']] as const),
];

test('every item of the menu is there with its key, and reaches the page', async ({ app }) => {
  const { electron, page } = app;
  await page.getByRole('button', { name: 'Look around first' }).click();
  const items = await electron.evaluate(({ Menu }) => {
    const walk = (list: readonly Electron.MenuItem[]): Electron.MenuItem[] =>
      list.flatMap((item) => (item.submenu ? walk(item.submenu.items) : [item]));
    return walk(Menu.getApplicationMenu()?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map((item) => {
        const { label, role, enabled, visible } = item;
        // Where a role brings its key, only this tells it.
        const { getDefaultRoleAccelerator } = item as unknown as {
          getDefaultRoleAccelerator?: () => string | undefined;
        };
        const key = item.accelerator ?? getDefaultRoleAccelerator?.call(item) ?? '';
        return { label, key, role: role ?? '', shown: enabled && visible };
      });
  });
  const plain = (key: string) =>
    key.replace(/CmdOrCtrl|Control|Ctrl/g, mod).replace(`Or${mod}`, 'OrControl');
  expect(items.map(({ label, key, role }) => [label, plain(key), role.toLowerCase()])).toEqual(
    menu.map(([label, key = '', role = '']) => [label, plain(key), role]),
  );
  expect(items.every(({ shown }) => shown)).toBe(true);

  await watchAsking(electron, 0);
  const press = (id: MenuAction) =>
    electron.evaluate(({ Menu }, action) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(action);
      if (!item) throw new Error(`The menu has no ${action}.`);
      (item.click as () => void)();
    }, id);
  const place = (name: string) => () =>
    expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  // Hidden at once by Escape, but taken away, and its place free, a moment later.
  const gone = page.locator('dialog');
  const dialog = (name: string | RegExp) => async () => {
    const found = page.getByRole('dialog', { name });
    await expect(found).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(gone).toHaveCount(0);
  };
  const asked = (words: string) => () =>
    expect.poll(async () => (await readAsked(electron)).dialogs.join()).toContain(words);
  const effects: Readonly<Record<MenuAction, () => Promise<void>>> = {
    go_drills: place('Drills'),
    go_stories: place('Stories'),
    go_history: place('History of attempts'),
    go_packs: place('Packs'),
    go_reviews: place('Mentor reviews'),
    go_settings: place('Settings'),
    go_today: () => expect(page.getByRole('region', { name: 'Today' })).toBeVisible(),
    open_palette: async () => {
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(gone).toHaveCount(0);
    },
    show_shortcuts: dialog(/shortcuts/i),
    show_glossary: dialog(/glossary/i),
    show_about: dialog('About Drillbook'),
    export_data: asked('save a file'),
    import_data: asked('open a file'),
    open_data_folder: () =>
      expect.poll(async () => (await readAsked(electron)).opened).toEqual([app.profileDir]),
  };
  expect(Object.keys(effects).sort()).toEqual([...menuActions].sort());
  for (const [action, effect] of Object.entries(effects)) {
    await press(action as MenuAction);
    await effect();
  }
  console.log(
    `figure: menu ${items.length} items, ${menuActions.length} of ${menuActions.length} actions reach the page`,
  );
});

test('About says which versions run, that the runtime is old, and whose it is not', async ({
  app,
}) => {
  const { electron, page } = app;
  const { electron: version, chrome } = await electron.evaluate(() => process.versions);
  await page.getByRole('button', { name: 'Look around first' }).click();
  await electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('show_about')?.click();
  });
  const about = page.getByRole('dialog', { name: 'About Drillbook' });
  await expect(about).toContainText(`Electron ${version}`);
  await expect(about).toContainText(`Chromium ${chrome}`);
  await expect(about).toContainText(/Drillbook \d+\.\d+\.\d+/);
  await expect(about).toContainText('not affiliated with');
  const old = Number.parseInt(version, 10) < 45;
  await expect(about).toContainText(
    old ? 'It no longer gets security fixes' : 'The Electron that Drillbook is made for',
  );
});

test('a second start shows the first window; one on another folder runs beside it', async ({
  app,
}) => {
  const shown = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await shown()).toBe(false);
  const second = startBare({
    profileDir: app.profileDir,
    launchArguments: ['/etc/passwd', 'https://example.org/'],
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect.poll(shown).toBe(true);
  const windows = await app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);

  const profileDir = await mkdtemp(join(tmpdir(), 'drillbook-e2e-'));
  const other = new App('electron', { profileDir, launchArguments: [] });
  try {
    await other.launch();
    await expect(other.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
    expect(await shown()).toBe(true);
  } finally {
    await other.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
