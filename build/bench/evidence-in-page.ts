/** What the benchmark of the evidence bench does inside its page: Playwright carries these over. */

/** As much of renderer/state/sql-bench.ts as is asked for here. */
interface Bench {
  readonly tables: readonly {
    readonly rows: number;
    readonly broken: { readonly count: number };
  }[];
  openOwnFile(
    file: File,
    onProgress: () => void,
  ): { readonly outcome: Promise<{ readonly kind: string; readonly message?: string }> };
  run(sql: string): {
    readonly outcome: Promise<{
      readonly kind: string;
      readonly rows?: readonly (readonly unknown[])[];
    }>;
  };
}

declare global {
  interface Window {
    bench?: Bench;
    /** Durations (ms) of the tasks that held up the page for more than 50 ms. */
    longTasks?: number[];
    /** The longest time (ms) between two turns of the page's loop. */
    longestPause?: number;
  }
}

/** From now on, what holds up the page is noted. */
export function watchPage(): void {
  const tasks: number[] = [];
  window.longTasks = tasks;
  window.longestPause = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    window.longestPause = Math.max(window.longestPause ?? 0, now - last);
    last = now;
  }, 5);
}

/** Reads the chosen file. Resolves to milliseconds. */
export async function loadChosenFile(): Promise<{ readonly ms: number; readonly rows: number }> {
  const file = document.querySelector('input')?.files?.[0];
  const { bench } = window;
  if (!file || !bench) throw new Error('There is no file, or no bench.');
  const begun = performance.now();
  const outcome = await bench.openOwnFile(file, () => undefined).outcome;
  const ms = performance.now() - begun;
  if (outcome.kind !== 'table') throw new Error(outcome.message ?? outcome.kind);
  return { ms, rows: bench.tables[0]?.rows ?? 0 };
}

/** Runs a query, from the page's question to the last row in the page. */
export async function askBench(
  sql: string,
): Promise<{ readonly ms: number; readonly rows: readonly (readonly unknown[])[] }> {
  const begun = performance.now();
  const outcome = await window.bench?.run(sql).outcome;
  const ms = performance.now() - begun;
  if (outcome?.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { ms, rows: outcome.rows ?? [] };
}
