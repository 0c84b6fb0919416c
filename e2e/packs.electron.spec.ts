import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostileArchives } from '../content/archive/testing/hostile-archives.ts';
import { packFiles } from '../content/archive/testing/sound-pack.ts';
import { openArchive, writeArchive } from '../content/archive/open-archive.ts';
import { App, expect, test } from './fixtures/app.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import type { GoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { installUntilKilled } from './fixtures/install-until-killed.ts';
import { MentorFolder } from './fixtures/mentor-folder.ts';
import { beginExample, readExample } from './fixtures/play-example.ts';
import { startProbeServer } from './fixtures/probe-server.ts';
import { goTo } from './pages/app.page.ts';
import { PacksPage } from './pages/packs.page.ts';
import { RoomPage } from './pages/room.page.ts';

/** Packs of others in the real window: what is sound is installed and played, the rest stays outside. */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

async function makeMentor(app: App): Promise<MentorFolder> {
  const folder = join(app.profileDir, 'mentor');
  await mkdir(folder, { recursive: true });
  return new MentorFolder(folder);
}

function readPlay(mentor: MentorFolder): GoldenPlay {
  return readExample(join(mentor.folder, 'team'), 'first-drill');
}

test('a signed pack is looked at, installed, played, kept from another key, switched off and removed', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const mentor = await makeMentor(app);
  mentor.begin('team', 'first-drill');
  const groups = mentor.makeKey('mentor.key');
  mentor.makeKey('other.key');
  const first = mentor.sign('team', 'mentor.key', 'first.drillpack');
  mentor.setVersion('team', '0.2.0');
  const foreign = mentor.sign('team', 'other.key', 'foreign.drillpack');
  const second = mentor.sign('team', 'mentor.key', 'second.drillpack');
  const { drill } = readPlay(mentor);
  await page.getByRole('button', { name: 'Look around first' }).click();
  const packs = new PacksPage(page);
  await packs.open();

  // Looked at: who, what, what the linter says. Until then nothing of it is there.
  await packs.offer(first);
  await expect(packs.preview).toContainText('Nothing is installed yet');
  await expect(packs.preview).toContainText('“A mentor”; you have not confirmed this key');
  await expect(packs.preview).toContainText(groups);
  await expect(packs.preview.getByRole('region', { name: 'Contents' })).toContainText(drill.title);
  await expect(packs.preview.getByRole('region', { name: 'What the linter says' })).toContainText(
    'No faults.',
  );
  expect(await findFaultsInBothThemes(page)).toEqual([]);
  await packs.preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(packs.list).toHaveCount(0);
  await packs.install(first);
  await expect(packs.chosen).toContainText('0.1.0');
  await packs.chosen.getByLabel('Name of whoever holds this key').fill('Ada, in person');
  await page.keyboard.press('Enter');
  await expect(packs.chosen).toContainText('Signed by Ada, in person, whose key you know');
  expect(await findFaultsInBothThemes(page)).toEqual([]);

  // It stands in Drills, and its first decision is made in the room.
  await goTo(page, '#/drills');
  await expect(page.getByRole('row').filter({ hasText: drill.title })).toBeVisible();
  await beginExample(app, readPlay(mentor));

  // Another key does not replace it; its author's does, and it can go back.
  await packs.open();
  await packs.offer(foreign);
  await expect(packs.preview.getByRole('alert')).toContainText('signed with another key');
  const update = packs.preview.getByRole('button', { name: /^Update/ });
  await expect(update).toHaveAttribute('aria-disabled', 'true');
  const sha256 = createHash('sha256')
    .update(await readFile(foreign))
    .digest('hex');
  const refused = await page.evaluate(
    (hash) => window.drillbook.installed.install({ sha256: hash }),
    sha256,
  );
  expect(refused).toMatchObject({ kind: 'refused', code: 'not_allowed' });
  await packs.preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(packs.chosen).toContainText('0.1.0');
  await packs.install(second, 'Update');
  await expect(packs.chosen).toContainText('0.2.0');
  await packs.chosen.getByRole('button', { name: 'Go back to 0.1.0' }).click();
  await expect(packs.chosen).toContainText('team 0.1.0');

  // Switched off, and removed: its drill leaves the list, and what was done in it stays readable.
  await packs.chosen.getByText('Show its drills').click();
  await expect(packs.list).toContainText('switched off');
  await goTo(page, '#/drills');
  await expect(page.getByRole('row').filter({ hasText: drill.title })).toHaveCount(0);
  await packs.open();
  await packs.chosen.getByRole('button', { name: 'Remove this pack' }).click();
  await expect(packs.list).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(packs.list).toBeVisible();
  await packs.chosen.getByRole('button', { name: 'Remove this pack' }).click();
  await expect(packs.list).toHaveCount(0);
  await resumeWhatIsGone(app, mentor);
});

/** After another start, when nothing of the pack is on the disk any more. */
async function resumeWhatIsGone(app: App, mentor: MentorFolder): Promise<void> {
  await app.relaunch();
  const play = readPlay(mentor);
  await expect
    .poll(async () => (await app.page.evaluate(() => window.drillbook.installed.list())).kind)
    .toBe('ok');
  expect((await readdir(join(app.profileDir, 'packs'))).sort()).toEqual(['index.json']);
  await app.page
    .getByRole('button', { name: /^Resume/ })
    .first()
    .click();
  const room = new RoomPage(app.page, new Mouse(), play);
  await expect(room.clock).toBeVisible();
  await room.end();
  await expect(app.page.getByRole('heading', { name: play.drill.title, level: 1 })).toBeVisible();
  await expect(app.page.getByText(play.drill.decisions[0]?.title ?? '').first()).toBeVisible();
}

