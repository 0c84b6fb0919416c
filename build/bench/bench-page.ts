import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { listAppFiles } from '../bundle-lists.ts';
import { root } from '../launcher/root.ts';
import { keepSqliteInWorker } from '../sqlite-in-worker.ts';

const entry = 'virtual:bench-page';

/**
 * Builds a page with nothing but the app's own SQL bench (`window.bench`) and a field for a file, laid
 * out so that the server of browser mode sends it, with the app's policies.
 */
export async function buildBenchPage(folder: string): Promise<void> {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><html lang="en"><title>Bench</title><input type="file"><script type="module" src="/page.js"></script></html>',
  );
  const bench = join(root, 'renderer/state/open-sql-bench.ts');
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    assetsInclude: ['**/sqlite3.wasm'],
    worker: {
      format: 'es',
      plugins: () => [keepSqliteInWorker()],
      rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
    },
    plugins: [
      {
        name: 'drillbook:bench-page',
        resolveId: (id) => (id === '/page.js' ? entry : null),
        load: (id) =>
          id === entry
            ? `import { openSqlBench } from ${JSON.stringify(bench)};\nwindow.bench = openSqlBench();`
            : null,
      },
    ],
    build: {
      outDir: join(folder, 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  // The server names this script in every page; here there is nothing to bridge.
  mkdirSync(join(folder, 'browser'), { recursive: true });
  writeFileSync(join(folder, 'browser/bridge.js'), '');
  const lists = { 'files.json': listAppFiles(join(folder, 'renderer')), 'packs.json': [] };
  for (const [name, list] of Object.entries(lists)) {
    writeFileSync(join(folder, name), JSON.stringify(list));
  }
}
