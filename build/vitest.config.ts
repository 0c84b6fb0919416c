import { dirname } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './find-chromium.ts';

export default defineConfig({
  root: dirname(import.meta.dirname),
  cacheDir: 'node_modules/.cache/vitest',
  worker: { format: 'es' },
  test: {
    // Generous: no test here asserts a time, and a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{content,electron,renderer,build}/**/*.test.ts'],
          exclude: ['**/*.svelte.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        plugins: [svelte()],
        test: {
          name: 'components',
          include: ['renderer/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1024, height: 700 },
            provider: playwright({ launchOptions: findChromium() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
