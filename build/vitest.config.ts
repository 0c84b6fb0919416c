import { dirname, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './find-chromium.ts';
import { findLibraries } from './find-libraries.ts';

const root = dirname(import.meta.dirname);

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  worker: { format: 'es' },
  assetsInclude: ['**/sqlite3.wasm'],
  test: {
    // Generous: no test here asserts a time, and a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // The default leaves one processor to whoever watches; nobody does here.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Most files take less time than a process of their own would, and the engine is read once.
          isolate: false,
          // For the processes that tests start: half of a start is reading our own code.
          env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') },
          include: ['{content,electron,renderer,build}/**/*.test.ts'],
          setupFiles: ['build/fix-seed.ts'],
          exclude: [
            ...['**/*.svelte.test.ts', '**/node_modules/**'],
            // It builds the app anew, twice, which whatever runs beside it would notice.
            ...(process.env['DRILLBOOK_ENDURANCE'] === undefined
              ? ['build/two-builds.test.ts']
              : []),
          ],
        },
      },
      {
        extends: true,
        plugins: [svelte()],
        // A library found late makes Vite load the page anew in the middle of a file, which then
        // never becomes ready: on a clean checkout that cost fifteen files (2026-11-26). So all are
        // named, also what only a worker or a lazy part imports.
        optimizeDeps: { include: findLibraries(root, ['renderer', 'content/engine']) },
        test: {
          name: 'components',
          include: ['renderer/**/*.svelte.test.ts'],
          setupFiles: ['renderer/screens/testing/light-theme.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1024, height: 700 },
            provider: playwright({
              launchOptions: {
                ...findChromium(),
                // Names that lead nowhere are to fail at once: a resolver may take its time over them, and
                // a request that is still waiting when its element goes was never seen.
                args: ['--host-resolver-rules=MAP *.invalid ~NOTFOUND'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
