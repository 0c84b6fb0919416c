import { expect, it, vi } from 'vitest';
import { aSqlBench } from '../screens/testing/a-sql-bench.ts';
import { someOwnFiles } from '../screens/testing/some-parts.ts';
import { OwnFiles } from './own-files.svelte.ts';

it('keeps what stands in a query box when the window goes right after the last key', () => {
  const keepQueries = vi.fn();
  let flush = (): void => undefined;
  const own = new OwnFiles({
    open: () => Promise.reject(new Error('Nothing is opened here.')),
    readQueries: () => Promise.resolve(undefined),
    keepQueries,
    addWriter: (writer) => {
      flush = writer;
    },
    now_ms: () => 0,
  });
  own.book.type('trail', 'select 1');
  expect(keepQueries).not.toHaveBeenCalled();
  flush();
  expect(keepQueries.mock.lastCall?.[0]).toMatchObject({ typed: { trail: 'select 1' } });
  flush();
  expect(keepQueries).toHaveBeenCalledTimes(1);
});

it('shows a name that would turn itself round with its marks written out', async () => {
  const { bench, own } = aSqlBench();
  const files = someOwnFiles(bench);
  const name = 'photo\u202Egpj.txt';
  const shown = 'photo[U+202E]gpj.txt';
  const opened = files.open([1, 2, 3].map(() => new File(['x'], name)));
  await expect.poll(() => own.length).toBe(3);
  expect(files.openings.map((opening) => opening.name)).toEqual([shown, shown, shown]);
  await own[0]?.settle({ kind: 'text', name, format: 'text', text: 'at 2026-03-10 08:00' });
  await own[1]?.settle({ kind: 'image', name, bytes: new Uint8Array() });
  await own[2]?.settle({ kind: 'text', name, format: 'text', text: 'none' });
  await opened;
  expect(files.files.map((file) => file.name)).toEqual([shown, shown, shown]);
  await files.times.collect(files.files);
  expect([files.times.sources[0]?.title, ...files.times.silent]).toEqual([shown, shown, shown]);
});

it('says by the name that can be read what was not opened', async () => {
  const files = new OwnFiles({
    open: () => Promise.reject(new Error('No.')),
    readQueries: () => Promise.resolve(undefined),
    keepQueries: () => undefined,
    addWriter: () => undefined,
    now_ms: () => 0,
  });
  await files.open([new File(['x'], 'a\u2067b.log')]);
  expect(files.problems[0]?.text).toMatch(/^a\[U\+2067\]b\.log was not opened: No\./);
});

it('asks of no file how large it is: of two hundred on a disk that would hold up the window', () => {
  const { bench } = aSqlBench();
  const files = someOwnFiles(bench);
  let asked = 0;
  const onDisk = Array.from({ length: 200 }, (_, at) =>
    Object.defineProperty(new File(['x'], `log-${String(at)}.csv`), 'size', {
      get: () => (asked += 1),
    }),
  );
  void files.open(onDisk);
  expect(files.openings).toHaveLength(200);
  expect(asked).toBe(0);
});
