import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, startProcess, test } from './fixtures/app.ts';

/** Milliseconds after the start: before its page, while it loads, once it stands. */
const moments = [0, 150, 300, 800] as const;
/** Before the person would be asked whether to wait. */
const soon_ms = 4500;

test('closing the window ends the app, however early', async ({ app, launchArguments }) => {
  await app.close();
  const ends: string[] = [];
  for (const moment of moments) {
    const electron = await startProcess({ profileDir: app.profileDir, launchArguments });
    const child = electron.process();
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    await expect
      .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
    await wait(moment);
    // As the window's own button does it, not as Playwright ends a process.
    await electron
      .evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      })
      // The process may be gone before it answers.
      .catch(() => undefined);
    const end = await Promise.race([ended, wait(soon_ms)]);
    ends.push(end === undefined ? 'still there' : `${String(end[0])} ${String(end[1])}`);
    if (end === undefined) child.kill('SIGKILL');
  }
  expect(ends).toEqual(moments.map(() => '0 null'));
  expect(existsSync(join(app.profileDir, 'logs', 'main.log')), 'a fault was logged').toBe(false);
});
