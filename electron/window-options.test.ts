import { expect, test } from 'vitest';
import { writeWindowOptions } from './window-options.ts';

const bounds = { x: 1, y: 2, width: 1000, height: 800 };

test('Every setting that guards the page is as written here', () => {
  const options = writeWindowOptions({
    preload: '/dist/preload.cjs',
    development: false,
    bounds,
    dark: false,
  });
  expect(options).toEqual({
    ...bounds,
    minWidth: 720,
    minHeight: 450,
    title: 'Drillbook',
    show: false,
    backgroundColor: '#EDEDEA',
    webPreferences: {
      preload: '/dist/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      webgl: false,
      images: true,
      safeDialogs: true,
      disableDialogs: true,
      autoplayPolicy: 'user-gesture-required',
      spellcheck: true,
      enableWebSQL: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
});

test('Developer tools and colour follow what is asked', () => {
  const options = writeWindowOptions({ preload: '', development: true, bounds, dark: true });
  expect(options.webPreferences?.devTools).toBe(true);
  expect(options.backgroundColor).toBe('#111315');
});
