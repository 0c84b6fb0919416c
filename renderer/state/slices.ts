/**
 * Long work in slices short enough that a frame is painted between two of them. Each function
 * resolves to null where `stop` said so on the way.
 */
const slice_ms = 12;

/** Lets the window paint and hear the keyboard. */
function yieldToWindow(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Takes a step for each number below `count`. */
export async function stepInSlices(
  count: number,
  step: (index: number) => void,
  stop: () => boolean,
): Promise<true | null> {
  let until = performance.now() + slice_ms;
  for (let index = 0; index < count; index += 1) {
    step(index);
    if (index % 32 === 31 && performance.now() >= until) {
      await yieldToWindow();
      if (stop()) return null;
      until = performance.now() + slice_ms;
    }
  }
  return true;
}

/** Work that can pause wherever it yields. */
export type Steps<T> = Generator<undefined, T>;

/** Does such work without a pause. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export async function runStepsInSlices<T>(steps: Steps<T>, stop: () => boolean): Promise<T | null> {
  let until = performance.now() + slice_ms;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await yieldToWindow();
    if (stop()) return null;
    until = performance.now() + slice_ms;
  }
}

export async function filterInSlices<T>(
  items: readonly T[],
  test: (item: T) => boolean,
  stop: () => boolean,
): Promise<T[] | null> {
  const found: T[] = [];
  // By index: an iterator over entries makes an array for each.
  const isWhole = await stepInSlices(
    items.length,
    (index) => {
      const item = items[index] as T;
      if (test(item)) found.push(item);
    },
    stop,
  );
  return isWhole && found;
}

const run = 2_048;

/** A stable merge sort: short runs at once, then merged, pausing between. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  stop: () => boolean,
): Promise<T[] | null> {
  let until = performance.now() + slice_ms;
  const pause = async (): Promise<boolean> => {
    if (performance.now() < until) return true;
    await yieldToWindow();
    until = performance.now() + slice_ms;
    return !stop();
  };
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += run) {
    runs.push(items.slice(start, start + run).sort(compare));
    if (!(await pause())) return null;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const pair = await mergeRuns(runs[index] ?? [], runs[index + 1] ?? [], compare, pause);
      if (!pair) return null;
      merged.push(pair);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeRuns<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<boolean>,
): Promise<T[] | null> {
  const merged: T[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const a = left[l];
    const b = right[r];
    const takeLeft = r >= right.length || (l < left.length && compare(a as T, b as T) <= 0);
    merged.push((takeLeft ? a : b) as T);
    if (takeLeft) l += 1;
    else r += 1;
    if (merged.length % run === 0 && !(await pause())) return null;
  }
  return merged;
}
