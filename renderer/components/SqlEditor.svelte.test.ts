import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import axe from 'axe-core';
import '../styles/tokens.css';
import '../styles/base.css';
import SqlEditor from './SqlEditor.svelte';

const names = { cloudtrail: ['eventTime', 'eventName', 'sourceIPAddress'] };

async function show(more: object = {}) {
  const heard = {
    ontype: vi.fn(),
    onrun: vi.fn(),
    onrecall: vi.fn(() => true),
  };
  const shown = await render(SqlEditor, {
    label: 'SQL',
    value: '',
    names,
    defaultTable: 'cloudtrail',
    ...heard,
    ...more,
  });
  const box = page.getByRole('textbox', { name: 'SQL' });
  await expect.element(box).toBeVisible();
  return { ...heard, box, shown };
}

describe('the box for SQL', () => {
  it('keeps its styles in a shadow root: no style tag, which the policy would refuse', async () => {
    const before = document.querySelectorAll('style').length;
    const { shown } = await show({ value: 'SELECT 1' });
    const root = shown.container.querySelector('.host')?.shadowRoot;
    expect(root?.adoptedStyleSheets.length).toBeGreaterThan(0);
    expect(root?.querySelectorAll('style')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(before);
  });

  it('tells what is typed, runs with Ctrl+Enter, goes back with Alt+Up', async () => {
    const { box, ontype, onrun, onrecall } = await show();
    await box.click();
    await userEvent.keyboard('SELECT');
    expect(ontype).toHaveBeenLastCalledWith('SELECT');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onrun).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(onrecall).toHaveBeenCalledWith(1);
  });

  it('completes columns of the table at hand', async () => {
    const { box, ontype } = await show();
    await box.click();
    await userEvent.keyboard('SELECT sourceI');
    await expect.element(page.getByRole('option', { name: /sourceIPAddress/ })).toBeVisible();
    // The list takes no key in the first moments, so that it never takes one by surprise.
    await expect
      .poll(async () => {
        await userEvent.keyboard('{Tab}');
        return ontype.mock.calls.at(-1)?.[0] as string;
      })
      .toBe('SELECT sourceIPAddress');
  });

  it('lets Esc, then Tab, leave', async () => {
    const { box } = await show();
    await box.click();
    await userEvent.keyboard('sel');
    await userEvent.keyboard('{Escape}');
    await userEvent.tab();
    expect(document.activeElement?.classList.contains('host')).toBe(false);
  });

  it('never lets a letter, a space or an undo act on the room', async () => {
    const heard = vi.fn();
    const listen = (event: KeyboardEvent): void => {
      heard(event.key);
    };
    addEventListener('keydown', listen);
    const { box } = await show();
    await box.click();
    await userEvent.keyboard('p {Control>}z{/Control}');
    removeEventListener('keydown', listen);
    expect(heard.mock.calls.flat().filter((key) => key !== 'Control')).toEqual([]);
  });

  it('underlines the words of a fault', async () => {
    const { shown } = await show({
      value: 'SELECT evenName FROM cloudtrail',
      mark: { from: 7, to: 15, message: 'no column' },
    });
    const root = shown.container.querySelector('.host')?.shadowRoot;
    await expect
      .poll(() => root?.querySelector('.cm-lintRange-error')?.textContent)
      .toBe('evenName');
  });

  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show({
      value: "SELECT eventName, 1 FROM cloudtrail -- note\nWHERE eventName = 'x'",
      mark: { from: 7, to: 16, message: 'no column' },
    });
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false } },
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual(
      [],
    );
  });
});
