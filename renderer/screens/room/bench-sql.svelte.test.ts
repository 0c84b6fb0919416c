import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { citeRecord } from '../../../content/engine/drill/citation.ts';
import type { Attempt } from '../../state/attempt.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { aSqlBench, giveAll, type FakeAnswer } from '../testing/a-sql-bench.ts';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import DrillRoom from './DrillRoom.svelte';

let main: HTMLElement;

beforeEach(async () => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await page.viewport(1440, 900);
});

/** A trail with times, which the drill of the tests lacks. */
const trail = JSON.stringify({
  Records: Array.from({ length: 40 }, (_, index) => ({
    eventID: `e-${String(index + 1)}`,
    eventName: index % 4 === 0 ? 'GetCallerIdentity' : 'DescribeInstances',
    eventTime: `2026-03-10T08:${String(10 + index)}:00Z`,
    sourceIPAddress: '198.51.100.23',
  })),
});

async function showTrail(answer: FakeAnswer = giveAll) {
  const fake = aSqlBench(answer);
  const parts = someParts({
    hash: '#/room/a1',
    more: { steadyNow_ms: () => 0, openSqlBench: () => Promise.resolve(fake.bench) },
  });
  const prepared = prepareDrill(aDrill(), new Map([...someEvidence, ['trail', trail]]));
  const attempt: Attempt = someAttempt(parts, { prepared });
  attempt.start();
  attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
  const shown = await render(DrillRoom, { parts, attempt }, { baseElement: main });
  shown.container.style.height = '100%';
  await expect.element(page.getByRole('grid')).toBeVisible();
  return { fake, parts, attempt, unmount: async () => shown.unmount() };
}

async function openSql(): Promise<void> {
  await page.getByText('SQL', { exact: true }).click();
  await expect.element(page.getByRole('textbox', { name: 'SQL over CloudTrail' })).toBeVisible();
}

describe('SQL in the drill room', () => {
  it('begins with the query that the table stands for, and cites a row as its record', async () => {
    const { fake, attempt } = await showTrail();
    await openSql();
    await expect.element(page.getByText(/rows?, 3 ms/)).toBeVisible();
    expect(fake.asked[0]).toMatch(/^SELECT eventTime, eventName[^]*FROM trail$/);
    await page
      .getByRole('row', { name: /GetCallerIdentity/ })
      .first()
      .click();
    await page.getByRole('grid').getByRole('button', { name: /^Pin/ }).click();
    expect([...attempt.state.pins.values()][0]?.citation).toEqual(citeRecord('trail', 'e-1'));
  });

  it.each([
    [{ rows: [1, 2], total: 2 }, 'It is made of 2 rows. Citing it cites them.', ['e-1', 'e-2']],
    [
      { rows: [], total: 214 },
      'It is made of 214 rows. A citation lists 100 at most, so it cites the query alone: ask for fewer, or cite a row.',
      null,
    ],
    [
      null,
      'Which rows this is made of cannot be told. Cite a row of one table for what the debrief should count.',
      null,
    ],
  ])('cites a count as query and result, and says for what: %j', async (group, said, records) => {
    const { attempt } = await showTrail(() => ({
      kind: 'done',
      columns: ['eventName', 'rows'],
      rows: [['GetCallerIdentity', 2]],
      records: null,
      groups: group && [{ table: 'trail', ...group }],
      capped: false,
      elapsed_ms: 3,
    }));
    await openSql();
    await page
      .getByRole('row', { name: /GetCallerIdentity/ })
      .first()
      .click();
    await expect.element(page.getByRole('grid').getByText(said)).toBeVisible();
    await page.getByRole('grid').getByRole('button', { name: /^Pin/ }).click();
    expect([...attempt.state.pins.values()][0]?.citation.locator).toEqual({
      kind: 'query',
      query: expect.stringMatching(/^SELECT/) as string,
      hash: '0000abcd',
      ...(records && { rests_on: records.map((id) => ({ kind: 'record', id })) }),
    });
  });

  it('says where a fault is, keeps the rows, and writes what was meant', async () => {
    const { fake } = await showTrail((sql, tables) =>
      sql.includes('evenName')
        ? {
            kind: 'fault',
            fault: {
              message: 'There is no column evenName.',
              place: { offset: 7, length: 8 },
              suggestion: 'eventName',
            },
            elapsed_ms: 1,
          }
        : giveAll(sql, tables),
    );
    await openSql();
    await expect.element(page.getByText(/rows?, 3 ms/)).toBeVisible();
    const box = page.getByRole('textbox', { name: 'SQL over CloudTrail' });
    await box.click();
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.keyboard('SELECT evenName FROM trail');
    await userEvent.keyboard('{Escape}{Control>}{Enter}{/Control}');
    await expect
      .element(page.getByText(/no column evenName\. The rows below are of the query before\./))
      .toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /GetCallerIdentity/ }).first())
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Write eventName' }).click();
    expect(fake.asked.at(-1)).toBe('SELECT eventName FROM trail');
  });

  it('stops a query', async () => {
    const { fake } = await showTrail(() => new Promise(() => undefined));
    await openSql();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.element(page.getByText('Stopped.')).toBeVisible();
    expect(fake.stopped()).toBe(1);
    await expect.element(page.getByRole('button', { name: /^Run/ })).toBeVisible();
  });

  it('says when rows are capped, and exports those that are shown', async () => {
    const { parts } = await showTrail((sql, tables) => {
      const all = giveAll(sql, tables);
      return all.kind === 'done'
        ? { ...all, rows: [['=1+1', 2]], records: null, capped: true }
        : all;
    });
    await openSql();
    await expect.element(page.getByText(/First 1 row shown/)).toBeVisible();
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await expect.element(page.getByText(/1 row saved to/)).toBeVisible();
    const { saved } = parts;
    expect(saved.get('trail-result.csv')).toContain("'=1+1,2");
  });

  it('keeps queries with the attempt, and takes them out of the history', async () => {
    const { parts, unmount } = await showTrail();
    await openSql();
    await expect.element(page.getByText(/rows?, 3 ms/)).toBeVisible();
    await page.getByRole('button', { name: 'Queries' }).click();
    await page.getByLabelText('Save what stands in the box as').fill('First look');
    await page.getByRole('button', { name: 'Save query' }).click();
    await page.getByRole('button', { name: 'Remove First look' }).click();
    await expect.element(page.getByText('“First look” is removed.')).toBeVisible();
    const savedOnes = page.getByRole('region', { name: 'Saved queries' });
    await savedOnes.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('button', { name: 'Remove First look' })).toBeVisible();
    await unmount();
    const { store } = parts;
    expect(await store.get('drafts', 'draft/a1/queries')).toMatchObject({
      saved: [{ name: 'First look' }],
    });
  });

  it('says why SQL does not start, and that the filter does without it', async () => {
    const parts = someParts({
      hash: '#/room/a1',
      more: {
        steadyNow_ms: () => 0,
        openSqlBench: () => Promise.reject(new Error('The worker stopped.')),
      },
    });
    const attempt = someAttempt(parts);
    attempt.start();
    attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    await render(DrillRoom, { parts, attempt }, { baseElement: main });
    await page.getByText('SQL', { exact: true }).click();
    const box = page.getByRole('textbox', { name: 'SQL over CloudTrail' });
    await box.click();
    await userEvent.keyboard('SELECT 1{Escape}{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/SQL could not be started/)).toBeVisible();
  });
});

