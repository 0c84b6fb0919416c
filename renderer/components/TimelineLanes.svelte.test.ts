import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import { findBarriers } from '../screens/testing/some-parts.ts';
import TimelineLanes from './TimelineLanes.svelte';

const hour_s = 3600;
const mark = (id: string, at: number, text: string) =>
  ({ id, at, text, shape: 'square', word: 'fact' }) as const;
const lanes = [
  {
    name: 'What happened',
    key: '■ fact',
    marks: [
      mark('a', 0, 'The link begins to fail'),
      mark('b', 96 * hour_s, 'The array drops a disk'),
      mark('c', 100 * hour_s, 'The last good copy'),
      mark('d', 100 * hour_s + 600, 'The alert is seen'),
    ],
  },
  { name: 'Yours', key: '● match', marks: [mark('a', 0, 'The link begins to fail')] },
];
const writeTime = (at: number): string => String(at);

it.each([1400, 900])(
  'says each quiet stretch in a unit of its size, above all labels, %i wide',
  async (width) => {
    await page.viewport(width, 700);
    const { container } = await render(TimelineLanes, { lanes, writeTime });
    const words = ['4 days quiet', '4 h quiet', '9 min quiet'];
    const shown = [...container.querySelectorAll('.above span')];
    expect(shown.map(({ textContent }) => textContent)).toEqual(words);
    const lowest = Math.max(...shown.map((one) => one.getBoundingClientRect().bottom));
    const labels = [...container.querySelectorAll('.label')];
    for (const label of labels)
      expect(label.getBoundingClientRect().top).toBeGreaterThanOrEqual(lowest);
    for (const { name } of lanes) {
      const items = page.getByRole('list', { name }).getByRole('listitem');
      for (const text of words)
        await expect.element(items.filter({ hasText: text })).toBeInTheDocument();
    }
    expect(await findBarriers(container)).toEqual([]);
  },
);

it('says how long each of many quiet stretches is without one lying over another', async () => {
  await page.viewport(900, 700);
  const marks = [0, 19, 40, 280, 294, 323, 328, 333, 338, 343, 348].map((minute) =>
    mark(String(minute), minute * 60, `What happened at ${String(minute)}`),
  );
  const { container } = await render(TimelineLanes, {
    lanes: [{ name: 'What happened', key: '■ fact', marks }],
    writeTime,
  });
  const shown = [...container.querySelectorAll('.above span')];
  const lengths = ['18 min', '20 min', '4 h', '13 min', '28 min'];
  expect(shown.map(({ textContent }) => textContent.replace(' quiet', ''))).toEqual(lengths);
  const boxes = shown.map((one) => one.getBoundingClientRect());
  for (const [index, box] of boxes.entries())
    expect(box.left).toBeGreaterThan(boxes[index - 1]?.right ?? 0);
  const items = page.getByRole('listitem').filter({ hasText: '20 min quiet' });
  await expect.element(items).toBeInTheDocument();
});

it('has an axis with times, whose lines go through all lanes', async () => {
  await page.viewport(1400, 700);
  const marks = [46, 51, 53, 55, 58, 72, 77, 81].map((minute) =>
    mark(String(minute), minute * 60, 'What happened'),
  );
  const { container } = await render(TimelineLanes, {
    lanes: [
      { name: 'What happened', key: '■ fact', marks },
      { name: 'Yours', key: '● match', marks },
    ],
    writeTime: (at: number) => String(Math.floor(at / 60)),
  });
  const shown = [...container.querySelectorAll('.tick')];
  const texts = shown.map(({ textContent }) => textContent);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.every((text) => Number.isInteger(Number(text)))).toBe(true);
  const tracks = [...container.querySelectorAll('.track')].map((one) =>
    one.getBoundingClientRect(),
  );
  for (const line of shown.map((one) => one.getBoundingClientRect())) {
    expect(line.top).toBeLessThan(tracks[0]?.top ?? 0);
    expect(line.bottom).toBeGreaterThanOrEqual(tracks.at(-1)?.bottom ?? Infinity);
  }
  // A line stands where its time is: that of a mark goes through the mark.
  const at = (text: string) =>
    shown.find(({ textContent }) => textContent === text)?.getBoundingClientRect().left ?? 0;
  const shape = container.querySelectorAll('.shape')[3]?.getBoundingClientRect();
  const middle = ((shape?.left ?? 0) + (shape?.right ?? 0)) / 2;
  expect(Math.abs(at('55') - middle)).toBeLessThan(2);
});

it('says beside its label that a mark was missed', async () => {
  await page.viewport(1400, 700);
  const missed = {
    ...mark('b', 600, 'The alert is seen'),
    shape: 'dotted',
    word: 'missed',
  } as const;
  await render(TimelineLanes, {
    lanes: [{ name: 'Yours', key: '◌ missed', marks: [mark('a', 0, 'The link fails'), missed] }],
    writeTime,
  });
  const items = page.getByRole('list', { name: 'Yours' }).getByRole('listitem');
  const said = items.filter({ hasText: 'The alert is seen' }).element().querySelector('b');
  expect(said?.textContent).toBe('missed');
  // Its name says it already.
  expect(said?.getAttribute('aria-hidden')).toBe('true');
  expect(items.filter({ hasText: 'The link fails' }).element().querySelector('b')).toBeNull();
});

it('leaves a mark its ring alone where its word finds no room', async () => {
  await page.viewport(720, 450);
  const marks = Array.from({ length: 26 }, (_, at) => {
    const one = mark(String(at), at * 300, 'What was missed');
    return { ...one, shape: 'dotted', word: 'missed' } as const;
  });
  const { container } = await render(TimelineLanes, {
    lanes: [{ name: 'Yours', key: '◌ missed', marks }],
    writeTime,
    low: true,
  });
  const boxes = [...container.querySelectorAll('.label')].map((one) => one.getBoundingClientRect());
  expect(boxes).toHaveLength(26);
  const lies = (a: DOMRect, b: DOMRect): boolean =>
    Math.abs(a.top - b.top) < 2 && a.left < b.right - 1 && b.left < a.right - 1;
  for (const [index, box] of boxes.entries())
    expect(boxes.slice(index + 1).filter((other) => lies(box, other))).toEqual([]);
});

it('shortens a label that would leave the lane on both sides of its mark', async () => {
  await page.viewport(720, 450);
  const long = 'The first sectors that nobody could read any more';
  const { container } = await render(TimelineLanes, {
    lanes: [
      {
        name: 'What happened',
        key: '■ fact',
        marks: [mark('a', 0, 'Begin'), mark('b', 300, long), mark('c', 600, 'End')],
      },
    ],
    writeTime: (at: number) => `13 April, ${String(at)} seconds`,
  });
  const track = container.querySelector('.track')?.getBoundingClientRect();
  for (const label of container.querySelectorAll('.label'))
    expect(label.getBoundingClientRect().left).toBeGreaterThan((track?.left ?? 0) - 8);
});

it('says a long label in whole where there is room beside it', async () => {
  await page.viewport(1400, 700);
  const long = 'Once that key is settled, is all of their access gone by now?';
  const { container } = await render(TimelineLanes, {
    lanes: [{ name: 'First', key: '● same', marks: [mark('a', 0, long), mark('b', 600, long)] }],
    writeTime,
  });
  const said = [...container.querySelectorAll('.label > [aria-hidden=true]')];
  expect(said.map((one) => one.textContent)).toEqual([long, long]);
});
