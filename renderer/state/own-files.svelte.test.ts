import { expect, it, vi } from 'vitest';
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
