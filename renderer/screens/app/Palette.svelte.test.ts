import { page, userEvent } from 'vitest/browser';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { menuActions, windowCommands } from '../../../electron/ipc.ts';
import type { AppParts } from '../../state/app-parts.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import App from './App.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function open(theme: 'light' | 'dark' = 'light', more: Partial<AppParts> = {}) {
  const parts = { ...someParts({ settings: { theme } }), ...more };
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(App, { parts });
  await expect.element(page.getByRole('button', { name: 'Set it up first' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  return parts;
}

describe('the command palette', () => {
  it.each(['light', 'dark'] as const)('has no barrier that axe finds, %s', async (theme) => {
    await open(theme);
    await userEvent.keyboard('key');
    await expect.element(page.getByRole('option').first()).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('reaches every place, drill, setting and action, and underlines what matched', async () => {
    await open();
    for (const [typed, title] of [
      ['hist', /^Go to History/],
      ['key open', /^A key in the open/],
      ['dark', /^Use the dark theme/],
      ['larger 130', /^Set text size to 130 %/],
      ['backup', /^Export everything/],
      ['where is my', /^Open data folder/],
      ['no clock', /^Begin drills with no clock/],
      ['mentoring', /^Follow the path for mentoring/],
      ['senior level', /^Start at level senior/],
    ] as const) {
      await page.getByRole('combobox').fill(typed);
      await expect.element(page.getByRole('option', { name: title }).first()).toBeVisible();
    }
    await page.getByRole('combobox').fill('keyb');
    const marked = page
      .getByRole('option', { name: /^Show keyboard shortcuts/ })
      .element()
      .querySelector('u');
    expect(marked?.textContent).toBe('keyb');
  });

  it('has every item of the menu, and does to the window what a menu does by itself', async () => {
    const done: string[] = [];
    const parts = await open('light', { command: (command) => done.push(command) });
    await expect.poll(() => parts.actions.all.some(({ id }) => id === 'window/quit')).toBe(true);
    const ids = parts.actions.all.map(({ id }) => id);
    expect(menuActions.filter((id) => !ids.includes(id))).toEqual([]);
    for (const command of windowCommands) parts.actions.runById(`window/${command}`);
    expect(done).toEqual([...windowCommands]);
  });

  it('leads to erasing, which asks first, and copies the diagnostic', async () => {
    const parts = await open();
    await page.getByRole('combobox').fill('erase');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible();
    const written: string[] = [];
    const { clipboard } = navigator;
    const write = vi.spyOn(clipboard, 'writeText').mockImplementation((text) => {
      written.push(text);
      return Promise.resolve();
    });
    parts.actions.runById('copy_diagnostic');
    await expect.poll(() => written.length).toBe(1);
    expect(written[0]).toMatch(/^Drillbook .+, runtime /);
    expect(parts.notices.list.at(-1)?.text).toMatch(/^The diagnostic was copied/);
    write.mockRestore();
  });

  it('puts the best match first, and says by which word others were found', async () => {
    await open();
    await page.getByRole('combobox').fill('key');
    await expect
      .element(page.getByRole('option', { selected: true }))
      .toHaveAccessibleName(/A key in the open/);
    const groups = page.getByRole('dialog').getByRole('group').elements();
    expect(groups.map((group) => group.querySelector('p')?.textContent)).toEqual([
      'Go on',
      'Drills',
      'Commands',
      'Places',
    ]);
    const packs = page.getByRole('option', { name: /^Go to Packs/ });
    await expect.element(packs.getByText('matches “keys”')).toBeVisible();
    // What the line shows anyway is not said again.
    await page.getByRole('combobox').fill('settings dark');
    await expect.element(page.getByRole('option', { name: /^Use the dark theme/ })).toBeVisible();
    expect(page.getByText(/^matches/).elements()).toEqual([]);
  });

  it('says so where nothing matches', async () => {
    await open();
    await userEvent.keyboard('zebra');
    await expect
      .element(page.getByText('Nothing matches “zebra”.', { exact: false }))
      .toBeVisible();
    expect(page.getByRole('option').elements()).toEqual([]);
  });

  it('moves by arrows, runs by Enter, and shows what was used last', async () => {
    const parts = await open();
    await userEvent.keyboard('theme');
    await userEvent.keyboard('{ArrowDown}');
    const chosen = page.getByRole('option', { selected: true, name: /^Use the light theme/ });
    await expect.element(chosen).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByRole('combobox')).not.toBeInTheDocument();
    expect(parts.settings.values.theme).toBe('dark');
    await userEvent.keyboard('{Control>}k{/Control}');
    const last = page.getByRole('group', { name: 'Used last' });
    await expect.element(last.getByRole('option', { name: /^Use the dark theme/ })).toBeVisible();
  });

  it('keeps to commands after >', async () => {
    await open();
    await userEvent.keyboard('> key');
    await expect
      .element(page.getByRole('option', { name: /^Show keyboard shortcuts/ }))
      .toBeVisible();
    await expect.element(page.getByRole('group', { name: 'Drills' })).not.toBeInTheDocument();
  });

  it('closes on Esc and gives the focus back', async () => {
    const parts = await open();
    await userEvent.keyboard('{Escape}');
    const button = page.getByRole('button', { name: 'Set it up first' });
    button.element().focus();
    parts.actions.runById('open_palette');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
  });

  it.each(['Escape', 'Enter'])('opens again when asked at once after %s', async (key) => {
    const { actions } = await open();
    await userEvent.keyboard('theme dark');
    await expect.element(page.getByRole('option', { name: /^Use the dark theme/ })).toBeVisible();
    const typed = page.getByRole('combobox').element();
    typed.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    // Before the dialog’s own event, which comes in a task of its own.
    await tick();
    actions.runById('open_palette');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await expect.element(page.getByRole('combobox')).toHaveValue('');
  });

  it('leaves Enter and Escape to a word that is being composed', async () => {
    await open();
    const field = page.getByRole('combobox');
    for (const key of ['Escape', 'Enter']) {
      const composing = { key, isComposing: true, bubbles: true, cancelable: true };
      field.element().dispatchEvent(new KeyboardEvent('keydown', composing));
    }
    await tick();
    await expect.element(field).toHaveFocus();
  });
});
