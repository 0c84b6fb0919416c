import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { aDrill } from '../../../content/engine/testing/a-drill.ts';
import { beginDrill } from '../../state/begin-drill.ts';
import type { ParsedPack } from '../../../content/engine/format/parsed-pack.ts';
import type { SettingsValues } from '../../state/settings.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import App from '../app/App.svelte';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Drills from './Drills.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

const { evidence } = aDrill();
const parsed: ParsedPack = {
  header: null,
  glossary: [],
  faults: [],
  drills: [
    {
      kind: 'ready',
      slug: 'a-key',
      drill: {
        ...aDrill({
          attack: ['ATTACK:T1552.001'],
          benign: true,
          duties: ['A3'],
          nice: ['NICE:T1250'],
        }),
        // Its benign twin has a file of its own under the same title.
        evidence: [...evidence, ...evidence.map((one) => ({ ...one, id: `${one.id}-benign` }))],
      },
    },
    {
      kind: 'ready',
      slug: 'two-disks',
      drill: aDrill({
        id: 'T02',
        title: 'Two disks',
        level: 'mid',
        minutes: 35,
        kind: 'Software RAID',
      }),
    },
    {
      kind: 'faulty',
      slug: 'broken',
      title: 'Broken drill',
      faults: [
        {
          code: 'shape',
          severity: 'error',
          file: 'drills/broken/drill.yaml',
          line: 12,
          column: 7,
          path: 'minutes',
          message: 'minutes must be a whole number.',
          remedy: 'Write 25, without quotes.',
        },
      ],
    },
  ],
};

