import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, startAlone, test } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { startDrill } from './pages/app.page.ts';

/** Milliseconds after there is a window: before its page, while that loads, once it stands. */
const moments = [0, 150, 300, 800] as const;
/** Before the person would be asked whether to wait. */
const soon_ms = 4500;

// With Playwright attached, Electron 22 sometimes ends such a window by SIGSEGV; alone it does not.
test('closing the window ends the app, however early', async ({ app, launchArguments }) => {
  await app.close();
  const closed = join(app.profileDir, 'closed');
  const ends: string[] = [];
  for (const moment of moments) {
    const child = await startAlone(
      { profileDir: app.profileDir, launchArguments },
      // As the window's own button does it.
      `require('electron').app.on('browser-window-created', (_event, window) => setTimeout(() => {
        require('node:fs').writeFileSync(${JSON.stringify(closed)}, '');
        window.close();
      }, ${moment}))`,
    );
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    await expect.poll(() => existsSync(closed)).toBe(true);
    await rm(closed);
    const end = await Promise.race([ended, wait(soon_ms)]);
    ends.push(end === undefined ? 'still there' : `${String(end[0])} ${String(end[1])}`);
    if (end === undefined) child.kill('SIGKILL');
  }
  expect(ends).toEqual(moments.map(() => '0 null'));
  expect(existsSync(join(app.profileDir, 'logs', 'main.log')), 'a fault was logged').toBe(false);
});

for (const [cut, told] of [
  ['reload', []],
  ['forcefullyCrashRenderer', ['The Drillbook window has stopped']],
] as const) {
  test(`${cut} while the page loads is no end of the app`, async ({ app, launchArguments }) => {
    await app.close();
    const stands = join(app.profileDir, 'stands');
    const child = await startAlone(
      { profileDir: app.profileDir, launchArguments },
      `const { app, dialog } = require('electron');
      const told = [];
      dialog.showErrorBox = (message) => told.push(message);
      dialog.showMessageBox = (_window, { message }) => {
        told.push(message);
        return new Promise((resolve) => setTimeout(() => resolve({ response: 0 }), 300));
      };
      app.on('browser-window-created', (_event, { webContents }) => {
        webContents.once('did-navigate', () => setTimeout(() => webContents.${cut}(), 0));
        setInterval(async () => {
          if (webContents.isCrashed() || webContents.isLoading()) return;
          if (await webContents.executeJavaScript("document.body.innerText.includes('What brings you here?')"))
            require('node:fs').writeFileSync(${JSON.stringify(stands)}, JSON.stringify(told));
        }, 300);
      })`,
    );
    try {
      await expect.poll(() => existsSync(stands)).toBe(true);
      expect(JSON.parse(readFileSync(stands, 'utf8'))).toEqual(told);
    } finally {
      const ended = once(child, 'exit');
      if (child.kill('SIGKILL')) await ended;
    }
  });
}

test('a line that is being edited when the window is closed is kept', async ({ app }) => {
  await startDrill(app.page, new Mouse(), readGoldenPlay('d01-key-in-a-public-repository').drill);
  const lines = () =>
    app.page.getByRole('list', { name: 'Hypotheses' }).locator('input.line, textarea.line');
  await app.page.keyboard.press('Alt+h');
  await expect(app.page.locator('#field-hypothesis')).toBeFocused();
  await app.page.keyboard.insertText('Somebody else has the key.');
  await app.page.keyboard.press('Enter');
  await lines().first().click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.insertText(' Since yesterday.');
  await app.relaunch();
  await app.page.getByRole('button', { name: /^Resume drill/ }).click();
  await expect(lines().first()).toHaveValue('Somebody else has the key. Since yesterday.');
});
