import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitBounds,
  loadWindowState,
  parseWindowState,
  saveWindowState,
  smallestWindow,
  type Rectangle,
} from './window-state.ts';

const display = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 100, width: 1280, height: 1024 };
const fresh = { bounds: null, maximized: false, theme: 'system' };

test('What was saved is loaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
  const path = join(folder, 'window.json');
  expect(await loadWindowState(path)).toEqual(fresh);
  const state = {
    bounds: { x: -5, y: 6, width: 900, height: 700 },
    maximized: true,
    theme: 'dark',
  } as const;
  await saveWindowState(path, state);
  expect(await loadWindowState(path)).toEqual(state);
  await writeFile(path, '{"bounds":');
  expect(await loadWindowState(path)).toEqual(fresh);
  await rm(folder, { recursive: true });
});

test.each([
  'null',
  '[]',
  '5',
  '{"theme":"blue","maximized":1,"bounds":{"x":0,"y":0,"width":"9","height":9}}',
  '{"bounds":{"x":0,"y":0,"width":1e9,"height":9}}',
  '{"bounds":{"x":0.5,"y":0,"width":9,"height":9}}',
  '{"bounds":{"x":0,"y":0,"width":9}}',
  '{"bounds":null}',
])('%s says nothing of the window', (content) => {
  expect(parseWindowState(content)).toEqual(fresh);
});

test('The window comes back where it was, on any display', () => {
  const there = { x: 100, y: 50, width: 1000, height: 800 };
  expect(fitBounds(there, [display])).toEqual(there);
  const onTheLeft = { x: -1200, y: 150, width: 1000, height: 800 };
  expect(fitBounds(onTheLeft, [display, left])).toEqual(onTheLeft);
});

test('A window whose display is gone, or whose title bar is out of reach, is centred', () => {
  const centred = { x: 240, y: 70, width: 1440, height: 900 };
  expect(fitBounds(null, [display])).toEqual(centred);
  for (const lost of [
    { x: -1200, y: 150, width: 1000, height: 800 },
    { x: 1850, y: 0, width: 1000, height: 800 },
    { x: 0, y: -30, width: 1000, height: 800 },
    { x: 0, y: 1030, width: 1000, height: 800 },
  ]) {
    expect(fitBounds(lost, [display])).toEqual(centred);
  }
});

test('Whatever was saved, the window can be taken hold of and is no larger than its display', () => {
  const side = fc.integer({ min: -99_999, max: 99_999 });
  const rectangle: fc.Arbitrary<Rectangle> = fc.record({
    x: side,
    y: side,
    width: side,
    height: side,
  });
  fc.assert(
    fc.property(rectangle, (bounds) => {
      const fitted = fitBounds(bounds, [display, left]);
      const areas = [display, left].filter(
        (area) =>
          fitted.y >= area.y &&
          fitted.y + 24 <= area.y + area.height &&
          Math.min(fitted.x + fitted.width, area.x + area.width) - Math.max(fitted.x, area.x) >=
            120,
      );
      expect(areas).not.toEqual([]);
      expect(fitted.width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(fitted.width).toBeLessThanOrEqual(display.width);
      expect(fitted.height).toBeLessThanOrEqual(display.height);
    }),
    { numRuns: 1000 },
  );
});
