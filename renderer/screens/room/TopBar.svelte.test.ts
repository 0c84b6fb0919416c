import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/fonts.css';
import { someAttempt, someParts } from '../testing/some-parts.ts';
import DrillRoom from './DrillRoom.svelte';

let main: HTMLElement;

beforeEach(() => {
  main = document.createElement('main');
  document.body.replaceChildren(main);
});

/** A drill with everything that a drill may show in the bar. */
async function show(): Promise<void> {
  const drill = aDrill({
    role: 'Security engineer, vulnerability response',
    updates: [
      {
        id: 't15',
        title: 'Hand-over note for Auckland',
        audience: 'executive',
        to: ['ines'],
        about_reader: 'Reads it on a phone.',
        asked: 'What happened, and is it over?',
        due: 15,
        part: 'communication',
        weight: 6,
        facts: [{ id: 'status', kind: 'status', text: 'The key is off' }],
      },
    ],
  });
  const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
  const attempt = someAttempt(parts, { prepared: prepareDrill(drill, someEvidence) });
  attempt.start();
  attempt.pause();
  const { container } = await render(DrillRoom, { parts, attempt }, { baseElement: main });
  container.style.height = '100%';
}

/** The smallest window less its rail of 52 px. */
const width_px = 1024 - 52;

it('stands in one row in the smallest window, with everything that a drill may show in it', async () => {
  await page.viewport(1024, 700);
  main.style.cssText = `height: 100vh; width: ${String(width_px)}px`;
  await show();
  await expect.element(page.getByText('due at T+15:00')).toBeVisible();
  await expect.element(page.getByText(/provisional/)).toBeVisible();
  const more = page.getByText('More', { exact: true }).element().closest('button');
  const resume = page.getByRole('button', { name: 'Resume' }).element();
  const middle = (one: Element | null) => {
    const { top = 0, height = 0 } = one?.getBoundingClientRect() ?? {};
    return top + height / 2;
  };
  expect(Math.abs(middle(more) - middle(resume))).toBeLessThan(4);
  expect(main.scrollWidth).toBeLessThanOrEqual(width_px);
});

it('keeps room for the marks of the ribbon in the usual window', async () => {
  await page.viewport(1440, 900);
  main.style.cssText = 'height: 100vh; width: 1388px';
  await show();
  await expect.element(page.getByText('due at T+15:00')).toBeVisible();
  await document.fonts.ready;
  expect(document.querySelector('.ribbon')?.clientWidth).toBeGreaterThanOrEqual(90);
  expect(main.scrollWidth).toBeLessThanOrEqual(1388);
});
