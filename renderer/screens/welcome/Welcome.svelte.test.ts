import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Welcome from './Welcome.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function show() {
  const parts = someParts({ settings: { welcomed: false }, hash: '#/welcome' });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await render(Welcome, { parts });
  return parts;
}

describe('Welcome', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show();
    await page.getByRole('radio', { name: /preparing for interviews/ }).click();
    await expect.element(page.getByLabelText('Interview date')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('begins the first drill by Enter alone', async () => {
    const parts = await show();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
    expect(parts.current.attempt?.running).toBe(true);
    expect(parts.settings.values).toMatchObject({ welcomed: true, purpose: 'onboarding' });
  });

  it.each([
    ['{ArrowRight}', 'interviewing'],
    ['{ArrowRight}{ArrowRight}', 'mentoring'],
    ['{ArrowLeft}', 'mentoring'],
  ])('chooses by arrows (%s), and every choice leads to a drill', async (keys, purpose) => {
    const parts = await show();
    await userEvent.keyboard(keys);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
    expect(parts.settings.values.purpose).toBe(purpose);
  });

  it('keeps every choice as it is made, and loses none when it is skipped', async () => {
    const parts = await show();
    await page.getByRole('radio', { name: /preparing for interviews/ }).click();
    await page.getByText('Mid', { exact: true }).click();
    await page.getByLabelText('Interview date').fill('2026-11-20');
    await page.getByText('130 %').click();
    await page.getByText('1.5×').click();
    await page.getByLabelText('No interruptions').click();
    await page.getByRole('button', { name: 'Look around first' }).click();
    expect(parts.navigation.place.kind).toBe('today');
    expect(parts.settings.values).toMatchObject({
      welcomed: true,
      purpose: 'interviewing',
      level: 'mid',
      interviewDate: '2026-11-20',
      textSize: 130,
      extraTime: 1.5,
      interruptions: false,
    });
  });

  it('begins with what was chosen', async () => {
    const parts = await show();
    await page.getByText('2×', { exact: true }).click();
    await page.getByLabelText('No interruptions').click();
    await page.getByRole('button', { name: 'Start the first drill' }).click();
    await expect.poll(() => parts.current.attempt).not.toBeNull();
    expect(parts.current.attempt?.header).toMatchObject({
      accommodations: { extra_time: 2 },
      levers: { interruptions: false },
    });
  });

  it('says why it cannot begin where no drill loads', async () => {
    const parsed = { header: null, glossary: [], faults: [], drills: [] };
    const parts = someParts({ parsed });
    await parts.catalogue.load();
    await render(Welcome, { parts });
    await expect
      .element(page.getByRole('button', { name: /No drill could be read/ }))
      .toHaveAttribute('aria-disabled', 'true');
  });
});
