import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { someAttempt, someParts } from '../testing/some-parts.ts';
import App from './App.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

/** The room, with a decision that is being put off and closes after eight minutes. */
async function waitWithDecision() {
  const parts = someParts();
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(App, { parts });
  const attempt = someAttempt(parts);
  attempt.start();
  parts.current.take(attempt);
  parts.navigation.go({ kind: 'room', attempt: attempt.header.attempt });
  await expect.element(page.getByRole('tab', { name: 'Brief' })).toBeVisible();
  await userEvent.keyboard('d');
  await page.getByRole('button', { name: 'Not yet' }).click();
  const field = page.getByRole('textbox', { name: 'What are you waiting for?' });
  await expect.element(field).toHaveFocus();
  return { attempt, field };
}
const notebook = page.getByRole('region', { name: 'Notebook' });

/** When keys are pressed, as the page is told: however slow the machine is, pauses are what a test says. */
let clock_ms = 0;
function tellTime(event: Event): void {
  Object.defineProperty(event, 'timeStamp', { value: clock_ms });
}

beforeEach(async () => {
  clock_ms = 60_000;
  addEventListener('keydown', tellTime, { capture: true });
  await page.viewport(1440, 900);
});
afterEach(() => {
  removeEventListener('keydown', tellTime, { capture: true });
});

describe('Keys that were meant for a field that has gone', () => {
  it('lead nowhere when a deadline closed it, until there is a pause', async () => {
    const { attempt, field } = await waitWithDecision();
    await userEvent.keyboard('word from To');
    attempt.perform({ kind: 'jumped', data: { to_s: 9 * 60 } });
    await expect.element(field).not.toBeInTheDocument();
    clock_ms += 1_400;
    await userEvent.keyboard('n');
    await expect.element(notebook).not.toHaveFocus();
    clock_ms += 1_600;
    await userEvent.keyboard('n');
    await expect.element(notebook).toHaveFocus();
  });

  it('are shortcuts at once where the person closed it', async () => {
    const { field } = await waitWithDecision();
    await userEvent.keyboard('word from Tomas');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(field).not.toBeInTheDocument();
    await userEvent.keyboard('n');
    await expect.element(notebook).toHaveFocus();
  });

  it('are shortcuts at once after the key that closed it', async () => {
    const { field } = await waitWithDecision();
    await userEvent.keyboard('word from Tomas{Tab}{Tab}{Enter}');
    await expect.element(field).not.toBeInTheDocument();
    await userEvent.keyboard('n');
    await expect.element(notebook).toHaveFocus();
  });
});
