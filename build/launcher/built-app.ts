import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { hashFiles } from './hash-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { root } from './root.ts';

/** `official`: what the product is made for. `older`: what stands in where nothing newer can be had. */
export type Runtime = 'official' | 'older';

/** Everything that the build reads. */
const inputs = [
  ...['electron', 'renderer', 'content/engine', 'content/archive', 'content/packs', 'build'],
  ...['package.json', 'package-lock.json', 'svelte.config.js', 'LICENSE', 'NOTICE'],
];
const elsewhere =
  /\.test\.ts$|^build\/(?:launcher|check|bench|endurance|profile)\/|^build\/screenshots\.ts$/;

/**
 * Builds the app, unless what is there was built from the same files.
 *
 * @returns its folder
 */
export async function buildApp(runtime: Runtime): Promise<string> {
  const folder = join(root, 'dist', runtime);
  const stamp = `${folder}.stamp`;
  const wanted = hashFiles(root, inputs, (path) => !elsewhere.test(path));
  const isBuilt = (): boolean =>
    existsSync(stamp) && existsSync(folder) && readFileSync(stamp, 'utf8') === wanted;
  if (isBuilt()) return folder;
  const doing = runtime === 'older' ? 'Building for the older runtime' : 'Building';
  await oneAtATime(`${folder}.lock`, doing, async () => {
    if (isBuilt()) return;
    rmSync(stamp, { force: true });
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    await runQuietly(
      doing,
      process.execPath,
      [
        ...[vite, 'build', '--app', '--config', 'build/vite.config.ts', '--configLoader', 'native'],
        ...(runtime === 'older' ? ['--mode', 'older'] : []),
      ],
      { cwd: root },
    );
    writeFileSync(stamp, wanted);
  });
  return folder;
}
