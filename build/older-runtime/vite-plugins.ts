import { join } from 'node:path';
import type { Plugin } from 'vite';

/** `vite build --mode older` builds for the older runtime. */
export const olderMode = 'older';

/** What Electron 22 runs: Chromium 108 in the page, Node 16 in the main process. */
export const olderTargets = { page: 'chrome108', node: 'node16' };

const polyfills = join(import.meta.dirname, 'polyfills.ts').replaceAll('\\', '/');
const pageEntry = /\/renderer\/start\.ts$/;
const workerEntry = /\.worker\.ts$/;

/** Puts the polyfills in front of everything that starts in a page: the page itself and each worker. */
export function adaptToOlderRuntime(): Plugin {
  return {
    name: 'drillbook:older-runtime',
    transform: {
      filter: { id: [pageEntry, workerEntry] },
      handler: (code) => `import ${JSON.stringify(polyfills)};\n${code}`,
    },
  };
}
