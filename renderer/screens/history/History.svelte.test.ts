import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { aHeader } from '../../../content/engine/testing/a-log.ts';
import type { AttemptSummary } from '../../state/attempt-summary.ts';
import { beginDrill } from '../../state/begin-drill.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import App from '../app/App.svelte';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import History from './History.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

async function someHistory() {
  const parts = someParts({ hash: '#/history' });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  await beginDrill(parts, 'a-key');
  const ended = parts.current.attempt?.header.attempt ?? '';
  parts.current.attempt?.finish();
  await beginDrill(parts, 'a-key');
  const paused = parts.current.attempt?.header.attempt ?? '';
  parts.current.attempt?.pause();
  await parts.saves.settle();
  parts.navigation.go({ kind: 'history' });
  return { parts, ended, paused };
}
const row = (name: RegExp) => page.getByRole('row', { name });

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('History', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const { parts } = await someHistory();
    await render(History, { parts });
    await row(/Paused/).click();
    await expect.element(page.getByRole('button', { name: 'Resume drill' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Abandon attempt…' }).click();
    expect(await findBarriers()).toEqual([]);
  });

  it('counts one decision as one', async () => {
    const parts = someParts({ hash: '#/history' });
    await takeNewest(parts.attempts, parts.store);
    await parts.catalogue.load();
    await beginDrill(parts, 'a-key');
    parts.current.attempt?.perform({
      kind: 'decided',
      data: { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: '' },
    });
    parts.current.attempt?.finish();
    await parts.saves.settle();
    await render(History, { parts });
    await expect
      .element(page.getByText('How sure you were, and how right: 1 decision', { exact: true }))
      .toBeVisible();
  });

  it('says whose points those by another scorer are', async () => {
    const { parts, ended } = await someHistory();
    const whole = parts.attempts.summaries.find(({ id }) => id === ended);
    const header = { ...whole?.header, scorer: 'points-99' };
    await parts.store.commit({
      puts: [
        { table: 'attempts', id: ended, body: { ...whole, header, title: 'Counted there' } },
        {
          table: 'attempts',
          id: 'second',
          body: { ...whole, id: 'second', header, scorer: 'points-1', title: 'Counted here' },
        },
      ],
    });
    await takeNewest(parts.attempts, parts.store);
    await render(History, { parts });
    await row(/Counted here/).click();
    await expect.element(page.getByText(/counted by points-1, which is a second/)).toBeVisible();
    await row(/Counted there/).click();
    await expect.element(page.getByText(/counted by points-99/)).toBeVisible();
  });

  it('reopens a paused attempt and the debrief of an ended one, by keys alone', async () => {
    const { parts, ended, paused } = await someHistory();
    await render(History, { parts });
    page.getByRole('grid', { name: 'Attempts' }).element().focus();
    await userEvent.keyboard('{Home}{Enter}');
    const main = page.getByRole('button', { name: /Resume drill|Open debrief/ });
    await expect.element(main).toBeVisible();
    const first = parts.attempts.summaries[0]?.id;
    await userEvent.keyboard('{Tab}{Enter}');
    expect(parts.navigation.place).toEqual(
      first === paused ? { kind: 'room', attempt: paused } : { kind: 'debrief', attempt: ended },
    );
    page.getByRole('grid', { name: 'Attempts' }).element().focus();
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(main).toBeVisible();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(parts.navigation.place).toEqual(
      first === paused ? { kind: 'debrief', attempt: ended } : { kind: 'room', attempt: paused },
    );
  });

  it('starts a drill again as it was set', async () => {
    const { parts } = await someHistory();
    await render(History, { parts });
    await row(/Ended early/).click();
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => parts.attempts.summaries.length).toBe(3);
    expect(parts.navigation.place.kind).toBe('room');
  });

  it('asks before it abandons, and keeps the attempt', async () => {
    const { parts, paused } = await someHistory();
    await render(History, { parts });
    const status = () => parts.attempts.summaries.find(({ id }) => id === paused)?.status;
    await row(/Paused/).click();
    const button = page.getByRole('button', { name: 'Abandon attempt…' });
    await button.click();
    await page.getByRole('button', { name: 'Keep it paused' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    expect(status()).toBe('open');
    await button.click();
    await page.getByRole('button', { name: 'Abandon attempt', exact: true }).click();
    await expect.poll(status).toBe('abandoned');
    expect(parts.notices.list[0]?.text).toMatch(/was abandoned/);
  });

  it('deletes with its log, and brings both back by undo', async () => {
    const { parts, ended } = await someHistory();
    await render(History, { parts });
    await row(/Ended early/).click();
    await page.getByRole('button', { name: 'Delete attempt' }).click();
    await expect.element(row(/Ended early/)).not.toBeInTheDocument();
    await parts.saves.settle();
    expect(await parts.store.readEvents(ended)).toEqual([]);
    parts.notices.list[0]?.action?.run();
    await expect.element(row(/Ended early/)).toBeVisible();
    await parts.saves.settle();
    expect((await parts.store.readEvents(ended)).length).toBeGreaterThan(0);
  });

  it('draws no more rows of 5,000 attempts than are seen, and filters them', async () => {
    const parts = someParts({ hash: '#/history' });
    const puts = Array.from(
      { length: 5000 },
      (_, index): { table: 'attempts'; id: string; body: AttemptSummary } => ({
        table: 'attempts',
        id: `a${String(index)}`,
        body: {
          id: `a${String(index)}`,
          header: aHeader({ attempt: `a${String(index)}` }),
          code: 'T01',
          title: 'A key in the open',
          status: index % 2 === 0 ? 'finished' : 'open',
          branch: 'main',
          at_s: index,
          ends_s: 1200,
          severity: { level: 'medium', provisional: true },
          updated_at: new Date(1_700_000_000_000 + index * 60_000).toISOString(),
          decided: 1,
          decisions: 2,
          open: null,
          update_due_s: null,
          parts: [],
          look_again: null,
          calibration: [],
          debrief_seen: false,
        },
      }),
    );
    await parts.store.commit({ puts });
    await takeNewest(parts.attempts, parts.store);
    await parts.attempts.loadRest();
    // As in the page: what is seen has the height of the window.
    const target = document.body.appendChild(document.createElement('div'));
    target.id = 'app';
    await render(App, { target, props: { parts } });
    await expect.element(page.getByText('5,000')).toBeVisible();
    expect(page.getByRole('row').elements().length).toBeLessThan(80);
    await page.getByRole('group', { name: 'Show' }).getByText('Paused').click();
    await expect.element(page.getByText('2,500 of 5,000')).toBeVisible();
  });

  it('says what goes here while there is nothing', async () => {
    const parts = someParts();
    await takeNewest(parts.attempts, parts.store);
    await render(History, { parts });
    await page.getByRole('button', { name: 'Choose a drill' }).click();
    expect(parts.navigation.place.kind).toBe('drills');
  });
});
