import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { adaptToOlderRuntime, olderMode, olderTargets } from './older-runtime/vite-plugins.ts';
import { checkLicences } from './check-licences.ts';
import { completeBundle } from './complete-bundle.ts';
import { keepSqliteInWorker } from './sqlite-in-worker.ts';

const root = dirname(import.meta.dirname);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** What Electron 45 runs. */
const targets = { page: 'chrome140', node: 'node24' };

/**
 * `vite build --app --config build/vite.config.ts` writes dist/official: page, main process, preload
 * script, packs and the lists of them. With `--mode older` the same for the older runtime, in
 * dist/older. Everything is bundled: what is packed needs no node_modules.
 */
export default defineConfig(({ mode }) => {
  const older = mode === olderMode;
  const { page, node } = older ? olderTargets : targets;
  const out = join(root, 'dist', older ? 'older' : 'official');
  const shared: BuildEnvironmentOptions = {
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    copyPublicDir: false,
  };
  return {
    root: join(root, 'renderer'),
    cacheDir: join(root, 'node_modules/.cache/vite'),
    publicDir: false,
    clearScreen: false,
    // Its bytes become part of the worker that imports them.
    assetsInclude: ['**/sqlite3.wasm'],
    // Its main file is written for browsers of 2013; this one is 13 KB smaller.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    // No .env file: what is built depends on committed files alone.
    envDir: false,
    plugins: [
      svelte({ configFile: join(root, 'svelte.config.js') }),
      checkLicences(),
      completeBundle(root, out),
      older && adaptToOlderRuntime(),
    ],
    worker: {
      format: 'es',
      plugins: () => [keepSqliteInWorker(), checkLicences(), older && adaptToOlderRuntime()],
      rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
    },
    environments: {
      client: {
        build: {
          ...shared,
          target: page,
          outDir: join(out, 'renderer'),
          // The policy allows no data: addresses.
          assetsInlineLimit: 0,
          // It would fetch, which the policy refuses; Chromium preloads modules by itself.
          modulePreload: { polyfill: false },
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'first', test: /renderer\/(?:start|ask-first)\.ts$/, priority: 2 },
                  { name: 'screens', test: /renderer\/main\.ts$/, priority: 1 },
                ],
              },
            },
          },
        },
      },
      main: {
        consumer: 'server',
        resolve: { noExternal: true, external: ['electron'] },
        build: {
          ...shared,
          target: node,
          minify: false,
          outDir: join(out, 'main'),
          rolldownOptions: {
            input: join(root, older ? 'build/older-runtime/main.ts' : 'electron/main.ts'),
            external: ['electron'],
            output: older
              ? { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: '[name].cjs' }
              : { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' },
          },
        },
      },
      // Reads the archives of others, away from the main process; one file, started from its text.
      archives: {
        consumer: 'server',
        resolve: { noExternal: true },
        build: {
          ...shared,
          target: node,
          minify: false,
          outDir: join(out, 'worker'),
          rolldownOptions: {
            input: join(root, 'electron/packs/archive.worker.ts'),
            output: { format: 'cjs', entryFileNames: 'archive-worker.cjs', codeSplitting: false },
          },
        },
      },
      preload: {
        consumer: 'server',
        resolve: { noExternal: true, external: ['electron'] },
        build: {
          ...shared,
          target: node,
          minify: false,
          outDir: join(out, 'preload'),
          rolldownOptions: {
            input: join(root, 'electron/preload.ts'),
            external: ['electron'],
            // A sandboxed preload script is one CommonJS file.
            output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
          },
        },
      },
      // What stands in for the preload script in browser mode; the window never loads it.
      browser: {
        consumer: 'client',
        define: { drillbookVersion: JSON.stringify(version) },
        build: {
          ...shared,
          target: page,
          outDir: join(out, 'browser'),
          rolldownOptions: {
            input: join(root, 'build/serve/browser-bridge.ts'),
            output: { format: 'iife', entryFileNames: 'bridge.js', codeSplitting: false },
          },
        },
      },
    },
    builder: {
      buildApp: async (builder) => {
        for (const name of ['client', 'main', 'archives', 'preload', 'browser']) {
          const environment = builder.environments[name];
          if (environment) await builder.build(environment);
        }
      },
    },
  };
});
