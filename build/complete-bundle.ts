import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { copyPacks, listAppFiles } from './bundle-lists.ts';
import { findFirstScripts, writePreloads } from './first-screen.ts';

/** Name of the list of scripts that the page loads before it shows anything. */
export const firstScreenList = 'first-screen.json';

/**
 * Puts beside page, main process and preload script what the main process reads: packs, the lists
 * of files and packs, and a package.json, so that the folder is a whole app.
 */
export function completeBundle(root: string, out: string): Plugin {
  return {
    name: 'drillbook:complete-bundle',
    writeBundle(_options, bundle) {
      // Written at once: each environment has a plugin of its own.
      if (this.environment.name === 'client')
        writeJson(firstScreenList, findFirstScripts(root, bundle));
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => (bundle ? writePreloads(root, bundle, html) : []),
    },
    buildApp: {
      order: 'post',
      handler: () => {
        const packs = copyPacks(join(root, 'content/packs'), join(out, 'packs'));
        writeJson('packs.json', packs);
        writeJson('files.json', listAppFiles(join(out, 'renderer')));
        writeJson('package.json', describePackage(root, out.endsWith('older')));
        for (const name of ['LICENSE', 'NOTICE']) cpSync(join(root, name), join(out, name));
        cpSync(join(root, 'content/packs/LICENSE'), join(out, 'packs/LICENSE'));
        return Promise.resolve();
      },
    },
  };

  function writeJson(name: string, value: unknown): void {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, name), `${JSON.stringify(value, null, 1)}\n`);
  }
}

function describePackage(root: string, older: boolean): Record<string, unknown> {
  const { name, productName, version, description, author, license, type } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const main = older ? 'main/main.cjs' : 'main/main.mjs';
  return { name, productName, version, description, author, license, type, main };
}
