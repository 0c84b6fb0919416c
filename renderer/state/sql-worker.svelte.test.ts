import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SqlAnswer, SqlRequest } from '../workers/sql-messages.ts';
import type { TableInfo } from './sql-bench.ts';
import { SqlWorker } from './sql-worker.ts';

const started: AWorker[] = [];
vi.mock('../workers/open-worker.ts', () => ({
  openWorker: () => {
    const worker = new AWorker();
    started.push(worker);
    return worker;
  },
}));

/** Keeps what it was asked; tests answer. */
class AWorker extends EventTarget {
  readonly asked: SqlRequest[] = [];
  ended = false;

  postMessage(request: SqlRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(answer: SqlAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
  /** What stands in the cell that it shares with the page. */
  get stop(): number {
    const [first] = this.asked;
    return first?.kind === 'start' && first.stop ? (new Int32Array(first.stop)[0] ?? 0) : -1;
  }
}

const file = { kind: 'file', file: new File(['a,b'], 'log.csv') } as const;
const table: TableInfo = {
  ...{ name: 'log', title: 'log.csv', columns: [], timeColumn: null, rows: 1, span: null },
  source: { kind: 'own', file: 'log.csv' },
  format: 'csv',
  broken: { count: 0, lines: [] },
};
const ask = (worker: SqlWorker) => worker.query('SELECT 1', 10, () => undefined);

beforeEach(() => {
  started.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('stops two queries that wait behind another, each when its turn comes', async () => {
  // Memory is shared only with a page that is isolated, which that of the tests is not.
  vi.stubGlobal('SharedArrayBuffer', ArrayBuffer);
  const sql = new SqlWorker(true);
  const [first, second, third] = [ask(sql), ask(sql), ask(sql)];
  third.stop();
  second.stop();
  const [worker] = started;
  expect(worker?.stop).toBe(2);
  worker?.answer({ id: 1, kind: 'done', capped: false, elapsed_ms: 1 });
  worker?.answer({ id: 2, kind: 'stopped', elapsed_ms: 1 });
  expect(worker?.stop).toBe(3);
  worker?.answer({ id: 3, kind: 'stopped', elapsed_ms: 1 });
  const ends = await Promise.all([first.end, second.end, third.end]);
  expect(ends.map(({ kind }) => kind)).toEqual(['done', 'stopped', 'stopped']);
});

it('ends a worker that goes on with a query that was told to stop, and asks the next one anew', async () => {
  vi.stubGlobal('SharedArrayBuffer', ArrayBuffer);
  vi.useFakeTimers();
  const sql = new SqlWorker(true);
  const [slow, next] = [ask(sql), ask(sql)];
  slow.stop();
  vi.advanceTimersByTime(2_900);
  expect(started[0]?.ended).toBe(false);
  vi.advanceTimersByTime(200);
  vi.useRealTimers();
  expect(await slow.end).toMatchObject({ kind: 'stopped' });
  expect(started[0]?.ended).toBe(true);
  expect(started[1]?.asked.map(({ kind }) => kind)).toEqual(['start', 'query']);
  const id = started[1]?.asked[1]?.kind === 'query' ? started[1].asked[1].id : 0;
  started[1]?.answer({ kind: 'stopped', id, elapsed_ms: 1 });
  expect(await next.end).toMatchObject({ kind: 'stopped', elapsed_ms: 1 });
});

it('gives its tables to the worker that follows one that fell', async () => {
  const sql = new SqlWorker(false);
  const load = sql.load(file);
  started[0]?.answer({ id: 1, kind: 'table', table, places: null });
  await load.end;
  const lost = ask(sql);
  started[0]?.dispatchEvent(new Event('error'));
  expect((await lost.end).kind).toBe('stopped');
  const next = ask(sql);
  const again = started[1]?.asked.find(({ kind }) => kind === 'file');
  expect(again).toMatchObject({ name: 'log' });
  expect(started[1]?.asked.some(({ kind }) => kind === 'query')).toBe(false);
  if (!again || !('id' in again)) throw new Error('no table is made again');
  started[1]?.answer({ id: again.id, kind: 'table', table, places: null });
  expect(started[1]?.asked.at(-1)).toMatchObject({ kind: 'query', id: 3 });
  started[1]?.answer({ id: 3, kind: 'done', capped: false, elapsed_ms: 1 });
  expect((await next.end).kind).toBe('done');
});

it('starts no worker any more once it is done with', async () => {
  const sql = new SqlWorker(false);
  const load = sql.load(file);
  sql.dispose();
  expect((await load.end).kind).toBe('cancelled');
  expect((await sql.load(file).end).kind).toBe('cancelled');
  expect((await ask(sql).end).kind).toBe('stopped');
  expect(started.map(({ ended }) => ended)).toEqual([true]);
});
