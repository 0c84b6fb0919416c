/** What the benchmark of the table does inside the page: Playwright carries these functions over. */

/** Milliseconds from a keystroke to the next frame, and to the frame that shows its rows. */
export interface Keystroke {
  readonly frame: number;
  readonly rows: number;
}

declare global {
  interface Window {
    /** Resolves after the next keystroke in the filter. */
    nextKeystroke?: Promise<Keystroke>;
  }
}

/**
 * Scrolls through the whole table, page by page and in leaps. Resolves to the longest task on the
 * way (ms): as the browser reports those over 50 ms, else the longest time between two tasks.
 */
export async function scrollThrough(): Promise<number> {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('There is no table.');
  const reported: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) reported.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let longestPause = 0;
  let last = performance.now();
  let scrolling = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
    if (scrolling) port2.postMessage(null);
  };
  port2.postMessage(null);
  const frames = 240;
  const height = grid.scrollHeight - grid.clientHeight;
  for (let frame = 0; frame < frames; frame += 1) {
    const leap = (height * ((frame * 37) % frames)) / frames;
    grid.scrollTop = frame < frames / 2 ? frame * grid.clientHeight : leap;
    await new Promise(requestAnimationFrame);
  }
  scrolling = false;
  // Reports come with a delay.
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  grid.scrollTop = 0;
  return reported.length > 0 ? Math.max(...reported) : Math.min(50, longestPause);
}

/** Watches the filter until the next keystroke. */
export function watchKeystroke(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-find]');
  if (!field) throw new Error('There is no filter.');
  const busy = (): boolean => document.querySelector('[role=status][aria-busy=true]') !== null;
  const nextFrame = (): Promise<number> =>
    new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  const watch = async ({ timeStamp }: Event): Promise<Keystroke> => {
    const frame = (await nextFrame()) - timeStamp;
    while (busy()) await nextFrame();
    // The frame after the rows were put in place is the one that shows them.
    return { frame, rows: (await nextFrame()) - timeStamp };
  };
  window.nextKeystroke = new Promise((resolve, reject) => {
    field.addEventListener('input', (event) => void watch(event).then(resolve, reject), {
      once: true,
    });
  });
}
