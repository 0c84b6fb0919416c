import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { someAttempt, someParts } from '../testing/some-parts.ts';
import App from './App.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function enterRoom() {
  const parts = someParts();
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(App, { parts });
  const attempt = someAttempt(parts);
  attempt.start();
  parts.current.take(attempt);
  parts.navigation.go({ kind: 'room', attempt: attempt.header.attempt });
  await expect.element(page.getByRole('tab', { name: 'Brief' })).toBeVisible();
}
const focused = () => document.activeElement;

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('The focus of a control that goes by what it did', () => {
  it('goes to the tab that was opened from a list of evidence', async () => {
    await enterRoom();
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    const open = page.getByRole('button', { name: /^Open / }).first();
    open.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(open).not.toBeInTheDocument();
    await expect.poll(() => focused()?.getAttribute('role')).toBe('tab');
    expect(focused()?.getAttribute('aria-selected')).toBe('true');
    expect(focused()?.textContent).not.toContain('Evidence');
  });

  it('goes to the head of a message that was acknowledged', async () => {
    await enterRoom();
    const head = page.getByRole('button', { name: /Answer due/ });
    await head.click();
    // Its name changes with the answer; it stays the same button.
    const button = head.element();
    const acknowledge = page.getByRole('button', { name: 'Acknowledge', exact: true });
    acknowledge.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(acknowledge).not.toBeInTheDocument();
    await expect.poll(focused).toBe(button);
  });

  it('stays off where somebody clicks on empty ground', async () => {
    await enterRoom();
    page.getByRole('tab', { name: 'Brief' }).element().focus();
    page.getByRole('tab', { name: 'Brief' }).element().blur();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(focused()).toBe(document.body);
  });
});
