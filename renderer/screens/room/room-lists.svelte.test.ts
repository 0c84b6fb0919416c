import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import DrillRoom from './DrillRoom.svelte';

/** What stands in the lists of the room is told whole: evidence, decisions, indicators. */

let main: HTMLElement;
beforeEach(async () => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await page.viewport(1440, 900);
});

async function show(drill = aDrill()) {
  const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
  const attempt = someAttempt(parts, { prepared: prepareDrill(drill, someEvidence) });
  attempt.start();
  const shown = await render(DrillRoom, { parts, attempt }, { baseElement: main });
  shown.container.style.height = '100%';
  return attempt;
}

it('lays out what is said about evidence', async () => {
  const drill = aDrill();
  const evidence = drill.evidence.map((one) => ({ ...one, about: 'Sorted by `eventTime`.' }));
  await show({ ...drill, evidence });
  await page.getByRole('tab', { name: /^Evidence/ }).click();
  const list = page.getByRole('list', { name: 'Evidence' });
  const codes = (): readonly string[] =>
    [...list.element().querySelectorAll('code')].map(({ textContent }) => textContent);
  await expect.poll(codes).toEqual(['eventTime', 'eventTime']);
  expect(list.element().textContent).not.toContain('`');
});

it('says of another decision when it closes, where that is before the one in front', async () => {
  const attempt = await show();
  attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
  // "How serious is it?" closes; what to do with the key does not.
  const key = page.getByRole('button', { name: /^Open: What do you do with the key\?/ });
  await expect.element(key).toBeVisible();
  expect(key.element().textContent).not.toContain('closes');
  await key.click();
  const severity = page.getByRole('button', { name: /^Open: How serious is it\? · closes in / });
  await expect.element(severity).toBeVisible();
});

it('shows an indicator and its note whole, however long its value is', async () => {
  await show();
  const add = page.getByLabelText('Add an indicator');
  for (const value of ['198.51.100.23', 'AKIALEAKEDEXAMPLE777']) {
    await add.fill(value);
    await userEvent.keyboard('{Enter}');
    await page.getByLabelText(`Note on ${value}`).fill('not ours');
    await userEvent.keyboard('{Enter}');
  }
  const fields = page.getByRole('list', { name: 'Indicators' }).getByRole('textbox').elements();
  expect(fields).toHaveLength(4);
  for (const field of fields) expect(field.scrollWidth).toBeLessThanOrEqual(field.clientWidth);
  expect(await findBarriers()).toEqual([]);
});

it('takes the time of an entry on another day with its day, and keeps that day', async () => {
  const attempt = await show();
  const times = (): readonly (string | null)[] =>
    [...attempt.state.timeline.values()].map(({ at }) => at);
  await page.getByRole('textbox', { name: 'Time, UTC' }).fill('9 Mar 21:10');
  await page.getByRole('textbox', { name: 'Add an entry' }).fill('The disk was full');
  await userEvent.keyboard('{Enter}');
  await expect.poll(times).toEqual(['2026-03-09T21:10:00Z']);
  const time = page.getByRole('textbox', { name: 'Time of The disk was full' });
  await expect.element(time).toHaveValue('9 Mar 21:10:00');
  const shown = time.element() as HTMLInputElement;
  expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth);
  await time.fill('21:12');
  await userEvent.keyboard('{Enter}');
  await expect.poll(times).toEqual(['2026-03-09T21:12:00Z']);
  expect(await findBarriers()).toEqual([]);
});
