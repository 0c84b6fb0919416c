import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import axe from 'axe-core';
import type { OpenedStore, StoredCopy } from '../../storage/stored-data.ts';
import '../../styles/base.css';
import '../../styles/tokens.css';
import { usualSettings } from '../../state/settings.svelte.ts';
import { applyAppearance } from '../app/appearance.ts';
import Recovery from './Recovery.svelte';

const copies: readonly StoredCopy[] = [
  {
    id: 'working',
    kind: 'working',
    whole: true,
    savedAt: '2026-11-01T10:00:00Z',
    counts: { attempts: 2, events: 1200 },
    fault: null,
  },
  {
    id: 'safe',
    kind: 'safe',
    whole: false,
    savedAt: null,
    counts: null,
    fault: 'It ends at change 3 of 9.',
  },
];
const use = vi.fn<(id: string) => Promise<OpenedStore>>();
const onopened = vi.fn();

beforeEach(async () => {
  vi.resetAllMocks();
  await render(Recovery, {
    opened: { kind: 'recovery', recovery: { why: 'They disagree.', copies, use } },
    onopened,
  });
});

it('shows what each copy holds and what is wrong with it, readable by everyone', async () => {
  await expect.element(page.getByText('They disagree.')).toBeVisible();
  await expect
    .element(page.getByText('Holds 2 attempts with their debriefs, 1,200 steps in them.'))
    .toBeVisible();
  await expect.element(page.getByText('It ends at change 3 of 9.')).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});

it('goes on with the copy that is chosen', async () => {
  const next: OpenedStore = { kind: 'refused', message: 'x' };
  use.mockResolvedValueOnce(next);
  await page.getByRole('button', { name: 'Use this copy' }).last().click();
  expect(use).toHaveBeenCalledExactlyOnceWith('safe');
  await vi.waitFor(() => expect(onopened).toHaveBeenCalledWith(next));
});

it('says so when a copy cannot be used, and lets another be chosen', async () => {
  use.mockRejectedValueOnce(new Error('This copy is damaged. Choose another one.'));
  await page.getByRole('button', { name: 'Use this copy' }).first().click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Choose another one.' }))
    .toBeVisible();
  expect(onopened).not.toHaveBeenCalled();
});

it('says why when there is nothing to choose', async () => {
  await render(Recovery, {
    opened: { kind: 'refused', message: 'Open in another tab.' },
    onopened,
  });
  await expect.element(page.getByText('Open in another tab.')).toBeVisible();
});

it('says what a browser has lost, and goes on with what is there', async () => {
  const next: OpenedStore = { kind: 'refused', message: 'x' };
  const goOn = vi.fn(() => Promise.resolve(next));
  cleanup();
  await render(Recovery, {
    opened: { kind: 'emptied', message: 'Its store is empty.', goOn },
    onopened,
  });
  await expect.element(page.getByText('Its store is empty.')).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  await page.getByRole('button', { name: 'Go on with what is there' }).click();
  await vi.waitFor(() => expect(onopened).toHaveBeenCalledExactlyOnceWith(next));
});

it('shows text as large as it was shown last, though settings cannot be read', async () => {
  const size = (): string => document.documentElement.style.getPropertyValue('--text-size');
  expect(size()).toBe('100');
  applyAppearance({ ...usualSettings, textSize: 150 });
  document.documentElement.style.removeProperty('--text-size');
  cleanup();
  await render(Recovery, { opened: { kind: 'refused', message: 'Locked.' }, onopened });
  expect(size()).toBe('150');
  localStorage.setItem('drillbook-text-size', '9000');
  cleanup();
  await render(Recovery, { opened: { kind: 'refused', message: 'Locked.' }, onopened });
  expect(size()).toBe('100');
});
