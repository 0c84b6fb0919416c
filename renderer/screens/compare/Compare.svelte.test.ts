import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import type { Deed } from '../../../content/engine/drill/attempt-log.ts';
import { beginDrill } from '../../state/begin-drill.ts';
import { takeRoad } from '../../state/take-road.ts';
import Debrief from '../debrief/Debrief.svelte';
import History from '../history/History.svelte';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Today from '../today/Today.svelte';
import Compare from './Compare.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

/** A finished attempt in which the key was deleted, and a road on which it was switched off. */
async function someRoads({ ends = true } = {}) {
  const parts = someParts();
  await parts.catalogue.load();
  await takeNewest(parts.attempts, parts.store);
  expect(await beginDrill(parts, 'a-key')).toBe(true);
  const first = parts.current.attempt;
  if (!first) throw new Error('no attempt');
  const decide = (option: string): Deed => ({
    kind: 'decided',
    data: { decision: 'key', option, confidence: 80, citations: [], reason: '' },
  });
  first.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
  first.perform(decide('delete'));
  first.finish();
  expect(await takeRoad(parts, first, 'key')).toBe(true);
  const road = parts.current.attempt;
  if (road === first) throw new Error('no road');
  if (ends) {
    road.resume();
    road.perform(decide('off'));
    road.finish();
  }
  await parts.saves.settle();
  return { parts, first, road };
}

async function show(ends = true) {
  const { parts, first } = await someRoads({ ends });
  await render(Compare, { parts, id: first.header.attempt, branch: 'what-if-1' });
  await expect
    .element(page.getByRole('heading', { name: 'A key in the open: two roads' }))
    .toBeVisible();
  return parts;
}

