import { defineConfig } from '@playwright/test';
import type { AppOptions } from './fixtures/app.ts';

/**
 * The same specs run in two shells: the built renderer in Chromium, and the real Electron window.
 * `x.electron.spec.ts` and `x.browser.spec.ts` are for one of them.
 */
export default defineConfig<AppOptions>({
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000 },
  projects: [
    { name: 'chromium', testIgnore: '**/*.electron.spec.ts', use: { shell: 'browser' } },
    { name: 'electron', testIgnore: '**/*.browser.spec.ts', use: { shell: 'electron' } },
  ],
});
