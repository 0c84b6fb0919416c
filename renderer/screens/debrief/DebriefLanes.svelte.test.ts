import { page } from 'vitest/browser';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { writeDebrief, type LaneMark } from '../../../content/engine/score/debrief.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import DebriefLanes from './DebriefLanes.svelte';

const minute_s = 60;
const titles = [
  'Key made public',
  'First use by a stranger',
  'Rights refused',
  'Dry run elsewhere',
];
/** Seven close together, then one after two quiet hours: the last stretch ends at the right end. */
const some = [0, 1, 2, 3, 4, 5, 6, 130];
/** As many as a drill has that asks for much. */
const many = [...some, 131, 132, 133, 134, 135, 136, 137, 138];

async function show(size: readonly [number, number], minutes = some) {
  await page.viewport(...size);
  const { prepared, state } = someAttempt(someParts());
  const marks = minutes.map((minute, index): LaneMark => ({
    id: String(index),
    at: minute * minute_s,
    title: titles[index % titles.length] ?? '',
    state: 'fact',
    off_s: null,
  }));
  const yours = marks.map((mark): LaneMark => ({ ...mark, state: 'missed' }));
  const debrief = { ...writeDebrief(prepared, state), truth: marks, yours };
  const { container } = await render(DebriefLanes, {
    drill: prepared.drill,
    debrief,
    asTable: false,
    onflip: () => undefined,
  });
  await expect.element(page.getByText('2 h quiet').first()).toBeInTheDocument();
  // As the screen holds it: the lanes may take four tenths of the height.
  container.style.cssText = 'display: flex; flex-direction: column; height: 100vh';
  return container;
}

/** Lines that follow each other may touch. */
const meet = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

it.each([
  [1440, 900, 100],
  [1024, 700, 100],
  [720, 450, 100],
  [1440, 900, 150],
] as const)('lets no words lie over others, %i × %i, text size %i', async (width, height, text) => {
  document.documentElement.style.setProperty('--text-size', String(text));
  const container = await show([width, height]);
  const words = [...container.querySelectorAll('.above span, .tick .mono, button, .label')];
  const boxes = words.map((one) => one.getBoundingClientRect());
  const met = boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .flatMap((other, after) =>
        meet(box, other)
          ? [`${words[index]?.textContent ?? ''} / ${words[index + 1 + after]?.textContent ?? ''}`]
          : [],
      ),
  );
  expect(met).toEqual([]);
  expect(container.querySelectorAll('.tick').length).toBeGreaterThan(0);
  expect(await findBarriers(container)).toEqual([]);
});

afterEach(() => {
  document.documentElement.style.removeProperty('--text-size');
});

it.each([
  [1024, 700, 100],
  [1440, 900, 150],
] as const)('shows both lanes whole, %i × %i, text size %i', async (width, height, text) => {
  document.documentElement.style.setProperty('--text-size', String(text));
  await show([width, height], many);
  const lanes = page.getByRole('region', { name: 'Timeline' }).element();
  expect(lanes.scrollHeight).toBeLessThanOrEqual(lanes.clientHeight);
  expect(lanes.scrollWidth).toBeLessThanOrEqual(lanes.clientWidth);
});
