import { page, userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import VirtualTable from './VirtualTable.svelte';

const count = 1000;

async function show() {
  const { container } = await render(VirtualTable, {
    label: 'Numbers',
    columns: [{ name: 'Number' }, { name: 'Double' }],
    rows: Array.from({ length: count }, (_, index) => index),
    cells: (row: unknown) => [String(row), String(2 * Number(row))],
    rowKey: (row: unknown) => Number(row),
  });
  container.style.height = '300px';
  const grid = page.getByRole('grid');
  await expect.element(grid).toBeVisible();
  const element = grid.element() as HTMLElement;
  await frames();
  return element;
}

async function frames(): Promise<void> {
  for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
}

const readRows = (grid: HTMLElement) =>
  [...grid.querySelectorAll('[role=row][aria-rowindex]:not(.head)')].map((row) => ({
    index: Number(row.getAttribute('aria-rowindex')) - 2,
    texts: [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent.trim()),
    top: row.getBoundingClientRect().top,
  }));

it('shows the right rows in their order wherever it is scrolled to', async () => {
  const grid = await show();
  for (const to of [40, 300, 7_000, 6_990, 25_000, 26_000, 13, 12_345, 12_000, 0]) {
    grid.scrollTop = to;
    await frames();
    const rows = readRows(grid);
    const first = Math.floor(grid.scrollTop / 26);
    const last = Math.min(count - 1, Math.floor((grid.scrollTop + grid.clientHeight - 30) / 26));
    const found = rows.map(({ index }) => index);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    for (let index = first; index <= last; index += 1) expect(found).toContain(index);
    for (const { index, texts } of rows) {
      expect(texts.slice(0, 2)).toEqual([String(index), String(2 * index)]);
    }
    expect(rows.map(({ top }) => top)).toEqual(rows.map(({ top }) => top).sort((a, b) => a - b));
  }
});

it('shows columns of the same name, as a file may have them', async () => {
  await render(VirtualTable, {
    label: 'Names',
    columns: [{ name: 'Name' }, { name: 'Name' }],
    rows: [0],
    cells: () => ['first', 'second'],
    rowKey: () => 0,
  });
  await expect.element(page.getByRole('gridcell', { name: 'second' })).toBeVisible();
  expect(page.getByRole('columnheader', { name: 'Name' }).elements()).toHaveLength(2);
});

it('grows its rows with the text while it stands, and keeps in sight what was read', async () => {
  const grid = await show();
  grid.scrollTop = 26 * 100;
  await frames();
  const firstRow = () => readRows(grid).find(({ top }) => top >= grid.getBoundingClientRect().top);
  const before = firstRow();
  document.documentElement.style.setProperty('--text-size', '150');
  await frames();
  const [one, two] = readRows(grid);
  expect((two?.top ?? 0) - (one?.top ?? 0)).toBe(39);
  expect(Math.abs((firstRow()?.index ?? 0) - (before?.index ?? 0))).toBeLessThanOrEqual(1);
  document.documentElement.style.removeProperty('--text-size');
  await frames();
  const [small, next] = readRows(grid);
  expect((next?.top ?? 0) - (small?.top ?? 0)).toBe(26);
});

it('makes and moves no row when a page is turned or leapt over', async () => {
  const grid = await show();
  // Away from the top, where fewer rows are drawn.
  grid.scrollTop = 2_000;
  await frames();
  let changed = 0;
  const watch = new MutationObserver((found) => {
    for (const { addedNodes, removedNodes } of found) {
      for (const node of [...addedNodes, ...removedNodes]) {
        if (node instanceof HTMLElement && node.role === 'row') changed += 1;
      }
    }
  });
  watch.observe(grid, { childList: true, subtree: true });
  for (const to of [2_300, 2_600, 9_000, 4_000, 20_000]) {
    grid.scrollTop = to;
    await frames();
  }
  watch.disconnect();
  expect(changed).toBe(0);
});

it('draws the ring of the focus above its head and rows', async () => {
  const grid = await show();
  const ring = grid.nextElementSibling as HTMLElement;
  expect(getComputedStyle(ring).borderTopWidth).toBe('0px');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(grid);
  const { borderTopWidth, borderTopColor, zIndex, pointerEvents } = getComputedStyle(ring);
  expect(borderTopWidth).toBe('2px');
  expect(borderTopColor).toBe('rgb(11, 90, 115)');
  const inside = [...grid.querySelectorAll('*')].map((one) => Number(getComputedStyle(one).zIndex));
  for (const z of inside.filter((one) => !Number.isNaN(one)))
    expect(Number(zIndex)).toBeGreaterThan(z);
  expect(pointerEvents).toBe('none');
  expect(ring.getBoundingClientRect()).toEqual(grid.getBoundingClientRect());
});

it('names the current row to assistive technology after keys have moved it', async () => {
  const grid = await show();
  grid.focus();
  await userEvent.keyboard('{End}{ArrowUp}');
  await frames();
  const named = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  expect(named?.getAttribute('aria-rowindex')).toBe(String(count));
});
