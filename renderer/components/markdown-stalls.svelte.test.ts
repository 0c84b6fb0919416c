import { render } from 'vitest-browser-svelte';
import { expect, it } from 'vitest';
import { hostileMarkdown } from '../../content/engine/testing/hostile-markdown.ts';
import Markdown from './Markdown.svelte';

/** What the window may do in one go: this is the guard's own bound. */
const longest_ms = 100;
/** On a busy machine anything may take long once; what stalls by itself does so each time. */
const tries = 3;

let tasks: number[] = [];
new PerformanceObserver((list) => {
  tasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask' });

/** Until what is shown has been drawn, and the tasks for it were told. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)));
  });

/** Lays a text out: its longest task in milliseconds, 0 for none of 50, and whether it is shown as it was written. */
async function lay(text: string): Promise<{ longest: number; isPlain: boolean }> {
  tasks = [];
  const { container, unmount } = await render(Markdown, { text });
  await expect
    .poll(() => container.querySelector('.waiting'), { interval: 20, timeout: 30_000 })
    .toBeNull();
  await rest();
  const laid = {
    longest: Math.max(0, ...tasks),
    isPlain: container.querySelector('.plain') !== null,
  };
  await unmount();
  return laid;
}

it('keeps the window at work, whatever Markdown it is given', { timeout: 600_000 }, async () => {
  expect(hostileMarkdown.length).toBeGreaterThanOrEqual(48);
  // What is to be seen is seen.
  await new Promise((resolve) => setTimeout(resolve));
  const until = performance.now() + longest_ms + 20;
  while (performance.now() < until);
  await rest();
  const control = Math.max(0, ...tasks);
  expect(control).toBeGreaterThan(longest_ms);

  const stalled: string[] = [];
  let longest = 0;
  let plain = 0;
  for (const [title, , text] of hostileMarkdown) {
    let laid = await lay(text);
    for (let again = 1; again < tries && laid.longest > longest_ms; again += 1) {
      // Another text, since what was laid out once is kept.
      laid = await lay(text.slice(0, -again));
    }
    longest = Math.max(longest, laid.longest);
    if (laid.isPlain) plain += 1;
    if (laid.longest > longest_ms) stalled.push(`${title}: ${Math.round(laid.longest)} ms`);
  }
  expect(stalled).toEqual([]);
  console.log(
    `figure: ${hostileMarkdown.length} pathological texts of Markdown (${plain} shown as written), 0 stalls over ${longest_ms} ms, longest task ${Math.round(longest)} ms (control ${Math.round(control)} ms)`,
  );
});