describe('Compare', () => {
  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 720, 450],
    ['light', 1024, 700],
  ] as const)('has no barrier that axe finds, %s %i', async (theme, width, height) => {
    await page.viewport(width, height);
    document.documentElement.dataset['theme'] = theme;
    await show();
    expect(await findBarriers()).toEqual([]);
  });

  it('says what differs in words, and shows the rest when asked', async () => {
    await page.viewport(1440, 900);
    await show();
    const decisions = page.getByRole('region', { name: 'Decisions' });
    await expect.element(decisions.getByRole('cell', { name: /Do off/ })).toBeVisible();
    await expect.element(decisions.getByRole('cell', { name: 'differs' })).toBeVisible();
    await expect.element(decisions.getByText('1 line is the same')).toBeVisible();
    await expect.element(page.getByText(/score of the first attempt stands/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Show only what differs' }).click();
    await expect.element(decisions.getByRole('cell', { name: 'the same' })).toBeVisible();
  });

  it('is saved as it stands: what differs, or everything', async () => {
    await page.viewport(1440, 900);
    const parts = await show();
    const saved: { name: string; text: string }[] = [];
    parts.saveText = (name, text) => {
      saved.push({ name, text });
      return Promise.resolve(`Documents/${name}`);
    };
    const save = async (way: RegExp) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: way }).click();
    };
    await save(/^Save as Markdown…/);
    await expect.poll(() => saved.length).toBe(1);
    await expect
      .poll(() => parts.notices.list.at(-1)?.text)
      .toMatch(/^The comparison was saved to/);
    const [short] = saved;
    expect(short?.name).toMatch(/^two-roads-a-key-.*-what-if-1\.md$/);
    expect(short?.text).toContain('# A key in the open: two roads');
    expect(short?.text).toContain('The score of the first attempt stands');
    expect(short?.text).toMatch(/Left out: 1 line is the same/);
    expect(short?.text).toMatch(
      /\| What do you do with the key\? \| Do delete.*\| Do off.*\| differs \|/,
    );
    expect(short?.text).not.toContain('the same |');
    await page.getByRole('checkbox', { name: 'Show only what differs' }).click();
    await save(/^Save as HTML…/);
    await expect.poll(() => saved.length).toBe(2);
    expect(saved[1]?.text).toContain('the same</td>');
    expect(saved[1]?.text).not.toContain('Left out');
  });

  it('lists the decisions without a column in which nothing stands', async () => {
    await page.viewport(1440, 900);
    await show();
    await page.getByRole('button', { name: 'Show decisions as a list' }).click();
    const list = page.getByRole('table', { name: 'First attempt' });
    await expect.element(list).toBeVisible();
    const heads = [...list.element().querySelectorAll('th')];
    expect(heads.map((head) => head.textContent)).toEqual(['Time', 'What', 'State']);
  });

  it('leads to both debriefs by keys', async () => {
    const parts = await show();
    page.getByRole('button', { name: 'Debrief of what-if 1' }).element().focus();
    await userEvent.keyboard('{Enter}');
    expect(parts.navigation.place).toEqual({
      kind: 'debrief',
      attempt: 'id-1',
      branch: 'what-if-1',
    });
  });

  it('compares with a road that is under way, and leads back into it', async () => {
    const parts = await show(false);
    await expect.element(page.getByText(/Nothing differs so far\./)).toBeVisible();
    await expect.element(page.getByText(/Parts are scored once it has ended\./)).toBeVisible();
    const decisions = page.getByRole('region', { name: 'Decisions' });
    await expect.element(decisions.getByText(/2 still to come on what-if 1/)).toBeVisible();
    // Each lane names the shapes that are in it.
    await expect.element(page.getByText(/◌ not yet$/)).toBeVisible();
    expect(page.getByText(/another way/).query()).toBeNull();
    await page.getByRole('checkbox', { name: 'Show only what differs' }).click();
    await expect.element(page.getByText('Not at its end yet')).toBeVisible();
    await expect.element(decisions.getByRole('cell', { name: 'not yet' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Resume what-if 1' }).click();
    expect(parts.navigation.place).toEqual({ kind: 'room', attempt: 'id-1', branch: 'what-if-1' });
  });

  it('does not show what was compared before where another road is gone', async () => {
    const { parts } = await someRoads();
    const { rerender } = await render(Compare, { parts, id: 'id-1', branch: 'what-if-1' });
    await expect.element(page.getByRole('heading', { name: /two roads$/ })).toBeVisible();
    await rerender({ branch: 'what-if-7' });
    await expect.element(page.getByText(/The first attempt is whole/)).toBeVisible();
  });

  it('says why where a road is gone', async () => {
    const { parts } = await someRoads();
    await render(Compare, { parts, id: 'id-1', branch: 'what-if-7' });
    await expect.element(page.getByText(/The first attempt is whole/)).toBeVisible();
  });
});

describe('where roads are listed', () => {
  it('shows in the debrief that the first attempt stands, and each road with its ways on', async () => {
    const { parts, first } = await someRoads();
    await page.viewport(1440, 900);
    await render(Debrief, { parts, attempt: first });
    await expect.element(page.getByText('First attempt: its score stands.')).toBeVisible();
    await page.getByRole('button', { name: /^Compare what-if 1/ }).click();
    expect(parts.navigation.place).toEqual({
      kind: 'compare',
      attempt: 'id-1',
      branch: 'what-if-1',
    });
  });

  it('says in the debrief of a road that it is one', async () => {
    const { parts, road } = await someRoads();
    await page.viewport(1440, 900);
    await render(Debrief, { parts, attempt: road });
    await expect.element(page.getByText('Another road, what-if 1.')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('goes back to a decision from the debrief', async () => {
    const { parts, first } = await someRoads();
    await page.viewport(1440, 900);
    await render(Debrief, { parts, attempt: first });
    await page.getByRole('button', { name: /Take another way ?: What do you do/ }).click();
    await expect
      .poll(() => parts.navigation.place)
      .toEqual({ kind: 'room', attempt: 'id-1', branch: 'what-if-2' });
    expect(parts.current.attempt?.state.phase).toBe('paused');
  });

  it('lists it in History under its attempt, where it can be deleted and brought back', async () => {
    const { parts } = await someRoads();
    await page.viewport(1440, 900);
    await render(History, { parts });
    await expect.element(page.getByText('· 1 other road')).toBeVisible();
    await page.getByText('A key in the open').click();
    const list = page.getByRole('list', { name: 'Other roads of this attempt' });
    await expect.element(list.getByText(/what-if 1: ended early/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await list.getByRole('button', { name: 'Delete what-if 1' }).click();
    await expect.element(list).not.toBeInTheDocument();
    parts.notices.list[0]?.action?.run();
    await expect.element(list.getByText(/what-if 1: ended early/)).toBeVisible();
  });

  it('offers on Today to go on with one that is paused', async () => {
    const { parts } = await someRoads({ ends: false });
    await page.viewport(1440, 900);
    await render(Today, { parts });
    await expect.element(page.getByText('First attempt: its score stands.')).toBeVisible();
    await page.getByRole('button', { name: 'Resume what-if 1' }).click();
    expect(parts.navigation.place).toEqual({ kind: 'room', attempt: 'id-1', branch: 'what-if-1' });
  });
});