test('a pack that the system opens the app with is looked at, and nothing is installed by that', async ({
  app,
}) => {
  const mentor = await makeMentor(app);
  mentor.begin('team', 'first-drill');
  mentor.makeKey('mentor.key');
  const path = mentor.sign('team', 'mentor.key', 'first.drillpack');
  const profileDir = join(mentor.folder, 'profile');
  await mkdir(profileDir);
  const opened = new App('electron', { profileDir, launchArguments: [path] });
  try {
    await opened.launch();
    const packs = new PacksPage(opened.page);
    await expect(packs.preview).toContainText('From “first.drillpack”');
    await packs.preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(packs.list).toHaveCount(0);
    expect(await readdir(profileDir)).not.toContain('packs');
  } finally {
    await opened.close();
  }
  expect(opened.faults).toEqual([]);
});

test('hostile archives are refused with their reasons, and nothing of them runs', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page } = app;
  await page.getByRole('button', { name: 'Look around first' }).click();
  const packs = new PacksPage(page);
  await packs.open();
  const path = join(app.profileDir, 'hostile.drillpack');
  const tried = [
    'a text',
    'a program before it',
    'a bomb of 1 to 1,000',
    'a bomb that hides its size',
    'files that share their bytes',
    'a symbolic link',
    'a page',
    'encrypted',
    'another name in its own header',
    'a wrong checksum',
  ].map((title) => hostileArchives.find((one) => one.title === title));
  for (const hostile of tried) {
    if (!hostile) throw new Error('A hostile archive has another title now.');
    const bytes = hostile.make();
    await writeFile(path, bytes);
    const opened = await openArchive(bytes, { expectKind: 'pack' });
    const reason = opened.ok ? 'It would be opened.' : opened.fault.message;
    await packs.offer(path);
    await expect(packs.problem.filter({ hasText: reason }), hostile.title).toBeVisible();
    await expect(packs.preview).toHaveCount(0);
  }
  expect(await readdir(app.profileDir)).not.toContain('packs');

  // Sound as an archive, hostile in its words: they are shown as words.
  const server = await startProbeServer();
  try {
    const evil = `<img src=x onerror="document.title='ran'"><script src="${server.address}script"></script>`;
    const text = new TextDecoder().decode(packFiles().get('pack.yaml'));
    const yaml = text
      .replace('title: Test', `title: ${JSON.stringify(evil)}\nabout: ${JSON.stringify(evil)}`)
      .replace('authors: [Ana Beltran]', `authors: [${JSON.stringify(evil)}]`);
    const files = packFiles({
      'pack.yaml': yaml,
      'drills/a-key/brief.md': `${evil}\n\n![](${server.address}image) [x](javascript:alert(1))\n`,
    });
    await writeFile(path, writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, files));
    await packs.offer(path);
    await expect(packs.preview).toContainText('<img src=x');
    await expect(packs.preview).toContainText('Not signed: nothing proves who made it');
    await packs.preview.getByRole('button', { name: 'Install', exact: true }).click();
    await expect(packs.chosen).toContainText('Not signed');
    await goTo(page, '#/drills');
    await page.getByRole('row').filter({ hasText: 'A key in the open' }).first().click();
    await expect(page.getByText(/^T01 · pack/)).toBeVisible();
    expect(await page.title()).not.toBe('ran');
    expect(server.visits).toEqual([]);
    // The same words as markup would have been noticed: the server notes who comes.
    await fetch(`${server.address}script`);
    expect(server.visits).toEqual(['script']);
  } finally {
    server.close();
  }
});

test('a kill in the middle of an install leaves the old pack or the new one, whole', async ({
  app,
}) => {
  const kills = full ? 100 : 10;
  test.setTimeout(60_000 + kills * 20_000);
  const archives = ['1.0.0', '1.1.0'].map((version) => {
    const text = new TextDecoder().decode(packFiles().get('pack.yaml'));
    const files = packFiles({
      'pack.yaml': text.replace('version: 1.0.0', `version: ${version}`),
      'notes.txt': randomBytes(1024 * 1024).toString('base64'),
    });
    return writeArchive({ kind: 'pack', id: 'test', version }, files);
  });
  let before: string | null = null;
  let cut = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const { acknowledged, begun } = await installUntilKilled(app, archives, (kill * 137) % 400);
    await app.launch();
    const listed = await app.page.evaluate(() => window.drillbook.installed.list());
    if (listed.kind === 'refused') throw new Error(listed.message);
    const [found] = listed.value.packs;
    const allowed = [acknowledged ?? before, begun];
    expect(allowed, `after kill ${kill}`).toContain(found?.sha256 ?? null);
    expect(found?.fault ?? null).toBeNull();
    if (begun !== acknowledged) cut += 1;
    before = found?.sha256 ?? null;
    // Nothing lies about that is not needed, and what is needed reads whole.
    const names = await readdir(join(app.profileDir, 'packs'));
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    for (const name of names.filter((one) => one.endsWith('.drillpack'))) {
      const bytes = await readFile(join(app.profileDir, 'packs', name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name.slice(0, 64));
    }
  }
  expect(cut).toBeGreaterThan(0);
  console.log(
    `figure: kill -9 while packs are installed: ${kills} kills, ${cut} in the middle of one, 0 half`,
  );
});
