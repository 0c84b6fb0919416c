import { page } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { beginDrill } from '../../state/begin-drill.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { someDesk } from '../testing/some-desk.ts';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Settings from './Settings.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function show(more: Parameters<typeof someDesk>[0] & { dataFolder?: null } = {}) {
  const at = someDesk(more);
  const { info } = someParts();
  const parts = someParts({
    more: {
      desk: at.desk,
      info: {
        ...info,
        ...(more.kind === 'browser' ? { runtime: 'browser', dataFolder: null } : {}),
      },
    },
  });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(Settings, { parts });
  return { parts, ...at };
}

describe('Settings', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('changes at once what is chosen', async () => {
    const { parts } = await show();
    const choose = async (group: string, text: string) => {
      await page.getByRole('group', { name: group }).getByText(text, { exact: true }).click();
    };
    await choose('Theme', 'Dark');
    await choose('Text size', '130 %');
    await choose('Motion', 'Reduced');
    await choose('Rail with the places', 'Slim');
    await choose('Extra time', '1.5×');
    await page.getByRole('checkbox', { name: 'Interruptions' }).click();
    await page.getByRole('checkbox', { name: 'Show what spoils a drill' }).click();
    await page.getByRole('checkbox', { name: 'Single letters as shortcuts' }).click();
    await page.getByLabelText('Interview date').fill('2026-12-01');
    expect(parts.settings.values).toMatchObject({
      theme: 'dark',
      textSize: 130,
      motion: 'reduced',
      rail: 'slim',
      extraTime: 1.5,
      interruptions: false,
      spoilers: true,
      letterKeys: false,
      interviewDate: '2026-12-01',
    });
    await choose('Rail with the places', 'By screen');
    expect(parts.settings.values.rail).toBeNull();
  });

  it('says where the data is and opens the folder', async () => {
    const { opened } = await show();
    await expect.element(page.getByText('/users/you/Drillbook', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Open folder' }).click();
    expect(opened).toEqual(['data']);
  });

  it('says in a browser what that lacks, and reminds of an export', async () => {
    await show({ kind: 'browser' });
    await expect.element(page.getByText(/In this browser, for this address only/)).toBeVisible();
    await expect.element(page.getByText(/You have not exported yet/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Open folder' }).elements()).toEqual([]);
  });

  it('exports everything and says where to', async () => {
    const { files } = await show();
    await page.getByRole('button', { name: 'Export everything' }).click();
    await expect
      .element(
        page.getByText('Everything was exported to /users/you/drillbook-export-2026-10-30.json.'),
      )
      .toBeVisible();
    expect(files).toHaveLength(1);
  });

  it('shows what an import holds before it replaces anything, and can undo it', async () => {
    const { count, startedAnew } = await show();
    const choose = page.getByRole('button', { name: 'Import a file…' });
    await choose.click();
    const dialog = page.getByRole('dialog', { name: 'Replace everything with this file?' });
    await expect.element(dialog.getByText('3 attempts with their debriefs')).toBeVisible();
    await expect.element(dialog.getByText('2 attempts with their debriefs')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep what is here' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(count()).toBe(2);
    await choose.click();
    await dialog.getByRole('button', { name: 'Replace everything' }).click();
    await expect.poll(count).toBe(3);
    expect(startedAnew()).toBe(1);
    await page.getByRole('button', { name: 'Undo the last import' }).click();
    await expect.poll(count).toBe(2);
  });

  it('erases only after it said what goes and a word was typed', async () => {
    const { count } = await show();
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
    await expect.element(dialog.getByText('2 attempts with their debriefs')).toBeVisible();
    const erase = dialog.getByRole('button', { name: /^Erase everything/ });
    (erase.element() as HTMLElement).click();
    expect(count()).toBe(2);
    await dialog.getByLabelText('Type “erase” to go on').fill('Erase');
    await erase.click();
    await expect.poll(count).toBe(0);
  });

  it('writes a diagnostic without a word of the person', async () => {
    const { parts } = await show();
    await beginDrill(parts, 'a-key');
    parts.current.attempt?.perform({ kind: 'notes_changed', data: { text: 'SECRET-NOTE' } });
    const diagnostic = page.getByRole('group', { name: 'Diagnostic' });
    await expect.element(diagnostic.getByText(/1 open/)).toBeVisible();
    const text = diagnostic.element().textContent;
    expect(text).toContain('Electron 45.4.1');
    expect(text).not.toMatch(/SECRET|home|A key in the open/);
  });
});
