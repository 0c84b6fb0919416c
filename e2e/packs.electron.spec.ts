import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive, writeArchive } from '../content/archive/open-archive.ts';
import { hostileArchives } from '../content/archive/testing/hostile-archives.ts';
import { packFiles } from '../content/archive/testing/sound-pack.ts';
import { expect, test } from './fixtures/app.ts';
import { startProbeServer } from './fixtures/probe-server.ts';
import { goTo } from './pages/app.page.ts';
import { PacksPage } from './pages/packs.page.ts';

/** Packs of others in the real window: what is sound is shown as words, the rest stays outside. */

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