async function show(settings: Partial<SettingsValues> = {}) {
  const parts = someParts({ settings, parsed, hash: '#/drills' });
  await takeNewest(parts.attempts, parts.store);
  await parts.catalogue.load();
  return parts;
}
const pane = page.getByRole('complementary', { name: 'Chosen drill' });
const filters = page.getByRole('search');
const row = (name: RegExp) => page.getByRole('row', { name });

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('Drills', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const parts = await show();
    await render(Drills, { parts, slug: null });
    await expect.element(row(/Two disks/)).toBeVisible();
    await filters.getByRole('button', { name: 'Level' }).click();
    expect(await findBarriers()).toEqual([]);
    await row(/Broken drill/).click();
    expect(await findBarriers()).toEqual([]);
  });

  it('follows the arrows with the pane beside, and starts by Enter', async () => {
    const parts = await show();
    await render(App, { parts });
    const grid = page.getByRole('grid', { name: 'Drills' });
    await expect.element(grid).toBeVisible();
    grid.element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(pane.getByRole('heading', { name: 'Two disks' })).toBeVisible();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
    expect(parts.current.attempt?.prepared.drill.id).toBe('T01');
  });

  it('lists a drill that does not load with its place, fault and remedy, and cannot start it', async () => {
    const parts = await show();
    await render(Drills, { parts, slug: null });
    await row(/Broken drill.*Does not load/).click();
    await expect.element(pane.getByText('drills/broken/drill.yaml:12:7')).toBeVisible();
    await expect.element(pane.getByText('Write 25, without quotes.')).toBeVisible();
    expect(pane.getByRole('button', { name: /Start/ }).elements()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(parts.navigation.place.kind).toBe('drills');
  });

  it('reads another drill from its top, and has the levers ahead of the references', async () => {
    const parts = await show();
    const { container } = await render(Drills, { parts, slug: null });
    container.style.height = '400px';
    await row(/A key in the open/).click();
    const levers = pane.getByRole('heading', { name: 'Difficulty, set one by one' }).element();
    const nice = pane.getByText('NICE', { exact: true }).element();
    expect(levers.compareDocumentPosition(nice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    pane.element().scrollTop = 400;
    expect(pane.element().scrollTop).toBeGreaterThan(100);
    await row(/Two disks/).click();
    await expect.element(pane.getByRole('heading', { name: 'Two disks' })).toBeVisible();
    expect(pane.element().scrollTop).toBe(0);
  });

  it('spoils nothing before the first debrief, unless that is switched on', async () => {
    const parts = await show();
    await render(Drills, { parts, slug: 'a-key' });
    await expect.element(pane.getByText(/Manage and escalate/)).toBeVisible();
    const all = () => document.body.textContent;
    expect(all()).not.toMatch(/T1552|benign|MITRE/);
    const titles = evidence.map(({ title }) => title).join('; ');
    await expect.element(pane.getByText(titles, { exact: true })).toBeVisible();
    parts.settings.change({ spoilers: true });
    await expect.element(pane.getByText('T1552.001')).toBeVisible();
    await expect
      .element(pane.getByText('Unsecured Credentials: Credentials In Files'))
      .toBeVisible();
    expect(all()).toMatch(/benign/);
    expect(all()).toMatch(/© 2026 The MITRE Corporation/);
    parts.settings.change({ spoilers: false });
    await beginDrill(parts, 'a-key');
    parts.current.attempt?.finish();
    parts.current.attempt?.markDebriefSeen();
    await expect.element(pane.getByText('T1552.001')).toBeVisible();
  });

  it('filters, says how many match, and clears by X or by the one filter that hides most', async () => {
    const parts = await show();
    await render(App, { parts });
    await filters.getByRole('button', { name: 'Level' }).click();
    await page.getByRole('checkbox', { name: 'Senior' }).click();
    await expect.element(page.getByText('No drill matches.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Clear the level filter: 3 more' }).click();
    await userEvent.keyboard('/');
    await userEvent.keyboard('raid');
    await expect.element(page.getByText('1 of 3 match', { exact: false })).toBeVisible();
    expect(page.getByRole('row').elements()).toHaveLength(2);
    page.getByRole('grid', { name: 'Drills' }).element().focus();
    await userEvent.keyboard('x');
    await expect.element(page.getByText('3 drills', { exact: false })).toBeVisible();
  });

  it.each(['ArrowDown', 'Enter'])('leads from the search to what it found by %s', async (key) => {
    const parts = await show();
    await render(App, { parts });
    await expect.element(page.getByRole('grid', { name: 'Drills' })).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('raid');
    await userEvent.keyboard(`{${key}}`);
    await expect.element(page.getByRole('grid', { name: 'Drills' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => parts.navigation.place.kind).toBe('room');
  });

  it('sorts by a column, and the other way round', async () => {
    const parts = await show();
    await render(Drills, { parts, slug: null });
    const titles = () =>
      page
        .getByRole('row')
        .elements()
        .slice(1)
        .map((one) => one.querySelector('strong')?.textContent);
    const minutes = page.getByRole('columnheader', { name: 'Minutes' });
    await minutes.getByRole('button').click();
    expect(titles()).toEqual(['A key in the open', 'Two disks', 'Broken drill']);
    await minutes.getByRole('button').click();
    expect(titles()).toEqual(['Two disks', 'A key in the open', 'Broken drill']);
    await expect.element(minutes).toHaveAttribute('aria-sort', 'descending');
  });

  it('begins with the levers and the extra time that are set, and those of Settings at first', async () => {
    const parts = await show({ extraTime: 1.25, interruptions: false });
    await render(Drills, { parts, slug: 'two-disks' });
    await expect.element(pane.getByLabelText('Interruptions')).not.toBeChecked();
    await expect.element(pane.getByLabelText('Extra time')).toHaveValue('1.25');
    await pane.getByLabelText('Hints').click();
    await pane.getByLabelText('Timed').click();
    await pane.getByLabelText('Extra time').selectOptions('2');
    await pane.getByRole('button', { name: 'Start drill' }).click();
    await expect
      .poll(() => parts.current.attempt?.header)
      .toMatchObject({
        levers: { interruptions: false, hints: false, timed: true, structure_check: true },
        accommodations: { extra_time: 2 },
      });
    // It is kept for the next one.
    expect(parts.settings.values).toMatchObject({
      extraTime: 2,
      levers: { hints: false, timed: true },
    });
  });

  it('takes the clock away, and then nothing is timed; one button sets all as written', async () => {
    const parts = await show();
    await render(Drills, { parts, slug: 'two-disks' });
    await pane.getByLabelText('Noise').click();
    await pane.getByLabelText('Time to answer and to decide').selectOptions('0.75');
    await pane.getByLabelText('Timed').click();
    await pane.getByLabelText('No clock').click();
    await expect.element(pane.getByLabelText('Timed')).not.toBeChecked();
    expect(await findBarriers()).toEqual([]);
    await pane.getByRole('button', { name: 'Set all as written' }).click();
    await expect.element(pane.getByLabelText('Noise')).toBeChecked();
    await pane.getByRole('button', { name: 'Start drill' }).click();
    await expect
      .poll(() => parts.current.attempt?.header)
      .toMatchObject({
        levers: { noise: true, deadlines: 1, timed: false },
        accommodations: { no_clock: true },
      });
  });

  it('resumes a paused drill, and starts it again beside', async () => {
    const parts = await show();
    await beginDrill(parts, 'a-key');
    parts.current.attempt?.pause();
    const first = parts.current.attempt?.header.attempt;
    parts.navigation.go({ kind: 'drills', slug: null });
    await render(Drills, { parts, slug: null });
    await expect.element(row(/A key.*Paused/)).toBeVisible();
    await pane.getByRole('button', { name: /Resume at T\+00:00:00/ }).click();
    expect(parts.navigation.place).toEqual({ kind: 'room', attempt: first });
    parts.navigation.go({ kind: 'drills', slug: null });
    await pane.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => parts.attempts.summaries.length).toBe(2);
  });

  it('shows one pane at a time where there is no room for two', async () => {
    await page.viewport(720, 450);
    const parts = await show();
    await render(Drills, { parts, slug: null });
    await expect.element(row(/Two disks/)).toBeVisible();
    await expect.element(pane).not.toBeInTheDocument();
    await row(/Two disks/).click();
    await expect.element(pane).toBeVisible();
    await expect.element(page.getByRole('grid')).not.toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect.element(row(/Two disks/)).toBeVisible();
  });
});
