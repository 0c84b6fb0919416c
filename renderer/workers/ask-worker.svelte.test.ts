import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AskedWorker } from './ask-worker.ts';

const started: AWorker[] = [];
vi.mock('./open-worker.ts', () => ({
  openWorker: () => {
    const worker = new AWorker();
    started.push(worker);
    return worker;
  },
}));

/** Doubles a number, 100 ms after it was asked, a large one 20 s after; what is below 0 it never answers. */
class AWorker extends EventTarget {
  ended = false;

  postMessage({ id, number }: { id: number; number: number }): void {
    if (number < 0) return;
    setTimeout(
      () => {
        if (this.ended) return;
        this.dispatchEvent(new MessageEvent('message', { data: { id, double: 2 * number } }));
      },
      number < 1_000 ? 100 : 20_000,
    );
  }

  terminate(): void {
    this.ended = true;
  }
}

function aDoubler(habits: ConstructorParameters<typeof AskedWorker>[1]) {
  const worker = new AskedWorker<{ number: number }, { id: number; double: number }>(
    'markdown',
    habits,
  );
  return async (number: number) => (await worker.ask({ number })).double;
}

beforeEach(() => {
  vi.useFakeTimers();
  started.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a worker that keeps nothing', () => {
  it('answers in order, and is ended once nobody has asked for that long', async () => {
    const double = aDoubler({ keepsNothing: true });
    const answers = Promise.all([1, 2, 3].map(double));
    await vi.advanceTimersByTimeAsync(300);
    expect(await answers).toEqual([2, 4, 6]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(started.map(({ ended }) => ended)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(started.map(({ ended }) => ended)).toEqual([true]);
  });

  it('is not ended while a question is on its way, however long that takes', async () => {
    const double = aDoubler({ keepsNothing: true });
    const answer = double(4);
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toBe(8);
    await vi.advanceTimersByTimeAsync(9_990);
    const late = double(1_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await late).toBe(2_000);
    expect(started).toHaveLength(1);
  });

  it('starts another for the next question', async () => {
    const double = aDoubler({ keepsNothing: true });
    void double(1);
    await vi.advanceTimersByTimeAsync(11_000);
    const answer = double(6);
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toBe(12);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
  });
});

describe('a worker with a deadline', () => {
  it('has more time for its first question, but only until it says that it is loaded', async () => {
    const double = aDoubler({ deadline_ms: 500 });
    const ends: string[] = [];
    void double(-1).catch((error: unknown) => ends.push(String(error)));
    await vi.advanceTimersByTimeAsync(3_000);
    started[0]?.dispatchEvent(new MessageEvent('message', { data: { id: 0 } }));
    await vi.advanceTimersByTimeAsync(499);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toEqual(['Error: The worker took too long.']);
  });

  it('is ended by a question that takes too long, and the next goes to another', async () => {
    const double = aDoubler({ deadline_ms: 500 });
    const first = double(1);
    const stuck = double(-1).catch((error: unknown) => String(error));
    const after = double(3);
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(await stuck).toContain('took too long');
    await vi.advanceTimersByTimeAsync(100);
    expect(await after).toBe(6);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
  });
});
