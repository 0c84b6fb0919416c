import { expect, it, vi } from 'vitest';
import { aSqlBench } from '../screens/testing/a-sql-bench.ts';
import { OwnTable } from './own-table.svelte.ts';
import type { TableInfo, ValueCount } from './sql-bench.ts';

const info: TableInfo = {
  ...{ name: 'log', title: 'log.csv', source: { kind: 'own', file: 'log.csv' }, format: 'csv' },
  columns: [{ name: 'a', title: 'a', kind: 'text' }],
  ...{ timeColumn: null, rows: 1, broken: { count: 0, lines: [] }, span: null },
};

it('does not show a count again that was closed while it was being made', async () => {
  const { bench } = aSqlBench(() => {
    return {
      kind: 'done',
      capped: false,
      elapsed_ms: 1,
      columns: ['a'],
      rows: [],
      records: null,
      groups: null,
    };
  });
  let answer: (counts: readonly ValueCount[]) => void = () => undefined;
  const asked = vi.fn(() => new Promise<readonly ValueCount[]>((resolve) => (answer = resolve)));
  const table = new OwnTable({ ...bench, tables: [], countValues: asked }, info);
  table.groupBy('a');
  await expect.poll(() => asked.mock.calls.length).toBe(1);
  table.groupBy(null);
  answer([{ value: 'x', count: 1 }]);
  await expect.poll(() => table.working).toBe(false);
  expect(table.grouping).toBeNull();
});

it('opens with the column that says when, wherever it stands', () => {
  const { bench } = aSqlBench();
  const texts = Array.from({ length: 9 }, (_, at) => ({ name: `c${String(at)}`, kind: 'text' as const })); // oxfmt-ignore
  const columns = [...texts, { name: 'ts_UTC', kind: 'time' as const }].map((column) => ({
    ...column,
    title: column.name,
  }));
  const span = ['2026-03-10T08:00:00Z', '2026-03-10T09:00:00Z'] as const;
  const table = new OwnTable(bench, { ...info, columns, timeColumn: 'ts_UTC', span });
  expect(table.shown).toEqual([0, 1, 2, 3, 4, 5, 9]);
  const plain = new OwnTable(bench, { ...info, columns });
  expect(plain.shown).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
