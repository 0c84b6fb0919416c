import { expect, test } from 'vitest';
import { findMissing, writeAptLine } from './debian-packages.ts';

test('What is missing is named, under either of its names', () => {
  const installed = new Set(['libgtk-3-0t64', 'libnss3', 'libgbm1']);
  expect(findMissing(['window'], installed, {})).toEqual(['libasound2']);
  expect(findMissing(['network tests', 'virtual display'], installed, {})).toEqual([
    ...['iproute2', 'xvfb', 'xauth'],
  ]);
});

test('A browser that is named by CHROMIUM_PATH is not missing', () => {
  expect(findMissing(['browser'], new Set(['fonts-liberation']), {})).toEqual(['chromium']);
  expect(
    findMissing(['browser'], new Set(['fonts-liberation']), { CHROMIUM_PATH: '/x/chrome' }),
  ).toEqual([]);
});

test('One line installs it all', () => {
  expect(writeAptLine(['a', 'b'])).toMatch(/^apt-get update && apt-get install -y .* a b$/);
});
