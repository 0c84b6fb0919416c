import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Catalogue } from '../../state/catalogue.svelte.ts';
import { beginDrill } from '../../state/begin-drill.ts';
import type { SettingsValues } from '../../state/settings.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import App from '../app/App.svelte';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Today from './Today.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function someHistory(settings: Partial<SettingsValues> = {}, ended = 0, paused = false) {
  const parts = someParts({ settings });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  for (let count = 0; count < ended; count += 1) {
    await beginDrill(parts, 'a-key');
    const attempt = parts.current.attempt;
    if (count === 0) {
      attempt?.perform({
        kind: 'decided',
        data: { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: '' },
      });
    }
    attempt?.finish();
  }
  if (paused) {
    await beginDrill(parts, 'a-key');
    for (let ms = 0; ms <= 60_000; ms += 1000) parts.current.attempt?.tick(ms);
    parts.current.attempt?.pause();
  }
  parts.navigation.go({ kind: 'today' });
  return parts;
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('Today', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const parts = await someHistory(
      { purpose: 'interviewing', interviewDate: '2026-11-17' },
      1,
      true,
    );
    await render(Today, { parts });
    await expect.element(page.getByRole('button', { name: 'Resume drill' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.viewport(720, 450);
    expect(await findBarriers()).toEqual([]);
  });

  it('leads a new person to the first step of the path, with the one primary button', async () => {
    const parts = await someHistory();
    await render(Today, { parts });
    await expect.element(page.getByText('Nothing yet.', { exact: false })).toBeVisible();
    expect(document.querySelectorAll('button.primary')).toHaveLength(1);
    await page.getByRole('button', { name: 'Start drill' }).click();
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
  });

  it('puts the paused drill on top, says where it stopped, and resumes it by Enter', async () => {
    const parts = await someHistory({}, 0, true);
    await render(App, { parts });
    await expect.element(page.getByText('You stopped here, paused at T+00:01:00')).toBeVisible();
    await expect
      .element(
        page.getByText(
          /“How serious is it\?” is open, decision 1 of 2. 19:00 of scenario time left/,
        ),
      )
      .toBeVisible();
    expect(document.querySelectorAll('button.primary')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
  });

  it('tells the last debriefs by part, four of them, and leads to each and to all', async () => {
    const parts = await someHistory({}, 5);
    await render(Today, { parts });
    await expect.element(page.getByRole('button', { name: 'All 5' })).toBeVisible();
    const rows = page.getByRole('rowheader');
    expect(rows.elements()).toHaveLength(4);
    await expect.element(page.getByRole('cell', { name: /of \d/ }).first()).toBeVisible();
    await rows.first().getByRole('button').click();
    expect(parts.navigation.place.kind).toBe('debrief');
  });

  it('counts the days to the interview, and nothing for whom it does not matter', async () => {
    const parts = await someHistory({ purpose: 'interviewing', interviewDate: '2026-11-17' });
    await render(Today, { parts });
    await expect.element(page.getByText('Tue 17 November, in 16 days')).toBeVisible();
    parts.settings.change({ purpose: 'onboarding', interviewDate: null });
    await expect.element(page.getByText('Interview', { exact: true })).not.toBeInTheDocument();
  });

  it.each([
    ['interviewing', 'Go to Stories', { kind: 'stories', view: 'bank', story: null }],
    ['mentoring', 'Go to Packs', { kind: 'packs' }],
    ['mentoring', 'Go to Mentor reviews', { kind: 'reviews', packet: null }],
  ] as const)('leads who is %s to more than drills: %s', async (purpose, name, place) => {
    const parts = await someHistory({ purpose: 'onboarding' });
    await render(Today, { parts });
    const way = page.getByRole('button', { name });
    await expect.element(page.getByText('Nothing yet.', { exact: false })).toBeVisible();
    expect(way.query()).toBeNull();
    parts.settings.change({ purpose });
    await way.click();
    expect(parts.navigation.place).toEqual(place);
  });

  it('says what is safe where the drills cannot be read, and tries again', async () => {
    let reads = 0;
    const source = {
      list: () => {
        reads += 1;
        return Promise.reject(new Error('gone'));
      },
      readText: () => Promise.resolve(''),
    };
    const catalogue = new Catalogue(
      source,
      () => Promise.reject(new Error()),
      () => Promise.resolve(''),
    );
    const parts = someParts({ more: { catalogue } });
    await takeNewest(parts.attempts, parts.store);
    await catalogue.load();
    await render(Today, { parts });
    await expect.element(page.getByText(/Your attempts are unchanged/)).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(reads).toBe(2);
  });
});
