import type { Plugin } from 'vite';

/** Other files that SQLite's module would start or fetch: storage on disk, and workers of its own. */
const others = /new URL\("sqlite3[\w.-]*", import\.meta\.url\)/g;
/** How many there are in the version that package.json pins. */
const expected = 3;

/**
 * Keeps SQLite to the one worker that it runs in. Its module names three files beside it that are
 * never used here; the bundler would put all of them, two megabytes, into the app.
 */
export function keepSqliteInWorker(): Plugin {
  return {
    name: 'drillbook:sqlite-in-worker',
    transform: {
      filter: { id: /@sqlite\.org\/sqlite-wasm\/dist\/index\.mjs$/ },
      handler: (code) => {
        const found = code.match(others)?.length ?? 0;
        if (found !== expected) {
          throw new Error(
            `SQLite's module names ${found} other files, not ${expected}: look at what is new.`,
          );
        }
        return { code: code.replace(others, 'new URL("about:blank")'), map: null };
      },
    },
  };
}