describe('looking into a table without a query', () => {
  it('keeps and leaves out values from a cell by keys, and shows it as SQL', async () => {
    const { fake } = await showTrail();
    const grid = page.getByRole('grid');
    grid.element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{F10}{/Shift}');
    const menu = page.getByRole('menu', { name: 'eventName' });
    await expect.element(menu).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/eventName is /)).toBeVisible();
    await expect.element(grid).toHaveFocus();
    await page.getByRole('button', { name: 'Show as SQL' }).click();
    await expect.poll(() => fake.asked.at(-1)).toMatch(/WHERE eventName = '/);
    // The button went with the filter: what is typed now goes into the box.
    await expect
      .poll(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'))
      .toBe('SQL over CloudTrail');
  });

  it('leaves the keyboard on the choice of SQL that was made with it', async () => {
    await showTrail();
    page.getByRole('radio', { name: 'Filter' }).element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('textbox', { name: 'SQL over CloudTrail' })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'SQL' })).toHaveFocus();
  });

  it('counts by a column and keeps one value', async () => {
    await showTrail();
    await page.getByLabelText('Count by').selectOptions('eventName');
    const counts = page.getByRole('region', { name: 'Rows by eventName' });
    await expect.element(counts).toBeVisible();
    await counts.getByRole('button', { name: 'Only GetCallerIdentity' }).click();
    await expect.element(page.getByText('eventName is GetCallerIdentity')).toBeVisible();
    await page.getByRole('button', { name: /^Take off: eventName is/ }).click();
    await expect.element(page.getByText('eventName is GetCallerIdentity')).not.toBeInTheDocument();
  });

  it.each(['light', 'dark'])(
    'brushes time by keys, with nothing that axe finds, %s',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      await showTrail();
      await page.getByRole('button', { name: 'Time', exact: true }).click();
      const from = page.getByRole('slider', { name: 'CloudTrail over time: from' });
      await expect.element(from).toBeInTheDocument();
      from.element().focus();
      await userEvent.keyboard('{ArrowRight}');
      await expect.element(page.getByRole('button', { name: 'Show all times' })).toBeVisible();
      expect(await findBarriers()).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await expect
        .element(page.getByRole('button', { name: 'Show all times' }))
        .not.toBeInTheDocument();
      await page.getByRole('button', { name: 'As a table' }).click();
      await expect
        .element(page.getByRole('button', { name: /^Only this: from/ }).first())
        .toBeVisible();
      expect(await findBarriers()).toEqual([]);
    },
  );
});
