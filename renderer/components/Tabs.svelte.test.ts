import { page, userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import Tabs from './Tabs.svelte';

const tabs = Array.from({ length: 12 }, (_, at) => ({ id: String(at), text: `Evidence ${at}` }));

async function show(width_px: number, chosen = '0') {
  const main = document.createElement('main');
  main.style.width = `${width_px}px`;
  document.body.replaceChildren(main);
  const props = { label: 'Open evidence', tabs, chosen, panel: 'p', onchoose: () => undefined };
  const { rerender } = await render(Tabs, props, { baseElement: main });
  const list = page.getByRole('tablist').element();
  return { list, rerender, fades: () => getComputedStyle(list).maskImage.includes('gradient') };
}

it('says by a fade that tabs stand out of sight, and brings them by the wheel', async () => {
  const { list, rerender, fades } = await show(400);
  await expect.poll(fades).toBe(true);
  await userEvent.wheel(page.getByRole('tablist'), { delta: { y: 200 } });
  await expect.poll(() => list.scrollLeft).toBeGreaterThan(100);
  await rerender({ chosen: '11' });
  const last = page.getByRole('tab', { name: 'Evidence 11' });
  await expect
    .poll(() => Math.round(last.element().getBoundingClientRect().right))
    .toBe(Math.round(list.getBoundingClientRect().right));
});

it('fades nothing where all tabs are seen', async () => {
  const { fades } = await show(4000);
  await expect.element(page.getByRole('tab', { name: 'Evidence 11' })).toBeVisible();
  expect(fades()).toBe(false);
});

it('keeps the chosen tab clear of the fade when its count comes later', async () => {
  const { list, rerender, fades } = await show(400, '4');
  await rerender({ tabs: tabs.map((tab) => (tab.id === '4' ? { ...tab, note: '148,260' } : tab)) });
  const chosen = page.getByRole('tab', { name: /^Evidence 4/ });
  await expect.poll(() => chosen.element().textContent).toContain('148,260');
  await expect
    .poll(() => list.getBoundingClientRect().right - chosen.element().getBoundingClientRect().right)
    .toBeGreaterThanOrEqual(28);
  await expect.poll(fades).toBe(true);
});

it('scrolls its own list and never the page that it stands on', async () => {
  const { list, rerender } = await show(400);
  const main = document.querySelector('main');
  if (!main) throw new Error('no page');
  main.style.cssText += 'height: 80px; overflow: auto; padding-top: 70px';
  await rerender({ chosen: '11' });
  await expect.poll(() => list.scrollLeft).toBeGreaterThan(100);
  expect(main.scrollHeight).toBeGreaterThan(main.clientHeight);
  expect(main.scrollTop).toBe(0);
});

it('looks once a frame at what is out of sight, however many tabs come in it', async () => {
  const { list, rerender, fades } = await show(400);
  await expect.poll(fades).toBe(true);
  let looks = 0;
  const width = list.scrollWidth;
  Object.defineProperty(list, 'scrollWidth', {
    get: () => {
      looks += 1;
      return width;
    },
  });
  const begun = document.timeline.currentTime;
  for (let at = 0; at < 60; at += 1) {
    await rerender({ tabs: [...tabs, { id: `more-${String(at)}`, text: 'One more' }] });
  }
  const frames = (Number(document.timeline.currentTime) - Number(begun)) / 16;
  await expect.poll(() => looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(30 + frames);
});
