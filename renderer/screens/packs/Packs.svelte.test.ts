import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Packs as PacksState } from '../../state/packs.svelte.ts';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import { aLook, anInstalledPack, anOffer, somePacks } from '../testing/some-packs.ts';
import PacksScreen from './PacksScreen.svelte';

async function show(packs: PacksState) {
  await packs.load();
  const parts = someParts();
  await render(PacksScreen, { parts, packs });
  return parts;
}

const bytes = new Uint8Array([1]);

describe('Packs', () => {
  it('says what goes here while nothing is installed', async () => {
    await show(somePacks().packs);
    await expect.element(page.getByText(/No pack of somebody else’s/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('says of a folder that was dropped that it could not be read', async () => {
    await show(somePacks().packs);
    // Its name would be read from right to left.
    const folder = new File([], 'folder\u202e');
    folder.arrayBuffer = () => Promise.reject(new DOMException('a folder', 'NotFoundError'));
    const drop = new DragEvent('drop', { bubbles: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [folder] } });
    page.getByRole('heading', { name: 'Packs' }).element().dispatchEvent(drop);
    await expect.element(page.getByText(/“folder\[U\+202E\]” could not be read/)).toBeVisible();
  });

  it('shows a pack before anything of it is installed, and installs it whole', async () => {
    const { packs, calls } = somePacks();
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    const dialog = page.getByRole('dialog', { name: 'Drills of one team 1.1.0' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByText(/you have not confirmed this key/)).toBeVisible();
    await expect.element(dialog.getByText('The first night')).toBeVisible();
    expect(calls).toEqual([]);
    expect(await findBarriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Install' }).click();
    await expect.element(page.getByRole('heading', { name: 'Drills of one team' })).toBeVisible();
    expect(calls).toEqual([`install {"sha256":"${'2'.repeat(64)}"}`]);
    await expect.element(page.getByRole('status').getByText(/is installed/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('writes out what would turn or break the name of a file or folder', async () => {
    const { packs } = somePacks({ packs: [anInstalledPack()] });
    await show(packs);
    await packs.offerFile('team\u202ekcap\n.drillpack', bytes);
    const shown = page.getByText('From “team[U+202E]kcap[U+000A].drillpack”', { exact: false });
    await expect.element(shown).toBeVisible();
  });

  it('says what was installed for as long as it stands there', async () => {
    const { packs } = somePacks({ packs: [anInstalledPack({ versionBefore: '1.0.0' })] });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Install|Update)$/ })
      .click();
    const said = page.getByText(/^The pack “team” 1\.1\.0 is installed/);
    await expect.element(said).toBeVisible();
    await packs.goBack('team');
    await expect.element(said).not.toBeInTheDocument();
  });

  it('does not install what another key signed', async () => {
    const { packs, calls } = somePacks({
      packs: [anInstalledPack()],
      offer: anOffer({
        standing: 'update',
        key: 'changed',
        installed: { version: '1.0.0', sha256: '1'.repeat(64) },
      }),
    });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    await expect.element(page.getByRole('alert')).toBeVisible();
    // The sign stands apart from the words.
    expect(page.getByRole('alert').element().textContent).toMatch(/^⬢ The/);
    const install = page.getByRole('button', { name: /^Update/ });
    await expect.element(install).toHaveAttribute('aria-disabled', 'true');
    await packs.install();
    expect(calls).toEqual([]);
  });

  it('tells why a file was refused, and leaves what is installed', async () => {
    const { packs } = somePacks({
      packs: [anInstalledPack()],
      refuse: 'Two files in the archive share the same bytes. Nothing was unpacked.',
    });
    await show(packs);
    await packs.offerFile('bad\u202e.drillpack', bytes);
    await expect
      .element(page.getByText(/“bad\[U\+202E\]\.drillpack”: .*share the same bytes/))
      .toBeVisible();
    expect(packs.packs).toHaveLength(1);
  });

  it('removes a pack, and brings it back', async () => {
    const { packs, calls } = somePacks({ packs: [anInstalledPack()] });
    const parts = await show(packs);
    await page.getByRole('button', { name: 'Remove this pack' }).click();
    await expect.element(page.getByText(/No pack of somebody else’s/)).toBeVisible();
    // Its button is gone, and the keyboard is still on this screen.
    await expect
      .poll(() => document.activeElement)
      .toBe(page.getByRole('region', { name: 'Packs', exact: true }).element());
    parts.notices.list[0]?.action?.run();
    await expect.element(page.getByRole('button', { name: 'Remove this pack' })).toBeVisible();
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['remove', 'bringBack']);
  });

  it('switches its drills off and on, and knows a key by a name', async () => {
    const { packs, calls } = somePacks({ packs: [anInstalledPack()] });
    await show(packs);
    await page.getByRole('checkbox', { name: 'Show its drills' }).click();
    await expect.element(page.getByText(/switched off/)).toBeVisible();
    await page.getByLabelText('Name of whoever holds this key').fill('Nadia, our lead');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Signed by Nadia, our lead/)).toBeVisible();
    await page
      .getByRole('button', { name: /^Forget this key/ })
      .first()
      .click();
    await expect.element(page.getByText(/not confirmed this key/)).toBeVisible();
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['setEnabled', 'pinKey', 'forgetKey']);
  });

  it('does what is asked for while it is still at work, after that', async () => {
    const { packs, calls } = somePacks({ packs: [anInstalledPack()] });
    await show(packs);
    const off = packs.setEnabled('team', false);
    const remove = page.getByRole('button', { name: 'Remove this pack' });
    (remove.element() as HTMLElement).click();
    expect(packs.isDoing('setEnabled')).toBe(true);
    expect(packs.isDoing('remove')).toBe(true);
    await expect.element(page.getByText(/No pack of somebody else’s/)).toBeVisible();
    expect(await off).toBe(true);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['setEnabled', 'remove']);
    expect(packs.isDoing('remove')).toBe(false);
  });

  it('installs nothing that was given up while it had to wait', async () => {
    const { packs, calls } = somePacks({ packs: [anInstalledPack()] });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    const off = packs.setEnabled('team', false);
    const installed = packs.install();
    packs.dismiss();
    expect(await installed).toBe(null);
    expect(await off).toBe(true);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['setEnabled']);
  });

  it('lists the paths and the exercises of a pack, and how an exercise is played', async () => {
    const { packs } = somePacks({
      packs: [anInstalledPack()],
      look: aLook({
        paths: [{ title: 'Your first month', steps: 4 }],
        exercises: [{ slug: 'review-login', title: 'Review a login', minutes: 25 }],
      }),
    });
    await show(packs);
    const contents = page.getByRole('region', { name: 'Contents' });
    await expect.element(contents.getByText('path through 4 drills')).toBeVisible();
    await expect
      .element(contents.getByText('drillbook play review-login --pack FOLDER'))
      .toBeVisible();
    await expect.element(contents.getByText(/played in the terminal/)).toBeVisible();
    await expect.element(contents.getByText('drillbook unpack FILE FOLDER')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('says of a pack without drills where what it brings is found', async () => {
    const { packs } = somePacks({ look: aLook({ drills: [], questions: 3 }) });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    await page.getByRole('dialog').getByRole('button', { name: 'Install' }).click();
    const said = page.getByRole('status');
    await expect
      .element(said.getByText(/questions stand in Stories, under Practice/))
      .toBeVisible();
    await expect.element(said.getByText(/Drills/)).not.toBeInTheDocument();
    await expect.element(page.getByRole('checkbox', { name: 'Show its questions' })).toBeVisible();
    await expect.element(page.getByText(/its drills/)).not.toBeInTheDocument();
  });

  it('writes a copy to edit, takes it in as a file is, and returns to the author’s files', async () => {
    const { packs, calls } = somePacks({
      packs: [anInstalledPack({ base: '3'.repeat(64) })],
      offer: anOffer({
        version: '1.0.0',
        standing: 'edited',
        key: 'unsigned',
        signer: null,
        installed: { version: '1.0.0', sha256: '1'.repeat(64) },
      }),
    });
    await show(packs);
    await expect.element(page.getByText(/It holds local edits/)).toBeVisible();
    await page.getByRole('button', { name: 'Edit a copy…' }).click();
    await expect
      .element(page.getByRole('status').getByText(/The copy is in \/users\/you\/team-1.0.0/))
      .toBeVisible();
    await page.getByRole('button', { name: 'Take in an edited folder…' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/kept as local edits of 1.0.0/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep as local edits' }).click();
    await page.getByRole('button', { name: 'Return to the author’s files' }).click();
    await expect
      .poll(() => calls.map((call) => call.split(' ')[0]))
      .toEqual([...['copyToEdit', 'offerEdited', 'install', 'dropEdits']]);
  });

  it('lists the keys that are known, to forget them too', async () => {
    const { packs } = somePacks({ packs: [anInstalledPack()] });
    await show(packs);
    await packs.pinKey('a2V5', 'Nadia, our lead');
    const keys = page.getByRole('region', { name: 'Keys you know' });
    await expect.element(keys.getByText('Nadia, our lead', { exact: true })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await keys.getByRole('button', { name: /^Forget this key/ }).click();
    await expect.element(keys).not.toBeInTheDocument();
  });

  it('says in a browser what cannot be done there, and what to do', async () => {
    const { packs } = somePacks();
    await packs.load();
    const parts = someParts({ more: { info: { ...someParts().info, runtime: 'browser' } } });
    await render(PacksScreen, { parts, packs });
    await expect.element(page.getByText(/In a browser the bundled packs are all/)).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: /^Install a pack…/ }))
      .toHaveAttribute('aria-disabled', 'true');
    expect(await findBarriers()).toEqual([]);
  });

  it('never puts an update over local edits that it could not be joined with', async () => {
    const { packs, calls } = somePacks({
      packs: [anInstalledPack({ base: '3'.repeat(64) })],
      offer: anOffer({
        standing: 'update',
        installed: { version: '1.0.0', sha256: '1'.repeat(64) },
      }),
    });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Update' }).click();
    await expect.element(dialog.getByText(/so nothing was installed/)).toBeVisible();
    expect(calls).toEqual([]);
  });

  it('asks for each place that both an update and a local edit changed', async () => {
    const conflict = {
      id: 'drills/first/drill.yaml#decisions.one.prompt',
      file: 'drills/first/drill.yaml',
      place: 'decisions.one.prompt',
      base: 'What first?',
      mine: 'What now?',
      theirs: 'What next?',
    };
    const files = [{ path: 'drills/first/drill.yaml', text: 'merged' }];
    const { packs, calls } = somePacks({
      packs: [anInstalledPack({ base: '3'.repeat(64) })],
      offer: anOffer({
        standing: 'update',
        installed: { version: '1.0.0', sha256: '1'.repeat(64) },
      }),
      look: aLook({ changes: ['drill “The first night” changed.'] }),
      merge: { conflicts: [conflict], kept: 2, files },
    });
    await show(packs);
    await packs.offerFile('team.drillpack', bytes);
    await expect.element(page.getByText('drill “The first night” changed.')).toBeVisible();
    const group = page.getByRole('group', { name: /decisions.one.prompt/ });
    await expect.element(group.getByRole('radio', { name: /Take the update/ })).toBeChecked();
    await group.getByRole('radio', { name: /Keep the local edit/ }).click();
    await expect.element(group.getByRole('radio', { name: /Keep the local edit/ })).toBeChecked();
    expect(packs.merging?.keepMine).toEqual([conflict.id]);
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Update' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(calls).toEqual([`installEdited ${JSON.stringify({ sha256: '2'.repeat(64), files })}`]);
  });
});
