import { cdp, page } from 'vitest/browser';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import type { AppParts } from '../../state/app-parts.ts';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import SaveMenu from './SaveMenu.svelte';

/** The paper as it is while the system prints. */
let paper = '';

async function show(more: Partial<AppParts> = {}) {
  paper = '';
  const parts = someParts({
    more: {
      print: () => {
        paper = document.querySelector('.paper')?.textContent ?? '';
        return Promise.resolve({ kind: 'ok', value: { kind: 'printed' } });
      },
      ...more,
    },
  });
  await render(SaveMenu, {
    parts,
    name: 'debrief-a-key',
    title: 'Debrief: A key',
    write: () => [{ kind: 'heading', level: 1, text: 'Debrief: A key' }] as const,
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  return parts;
}
const ways = () => page.getByRole('button', { name: /…/ }).all();

it('prints in the window, beside saving as PDF', async () => {
  const parts = await show();
  const panel = page.getByRole('group', { name: 'Save the debrief' });
  expect(await findBarriers(panel.element())).toEqual([]);
  const texts = ways().map((one) => one.element().textContent.trim());
  expect(texts[0]).toMatch(/^Save as PDF…/);
  expect(texts[1]).toMatch(/^Print…/);
  await page.getByRole('button', { name: /^Print…/ }).click();
  await expect
    .poll(() => parts.notices.list.at(-1)?.text)
    .toBe('The debrief was handed to the printer.');
  expect(paper).toContain('Debrief: A key');
  expect(document.querySelector('.paper')).toBeNull();
});

it('is printed by way of the palette too', async () => {
  const parts = await show();
  const action = parts.actions.all.find(({ title }) => title === 'Print this debrief');
  action?.run();
  await expect.poll(() => paper).toContain('Debrief: A key');
});

it('says why nothing was printed, and takes the document off the paper', async () => {
  const message = 'This computer has no printer that Drillbook can see. Nothing was printed.';
  const parts = await show({
    print: () => Promise.resolve({ kind: 'refused', code: 'not_found', message }),
  });
  await page.getByRole('button', { name: /^Print…/ }).click();
  await expect
    .poll(() => parts.notices.list.at(-1))
    .toMatchObject({
      tone: 'problem',
      text: `The debrief was not printed. It is unchanged here. ${message}`,
    });
  expect(document.documentElement.classList.contains('on-paper')).toBe(false);
});

it('says nothing where the person closed the dialog', async () => {
  let asked = 0;
  const parts = await show({
    print: () => {
      asked += 1;
      return Promise.resolve({ kind: 'ok', value: { kind: 'cancelled' } });
    },
  });
  await page.getByRole('button', { name: /^Print…/ }).click();
  await expect.poll(() => asked).toBe(1);
  await expect.poll(() => document.querySelector('.paper')).toBeNull();
  expect(parts.notices.list).toEqual([]);
});

it('has one way for both in a browser, whose dialog does both', async () => {
  const { info } = someParts();
  await show({ info: { ...info, runtime: 'browser' } });
  const texts = ways().map((one) => one.element().textContent.trim());
  expect(texts.filter((text) => /print|PDF/i.test(text))).toHaveLength(1);
  expect(texts[0]).toMatch(/^Print, or save as PDF…/);
});

afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
});

it.each(['light', 'dark'])(
  'puts the document alone on paper, black on white, %s',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const beside = document.createElement('div');
    beside.textContent = 'A notice of the app';
    document.body.append(beside);
    const seen: string[] = [];
    await show({
      print: async () => {
        await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
        for (const one of document.body.children) {
          if (one instanceof HTMLElement && one.checkVisibility()) seen.push(one.className);
        }
        const { colorScheme, backgroundColor } = getComputedStyle(document.documentElement);
        const article = getComputedStyle(document.querySelector('.paper article') ?? document.body);
        seen.push(colorScheme, backgroundColor, article.color);
        return { kind: 'ok', value: { kind: 'printed' } };
      },
    });
    await page.getByRole('button', { name: /^Print…/ }).click();
    await expect
      .poll(() => seen)
      .toEqual(['paper', 'light', 'rgba(0, 0, 0, 0)', 'rgb(26, 27, 29)']);
    beside.remove();
    delete document.documentElement.dataset['theme'];
  },
);
