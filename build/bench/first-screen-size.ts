import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../launcher/root.ts';
import type { Figure } from './figure.ts';
import { readOnce } from './readings.ts';

/** What the check of the build says: JavaScript that is loaded before the first screen. */
export const firstScreenSize: Figure = {
  name: 'first-screen-size',
  window: false,
  measure: () => {
    const check = join(root, 'build/check/first-screen.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [check], { encoding: 'utf8' });
    const [, size, limit] = /([\d.]+) of ([\d.]+) KiB before the first screen/.exec(stdout) ?? [];
    if (size === undefined || limit === undefined) {
      return Promise.reject(new Error(`The check of the first screen said nothing. ${stderr}`));
    }
    return Promise.resolve([
      {
        title: 'JavaScript before the first screen, gzip',
        reading: readOnce(Number(size), 'KiB'),
        baseline: { name: 'what it may be', reading: readOnce(Number(limit), 'KiB') },
        limit: { of: 'value', kind: 'at_most', bound: 90 },
      },
    ]);
  },
};
