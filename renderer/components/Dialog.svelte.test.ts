import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/tokens.css';
import '../styles/base.css';
import Dialog from './Dialog.svelte';

/** As a screen has it: asked for, it is there once; told of its end, it is taken away. */
function setUp() {
  let shown: Record<string, never> | null = null;
  let told = 0;
  const children = createRawSnippet(() => ({
    render: () => '<p>Is it so? <input type="file" aria-label="A file" /></p>',
  }));
  const onclose = (): void => {
    told += 1;
    if (shown) void unmount(shown);
    shown = null;
  };
  const ask = (): void => {
    shown ??= mount(Dialog, {
      target: document.body,
      props: { title: 'A question', children, onclose },
    });
    flushSync();
  };
  ask();
  return { ask, onclose, told: () => told };
}
const dialog = () => page.getByRole('dialog', { name: 'A question' });
const element = () => dialog().element() as HTMLDialogElement;
const later = () => new Promise((resolve) => setTimeout(resolve, 100));

it('opens again when it is asked for in the moment it closes', async () => {
  const { ask, onclose, told } = setUp();
  // What the browser does on Escape; its event of the end comes in a task of its own.
  const one = element();
  if (one.dispatchEvent(new Event('cancel', { cancelable: true }))) one.close();
  ask();
  await later();
  await expect.element(dialog()).toBeVisible();
  expect(told()).toBe(1);
  onclose();
});

it('tells its end once where the browser does not wait', async () => {
  const { ask, onclose, told } = setUp();
  const one = element();
  one.dispatchEvent(new Event('cancel'));
  one.close();
  ask();
  await later();
  await expect.element(dialog()).toBeVisible();
  expect(told()).toBe(1);
  onclose();
});

it('closes by Escape, and stays where a file inside was not chosen', async () => {
  const { told } = setUp();
  const file = page.getByLabelText('A file').element();
  file.dispatchEvent(new Event('cancel', { bubbles: true }));
  expect(told()).toBe(0);
  await userEvent.keyboard('{Escape}');
  await expect.poll(told).toBe(1);
  expect(document.querySelector('dialog')).toBeNull();
});

it.each([
  ['light', /^rgba\(26, 27, 29, 0\.28/],
  ['dark', /^rgba\(0, 0, 0, 0\.55/],
] as const)('dims what lies behind it, %s', (theme, shade) => {
  document.documentElement.dataset['theme'] = theme;
  const { onclose } = setUp();
  expect(getComputedStyle(element(), '::backdrop').backgroundColor).toMatch(shade);
  onclose();
});
