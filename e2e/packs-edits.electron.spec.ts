import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './fixtures/app.ts';
import { expect, test } from './fixtures/app.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import { answerFileDialogs } from './fixtures/choose-file.ts';
import { MentorFolder } from './fixtures/mentor-folder.ts';
import { PacksPage } from './pages/packs.page.ts';

/** Local edits in the real window: a copy in a folder, an update that meets them, and back again. */

const drill = 'drills/first-drill/drill.yaml';

async function change(folder: string, from: RegExp, to: string): Promise<void> {
  const path = join(folder, drill);
  const text = await readFile(path, 'utf8');
  if (!from.test(text)) throw new Error(`${String(from)} is not in the example any more.`);
  await writeFile(path, text.replace(from, to));
}

/** drill.yaml as it is in force. */
async function readInForce(app: App): Promise<string> {
  const read = await app.page.evaluate(async (path) => {
    const answer = await window.drillbook.packs.read({ pack: 'team', path });
    return answer.kind === 'ok' ? new TextDecoder().decode(answer.value) : answer.message;
  }, drill);
  return read;
}

test('local edits meet an update: conflicts are chosen one by one, and all of it can be undone', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const folder = join(app.profileDir, 'mentor');
  await mkdir(folder, { recursive: true });
  const mentor = new MentorFolder(folder);
  mentor.begin('team', 'first-drill');
  mentor.makeKey('mentor.key');
  const first = mentor.sign('team', 'mentor.key', 'first.drillpack');
  const source = join(folder, 'team');
  await change(source, /^title: .*$/m, 'title: The title of the update');
  await change(source, /^minutes: .*$/m, 'minutes: 33');
  await change(source, /^role: .*$/m, 'role: The role of the update');
  mentor.setVersion('team', '0.2.0');
  const second = mentor.sign('team', 'mentor.key', 'second.drillpack');
  // Nothing outside is to be started for it.
  await app.electron.evaluate(({ shell }) => {
    Object.assign(shell, { openPath: () => Promise.resolve('') });
  });
  await page.getByRole('button', { name: 'Look around first' }).click();
  const packs = new PacksPage(page);
  await packs.open();
  await packs.install(first);

  // A copy is written where the person says, edited there, and taken in.
  await answerFileDialogs(app, { open: folder });
  await packs.chosen.getByRole('button', { name: 'Edit a copy…' }).click();
  const copy = join(folder, 'team-0.1.0');
  await expect(packs.chosen.getByRole('status')).toContainText(`The copy is in ${copy}`);
  await answerFileDialogs(app, { open: copy });
  await packs.chosen.getByRole('button', { name: 'Take in an edited folder…' }).click();
  await expect(packs.problem).toContainText('Nothing in that folder differs');
  await change(copy, /^title: .*$/m, 'title: Our own title');
  await change(copy, /^minutes: .*$/m, 'minutes: 44');
  await change(copy, /^level: .*$/m, 'level: senior');
  await packs.chosen.getByRole('button', { name: 'Take in an edited folder…' }).click();
  await expect(packs.preview).toContainText('kept as local edits of 0.1.0');
  await packs.preview.getByRole('button', { name: 'Keep as local edits' }).click();
  await expect(packs.preview).toHaveCount(0);
  await expect(packs.list).toContainText('edited');
  expect(await readInForce(app)).toMatch(/^title: Our own title$/m);

  // The update changes two of the same fields, and one that nobody here touched.
  await packs.offer(second);
  await expect(packs.preview).toContainText('Both changed 2 places: choose for each');
  expect(await findFaultsInBothThemes(page)).toEqual([]);
  const title = packs.preview.getByRole('group', { name: /drill\.yaml title/ });
  const minutes = packs.preview.getByRole('group', { name: /drill\.yaml minutes/ });
  await expect(minutes.getByRole('radio', { name: /Take the update/ })).toBeChecked();
  await title.getByRole('radio', { name: /Keep the local edit/ }).click();
  await expect(title.getByRole('radio', { name: /Keep the local edit/ })).toBeChecked();
  await packs.preview.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(packs.preview).toHaveCount(0);
  await expect(packs.chosen).toContainText('team 0.2.0');
  const merged = await readInForce(app);
  expect(merged).toMatch(/^title: Our own title$/m);
  expect(merged).toMatch(/^minutes: 33$/m);
  expect(merged).toMatch(/^role: The role of the update$/m);
  expect(merged).toMatch(/^level: senior$/m);

  // Undone, done again by the author's files alone, and whole after another start.
  await packs.chosen.getByRole('button', { name: 'Go back to 0.1.0' }).click();
  await expect(packs.chosen).toContainText('team 0.1.0');
  expect(await readInForce(app)).toMatch(/^minutes: 44$/m);
  await packs.chosen.getByRole('button', { name: 'Return to the author’s files' }).click();
  await expect(packs.list).not.toContainText('edited');
  expect(await readInForce(app)).not.toMatch(/^minutes: 44$/m);
  await packs.chosen.getByRole('button', { name: 'Go back to the files before' }).click();
  await expect(packs.list).toContainText('edited');
  await app.relaunch();
  expect(await readInForce(app)).toMatch(/^title: Our own title$/m);
});
