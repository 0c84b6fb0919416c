import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { SettingsValues } from '../../state/settings.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { someDesk } from '../testing/some-desk.ts';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import App from './App.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function show(
  settings: Partial<SettingsValues> = {},
  setup: Parameters<typeof someParts>[0] = {},
) {
  const { more, ...rest } = setup;
  const parts = someParts({ settings, ...rest, more: { desk: someDesk().desk, ...more } });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(App, { parts });
  return parts;
}
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('App', () => {
  it.each(['light', 'dark'] as const)('has no barrier that axe finds, %s', async (theme) => {
    const parts = await show({ theme });
    parts.notices.show({ tone: 'problem', text: 'A file could not be read.' });
    await expect.element(page.getByText('A file could not be read.')).toBeVisible();
    expect(document.documentElement.dataset['theme']).toBe(theme);
    expect(await findBarriers()).toEqual([]);
  });

  it('gives notices a place of their own, over no control, and keeps the keyboard when one goes', async () => {
    const parts = await show();
    const main = page.getByRole('main').element();
    const before = main.getBoundingClientRect().height;
    parts.notices.show({ tone: 'problem', text: 'A file could not be read.' });
    parts.notices.show({ tone: 'note', text: 'It was saved. '.repeat(40) });
    await expect.element(page.getByText(/^It was saved/)).toBeVisible();
    const place = page.getByRole('region', { name: 'Notices' });
    const { top, bottom } = place.element().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(main.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(
      page.getByRole('contentinfo').element().getBoundingClientRect().top,
    );
    const close = place.getByRole('button', { name: 'Dismiss this notice' });
    close.last().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.ariaLabel).toBe('Dismiss this notice');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement).toBe(main);
    expect(main.getBoundingClientRect().height).toBe(before);
  });

  it('shows the newest two of many notices, and counts the others until they are wanted', async () => {
    const parts = await show();
    const main = page.getByRole('main').element();
    const before = main.getBoundingClientRect().height;
    for (let at = 1; at <= 6; at += 1) {
      parts.notices.show({ tone: at === 2 ? 'problem' : 'note', text: `Saved to file ${at}.` });
    }
    const place = page.getByRole('region', { name: 'Notices' });
    const close = place.getByRole('button', { name: 'Dismiss this notice' });
    await expect.element(place.getByText('4 earlier notices, 1 of them a problem')).toBeVisible();
    expect(place.getByText(/^Saved/).elements().map((one) => one.textContent)).toEqual(['Saved to file 6.', 'Saved to file 5.']); // oxfmt-ignore
    const { scrollHeight, clientHeight } = place.element().firstElementChild ?? main;
    expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
    expect(await findBarriers(place.element())).toEqual([]);
    await place.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => close.elements().length).toBe(6);
    await place.getByRole('button', { name: 'Show the newest only' }).click();
    await expect.poll(() => close.elements().length).toBe(2);
    place.getByRole('button', { name: 'Dismiss all 6' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement).toBe(main);
    expect(parts.notices.list).toEqual([]);
    expect(main.getBoundingClientRect().height).toBe(before);
  });

  it('names the story that is open in the breadcrumb and the title of the window', async () => {
    const parts = await show({}, { hash: '#/stories' });
    const stories = await parts.openStories();
    // Called what its place is called, which is no reason to stumble.
    const { id } = stories.create({ title: 'Stories' });
    parts.navigation.go({ kind: 'stories', view: 'bank', story: id });
    const trail = page.getByRole('navigation', { name: 'Breadcrumb' });
    await expect.element(trail.getByRole('listitem')).toHaveLength(2);
    stories.arrange(id, { title: 'The key nobody owned' }, 'title');
    await expect.element(trail.getByText('The key nobody owned')).toBeVisible();
    expect(document.title).toBe('The key nobody owned – Drillbook');
    parts.navigation.go({ kind: 'settings' });
    await expect.element(trail.getByRole('listitem')).toHaveLength(1);
    expect(document.title).toBe('Settings – Drillbook');
  });

  it('names the attempt in the title of the window, also behind the road and the screen', async () => {
    const parts = await show();
    const attempt = 'id-1';
    parts.navigation.go({ kind: 'debrief', attempt });
    await expect.poll(() => document.title).toBe('Debrief – Attempt – Drillbook');
    parts.navigation.go({ kind: 'room', attempt, branch: 'what-if-1' });
    await expect.poll(() => document.title).toBe('what-if 1 – Attempt – Drillbook');
  });

  it('puts theme, motion and text size on the document as they change', async () => {
    const parts = await show({ theme: 'light' });
    const { documentElement: root } = document;
    parts.settings.change({ theme: 'dark', motion: 'reduced', textSize: 150 });
    await expect.poll(() => root.dataset['theme']).toBe('dark');
    expect(root.dataset['motion']).toBe('reduced');
    expect(root.style.getPropertyValue('--text-size')).toBe('150');
    parts.settings.change({ theme: 'system' });
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    await expect.poll(() => root.dataset['theme']).toBe(system);
    parts.settings.change({ textSize: 100 });
  });

  it('leads to the places by the rail, and by Ctrl with a digit', async () => {
    await show();
    await page.getByRole('button', { name: 'Drills', exact: true }).click();
    await expect.element(heading('Drills')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Drills', exact: true }))
      .toHaveAttribute('aria-current', 'page');
    await userEvent.keyboard('{Control>}3{/Control}');
    await expect.element(heading('Stories')).toBeVisible();
    await page.getByRole('button', { name: 'Coverage', exact: true }).click();
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
    const steps = () =>
      [...crumbs.element().querySelectorAll('button, [aria-current]')].map(
        ({ textContent }) => textContent,
      );
    await expect.poll(steps).toEqual(['Stories', 'Coverage']);
    await crumbs.getByRole('button', { name: 'Stories' }).click();
    await expect.poll(steps).toEqual(['Stories']);
    await userEvent.keyboard('{Control>}4{/Control}');
    await expect.element(heading('History of attempts')).toBeVisible();
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.element(heading('Settings')).toBeVisible();
    await userEvent.keyboard('{Control>}1{/Control}');
    await expect.element(heading(/November/)).toBeVisible();
    expect(document.title).toBe('Today – Drillbook');
  });

  it('sends a new user to the first choices, and nobody else', async () => {
    await show({ welcomed: false });
    await expect.element(heading('What brings you here?')).toBeVisible();
    await page.getByRole('button', { name: 'Look around first' }).click();
    await expect.element(heading(/November/)).toBeVisible();
  });

  it('keeps the rail narrow in a small window and on work screens, unless it is pinned', async () => {
    const parts = await show();
    const rail = () => page.getByRole('navigation', { name: 'Places' }).element().clientWidth;
    expect(rail()).toBeGreaterThan(150);
    await page.viewport(1024, 700);
    await expect.poll(rail).toBeLessThan(60);
    await page.viewport(1440, 900);
    await expect.poll(rail).toBeGreaterThan(150);
    await page.getByRole('button', { name: 'Narrow the rail' }).click();
    await expect.poll(rail).toBeLessThan(60);
    expect(parts.settings.values.rail).toBe('slim');
  });

  it('goes from pane to pane with F6, and back to what had the focus', async () => {
    await show({}, { hash: '#/drills' });
    await expect.element(heading('Drills')).toBeVisible();
    const search = page.getByRole('searchbox', { name: 'Search the drills' });
    await search.click();
    await userEvent.keyboard('{F6}');
    const inPane = () => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label');
    expect(inPane()).toBe('Chosen drill');
    await userEvent.keyboard('{F6}');
    expect(inPane()).toBe('Places');
    await userEvent.keyboard('{Shift>}{F6}{F6}{/Shift}');
    await expect.element(search).toHaveFocus();
  });

  it('has a link that skips to the screen', async () => {
    await show();
    await userEvent.keyboard('{Tab}');
    for (
      let press = 0;
      press < 20 && document.activeElement?.textContent !== 'Skip to the screen';
      press += 1
    ) {
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    }
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('screen');
  });

  it('acts on single signs only while nothing is typed and they are switched on', async () => {
    const parts = await show({}, { hash: '#/drills' });
    await expect.element(heading('Drills')).toBeVisible();
    const search = page.getByRole('searchbox', { name: 'Search the drills' });
    await userEvent.keyboard('/');
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard('?x');
    await expect.element(search).toHaveValue('?x');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    parts.settings.change({ letterKeys: false });
    await page.getByRole('button', { name: 'Clear' }).first().click();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    parts.settings.change({ letterKeys: true });
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });

  it.each([
    ['show_shortcuts', 'Keyboard shortcuts', 'Next pane, previous pane'],
    ['show_glossary', 'Glossary', 'inject'],
    ['show_about', 'About Drillbook', '45.4.1'],
  ])('opens %s, without barriers, and gives the focus back', async (id, name, holds) => {
    const parts = await show();
    const start = page.getByRole('button', { name: 'Set it up first' });
    start.element().focus();
    parts.actions.runById(id);
    const dialog = page.getByRole('dialog', { name });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByText(holds, { exact: true })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(start).toHaveFocus();
  });

  it('says plainly what an older runtime is', async () => {
    const parts = await show({}, { more: { info: { ...someParts().info, runtime: 'older' } } });
    parts.actions.runById('show_about');
    await expect.element(page.getByText(/no longer gets security fixes/)).toBeVisible();
    await page.getByText('Svelte', { exact: true }).click();
    const licence = page.getByLabelText('Licence of Svelte');
    await expect.element(licence.getByText(/Permission is hereby granted/)).toBeVisible();
  });

  it('puts the terms of the drill at hand first in the glossary', async () => {
    const parts = await show();
    const attempt = someAttempt(parts);
    attempt.start();
    parts.current.take(attempt);
    parts.navigation.go({ kind: 'room', attempt: attempt.header.attempt });
    attempt.prepared.drill.terms.push('inject');
    await userEvent.keyboard('{F1}');
    await expect.element(page.getByText('In “A key in the open”')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Find a term' }).fill('zebra');
    await expect.element(page.getByText('No term holds “zebra”.')).toBeVisible();
  });

  it('says what could not be saved, and tries again', async () => {
    const parts = await show();
    let full = true;
    const commit = parts.store.commit.bind(parts.store);
    parts.store.commit = (change) =>
      full
        ? Promise.reject(new Error('The disk is full. Everything before is safe.'))
        : commit(change);
    parts.settings.change({ level: 'mid' });
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    full = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText(/Saved on this computer/)).toBeVisible();
    expect(await parts.store.get('settings', 'settings')).toMatchObject({ level: 'mid' });
  });

  it('says why an attempt cannot be opened, with a way back', async () => {
    await show({}, { hash: '#/room/gone' });
    await expect
      .element(page.getByText('This attempt is not on this computer any more.'))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Go to History' }).click();
    await expect.element(heading('History of attempts')).toBeVisible();
  });

  it('stays where a screen says stay', async () => {
    const parts = await show();
    const release = parts.navigation.guard(() => false);
    await userEvent.keyboard('{Control>}2{/Control}');
    await expect.element(heading(/November/)).toBeVisible();
    release();
    await userEvent.keyboard('{Control>}2{/Control}');
    await expect.element(heading('Drills')).toBeVisible();
  });

  it('runs what the menu asks for by its id', async () => {
    const parts = await show();
    const asked = [
      'go_today',
      'go_drills',
      'go_stories',
      'go_history',
      'go_packs',
      'go_settings',
      'open_palette',
    ];
    const more = ['show_shortcuts', 'show_glossary', 'show_about', 'export_data', 'import_data'];
    const known = parts.actions.all.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...asked, ...more, 'open_data_folder']));
    expect(new Set(known).size).toBe(known.length);
  });
});
