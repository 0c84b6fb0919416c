import { expect, test } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { askPage, readAsked, watchAsking } from './fixtures/main-process.ts';
import { startDrill } from './pages/app.page.ts';

const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

const notes = `document.querySelector('#field-notes')`;

test('the page’s process is killed while one writes, and what was written is there', async ({
  app,
}) => {
  const crashes = full ? 50 : 5;
  test.setTimeout(60_000 + crashes * 20_000);
  const { electron } = app;
  await startDrill(app.page, new Mouse(), readGoldenPlay('d01-key-in-a-public-repository').drill);
  await expect(app.page.locator('#field-notes')).toBeVisible();
  await watchAsking(electron, 0);
  const written: string[] = [];
  for (let crash = 1; crash <= crashes; crash += 1) {
    const words = `before crash ${crash}`;
    await askPage(electron, `${notes}.focus(); ${notes}.setSelectionRange(1e6, 1e6)`);
    await electron.evaluate(async ({ BrowserWindow }, text) => {
      await BrowserWindow.getAllWindows()[0]?.webContents.insertText(text);
    }, `${words}; `);
    await expect.poll(() => askPage(electron, `${notes}.value.includes('${words}')`)).toBe(true);
    // It is no event of the attempt yet: that needs a longer rest, and none is given.
    expect(
      await askPage(electron, `document.body.innerText.includes('saving when you pause')`),
    ).toBe(true);
    await electron.evaluate(async ({ BrowserWindow }) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    written.push(words);
    await expect
      .poll(async () => (await readAsked(electron)).dialogs.length, { timeout: 20_000 })
      .toBe(crash);
    const resume = `[...document.querySelectorAll('button')].find((one) => /^Resume/.test(one.innerText.trim()))`;
    await expect
      .poll(() => askPage(electron, `${notes} !== null || (${resume}?.click(), false)`), {
        timeout: 30_000,
      })
      .toBe(true);
    await expect
      .poll(async () => {
        const value = String(await askPage(electron, `${notes}?.value`));
        return written.filter((one) => !value.includes(one));
      })
      .toEqual([]);
  }
  const { dialogs } = await readAsked(electron);
  expect(dialogs[0]).toMatch(/The Drillbook window has stopped\n.*What was saved is safe/);
  console.log(
    `figure: page killed ${crashes} times while writing, text back ${written.length} of ${crashes}`,
  );
  app.faults.length = 0;
});
