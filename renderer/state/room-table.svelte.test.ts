import { expect, it } from 'vitest';
import { readEvidence, type EvidenceContent } from '../../content/engine/evidence/read-evidence.ts';
import { readInWorker } from './read-in-worker.ts';
import { RoomTable } from './room-table.svelte.ts';

const count = 100_000;
const many = Array.from({ length: count }, (_, index) =>
  JSON.stringify({
    id: `r-${String(index)}`,
    eventTime: `2026-03-10T08:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}Z`,
    eventName: index % 1000 === 7 ? 'CreateAccessKey' : 'DescribeInstances',
    sourceIPAddress: `198.51.100.${String(index % 250)}`,
    size: (index * 7919) % count,
  }),
).join('\n');
const shape = { format: 'jsonl', key: 'id' } as const;

function aTable(content: EvidenceContent): RoomTable {
  if (content.kind !== 'table') throw new Error('not a table');
  return new RoomTable(content, ['eventTime', 'eventName', 'size']);
}

it('reads the same in a worker as at once', async () => {
  expect(await readInWorker(shape, many)).toEqual(readEvidence(shape, many));
}, 60_000);

it('filters and sorts 100,000 rows, the last wish winning', async () => {
  const table = aTable(readEvidence(shape, many));
  const first = table.filter('nothing like this');
  const second = table.filter('eventName:access');
  await Promise.all([first, second]);
  expect(table.rows.length).toBe(100);
  await table.sortBy(4);
  const sizes = table.rows.map(({ cells }) => Number(cells[4]));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  await table.sortBy(4);
  expect(Number(table.rows[0]?.cells[4])).toBe(Math.max(...sizes));
  await table.sortBy(4);
  await table.filter('');
  expect(table.rows.length).toBe(count);
  expect(table.rows[0]?.id).toBe('r-0');
}, 60_000);

it('shows the columns the drill names, and never none', () => {
  const table = aTable(readEvidence(shape, many.slice(0, 500).split('\n').slice(0, 2).join('\n')));
  expect(table.shown.map((column) => table.columns[column])).toEqual([
    'eventTime',
    'eventName',
    'size',
  ]);
  for (const column of table.shown) table.toggleColumn(column);
  expect(table.shown.length).toBe(1);
  expect(table.day).toBe('2026-03-10');
  expect(table.find('r-1')?.index).toBe(1);
});

it('keeps the times of a column in which one is none, and says which row that is', () => {
  const times = Array.from({ length: 40 }, (_, at) => `2026-03-10T08:${String(at + 10)}:00Z,x`);
  times[0] = 'garbage,x';
  times[5] = 'b';
  const table = aTable(readEvidence({ format: 'csv' }, `time,what\n${times.join('\n')}\n`));
  expect(table.timeColumn).toBe('time');
  expect(table.span).toEqual(['2026-03-10T08:11:00Z', '2026-03-10T08:49:00Z']);
  expect(table.unevenLines).toEqual([7]);
  expect(table.misfits).toEqual([{ column: 'time', kind: 'time', count: 2, lines: [2, 7] }]);
});

it('answers without a query: only, not, counts, a stretch of time', async () => {
  const table = aTable(readEvidence(shape, many));
  await table.filter('');
  expect(table.timeColumn).toBe('eventTime');
  expect(table.histogram?.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(count);

  table.setConditions([{ column: 'eventName', test: 'is', value: 'CreateAccessKey' }]);
  table.groupBy('sourceIPAddress');
  await expect.poll(() => table.rows.length).toBe(100);
  expect(table.grouping?.counts.reduce((sum, one) => sum + one.count, 0)).toBe(100);

  const [from = '', to = ''] = ['2026-03-10T08:10:00Z', '2026-03-10T08:20:00Z'];
  table.setConditions([
    { column: 'eventName', test: 'is_not', value: 'CreateAccessKey' },
    { column: 'eventTime', test: 'from', value: from },
    { column: 'eventTime', test: 'before', value: to },
  ]);
  await expect.poll(() => table.working).toBe(false);
  const times = table.rows.map(({ cells }) => cells[1] ?? '');
  expect(times.every((time) => time >= from && time < to)).toBe(true);
  expect(table.rows.length).toBeGreaterThan(1000);
  // The histogram goes on showing what lies outside, so that the stretch can be moved.
  expect(table.histogram?.buckets.filter((one) => one.count > 0).length).toBeGreaterThan(20);
  await table.clear();
  expect(table.rows.length).toBe(count);
}, 60_000);
