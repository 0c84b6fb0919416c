import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { aSqlBench } from '../testing/a-sql-bench.ts';
import { findBarriers, someOwnFiles, someParts } from '../testing/some-parts.ts';
import OwnBench from './OwnBench.svelte';

let main: HTMLElement;
beforeEach(async () => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await page.viewport(1440, 900);
});

async function show() {
  const fake = aSqlBench();
  const parts = someParts();
  const ownFiles = someOwnFiles(fake.bench);
  const shown = await render(OwnBench, { parts, ownFiles }, { baseElement: main });
  shown.container.style.height = '100%';
  await expect.element(page.getByRole('heading', { name: 'Bench' })).toBeVisible();
  return { fake, parts };
}

function drop(...files: File[]): void {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  document
    .getElementById('pane-own-bench')
    ?.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true }));
}

const rows = Array.from({ length: 30 }, (_, index) => [
  `2026-03-10T08:${String(10 + index)}:00Z`,
  index % 3 === 0 ? 'GetCallerIdentity' : 'DescribeInstances',
]);

describe('the bench for own files', () => {
  it.each(['light', 'dark'])('says what goes here, with no barrier, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show();
    await expect.element(page.getByText(/Open logs from disk, or drop them here/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('shows progress, and cancels', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.progress({ read: 50, size: 100, rows: 12 });
    await expect.element(page.getByText(/50 % of 1 kB, 12 rows/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel reading events.json' }).click();
    expect(fake.own[0]?.cancelled).toBe(true);
    await expect.element(page.getByText(/50 % of/)).not.toBeInTheDocument();
  });

  it('says why a file is not opened, and goes on', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'odd.bin'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.settle({ kind: 'refused', message: '“odd.bin” is no log. It is unchanged.' });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('⬢ “odd.bin” is no log. It is unchanged.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('shows what is too deep for rows as text, and says why', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'deep.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const note = 'It is shown as text: it is nested more than 1,000 levels deep.';
    fake.own[0]?.settle({ kind: 'text', name: 'deep.json', format: 'text', text: '[[1]]', note });
    await expect.element(page.getByText(note)).toBeVisible();
    await expect.element(page.getByRole('option', { name: '[[1]]' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('names the one line that is broken', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn({ broken: { count: 1, lines: [2] } }, rows);
    fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText('Line 2 could not be read as a record. The rest is whole.'))
      .toBeVisible();
  });

  it('names lines of too few or too many cells, and values that are no time', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'export.csv'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn(
      {
        uneven: { count: 2, lines: [3, 4] },
        misfits: [{ column: 'eventTime', kind: 'time', count: 1, lines: [38] }],
      },
      rows,
    );
    fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText(/2 lines are broken,[\s\S]*: 3, 4\.[\s\S]*“raw”/))
      .toBeVisible();
    await expect
      .element(page.getByText('“eventTime” holds no time in 1 row, line 38.', { exact: false }))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)('says that cells were taken to be apart by %j', async (delimiter, word) => {
    const { fake } = await show();
    drop(new File(['x'], 'export.csv'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.settle({ kind: 'table', table: fake.addOwn({ delimiter }, rows) });
    await expect
      .element(page.getByText(`Its cells were taken to be kept apart by ${word}.`))
      .toBeVisible();
  });

  it('looks into a table without a query, and with one; broken lines have their numbers', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn({ broken: { count: 2, lines: [4, 17] } }, rows);
    fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText(/2 lines could not be read as records: 4, 17/))
      .toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /GetCallerIdentity/ }).first())
      .toBeVisible();
    await expect.element(page.getByRole('slider').first()).toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{F10}{/Shift}{Enter}');
    await expect.poll(() => fake.asked.at(-1)).toMatch(/WHERE eventName = 'GetCallerIdentity'/);
    await page.getByRole('button', { name: 'Show as SQL' }).click();
    await expect.element(page.getByRole('textbox', { name: 'SQL over events.json' })).toBeVisible();
    await page.getByRole('button', { name: 'Close events.json' }).click();
    await expect.element(page.getByText(/Open logs from disk/)).toBeVisible();
    expect(fake.bench.tables).toEqual([]);
  });

  it('saves the rows of the filter view as CSV, without a query', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.settle({ kind: 'table', table: fake.addOwn({}, rows) });
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await expect
      .element(page.getByText(/^\d+ rows, those that are shown, saved to /))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('shows a mail as a mail', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'letter.eml'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.settle({
      kind: 'text',
      name: 'letter.eml',
      format: 'mail',
      text: 'From: a@b.example\r\nSubject: hello\r\n\r\nText of it.\r\n',
    });
    await expect.element(page.getByText('Text of it.')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });
});
