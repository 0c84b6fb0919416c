import { expect, it } from 'vitest';
import { layText } from '../../content/engine/evidence/text-lines.ts';
import { aSqlBench } from '../screens/testing/a-sql-bench.ts';
import { someOwnFiles } from '../screens/testing/some-parts.ts';
import type { OwnFile } from './own-file.ts';
import { OwnTable } from './own-table.svelte.ts';
import { OwnTimes } from './own-times.svelte.ts';
import { SqlQuery } from './sql-query.svelte.ts';
import { QueryBook } from './query-book.svelte.ts';
import type { QueryOutcome, TableInfo } from './sql-bench.ts';

const note = (id: string, text: string): OwnFile => ({
  ...{ kind: 'text', id, name: `${id}.txt`, laid: { format: 'text', lines: layText(text) } },
});
const early = note('early', 'up at 2026-03-10 08:00:00\ndown at 2026-03-10 09:00:00\n');
const late = note('late', 'again at 2026-03-10 08:30:00\n');

/** A table that answers when it is told to: that it holds no time. */
function aSlowTable() {
  const waiting: ((outcome: QueryOutcome) => void)[] = [];
  const { bench } = aSqlBench(
    () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
  );
  const info: TableInfo = {
    ...{ name: 'log', title: 'log.csv', source: { kind: 'own', file: 'log.csv' }, format: 'csv' },
    columns: [{ name: 'at', title: 'at', kind: 'time' }],
    ...{ timeColumn: 'at', rows: 1, broken: { count: 0, lines: [] }, span: null },
  };
  const file: OwnFile = {
    ...{ kind: 'table', id: 'table:log', name: 'log.csv', table: new OwnTable(bench, info) },
    query: new SqlQuery(
      'log',
      new QueryBook(() => undefined),
      { run: (sql, options) => Promise.resolve(bench.run(sql, options)) },
      () => 0,
    ),
  };
  const answer = (): void => {
    const about = { capped: false, elapsed_ms: 1, columns: [], records: null, groups: null };
    for (const resolve of waiting) resolve({ kind: 'done', rows: [], ...about });
  };
  return { bench, file, waiting, answer };
}

it('reads on while its axis is laid over a part', async () => {
  const { bench, file, waiting, answer } = aSlowTable();
  const times = new OwnTimes(() => Promise.resolve(bench));
  await times.collect([early]);
  const before = waiting.length;
  const reading = times.collect([early, file, late]);
  await expect.poll(() => waiting.length).toBeGreaterThan(before);
  times.choose({ from: '2026-03-10T08:00:00Z', to: '2026-03-10T08:45:00Z' });
  times.zoomIn();
  await expect.poll(() => times.shown.length).toBe(1);
  expect(times.working).toBe(true);
  answer();
  await reading;
  expect(times.sources.map(({ title }) => title)).toEqual(['early.txt', 'late.txt']);
  expect(times.shown.map(({ source }) => source)).toEqual(['early', 'late']);
  expect(times.silent).toEqual(['log.csv']);
  expect(times.working).toBe(false);
});

it('holds nothing of a file that was closed, nor of one that was being read', async () => {
  const { bench, file, waiting, answer } = aSlowTable();
  const times = new OwnTimes(() => Promise.resolve(bench));
  await times.collect([early, late]);
  expect(times.shown).toHaveLength(3);
  times.forget(early);
  expect(times.shown.map(({ source }) => source)).toEqual(['late']);
  expect(times.sources.map(({ title }) => title)).toEqual(['late.txt']);
  expect(times.lanes).toHaveLength(1);

  const before = waiting.length;
  const reading = times.collect([late, file]);
  await expect.poll(() => waiting.length).toBeGreaterThan(before);
  times.forget(file);
  answer();
  await reading;
  expect(times.silent).toEqual([]);
  expect(times.sources.map(({ title }) => title)).toEqual(['late.txt']);
});

it('is told of a file that is closed on the bench', async () => {
  const { bench, own } = aSqlBench();
  const files = someOwnFiles(bench);
  const opened = files.open([new File(['x'], 'early.txt')]);
  await expect.poll(() => own.length).toBe(1);
  await own[0]?.settle({
    kind: 'text',
    name: 'early.txt',
    format: 'text',
    text: 'at 2026-03-10 08:00',
  });
  await opened;
  await files.times.collect(files.files);
  expect(files.times.shown).toHaveLength(1);
  await files.close(files.files[0]?.id ?? '');
  expect(files.times.shown).toEqual([]);
  expect(files.times.sources).toEqual([]);
});
