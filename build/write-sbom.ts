import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../renderer/screens/app/bundled-packages.ts';
import { root } from './launcher/root.ts';
import type { LockFile } from './lock-file.ts';

/**
 * The bill of materials of what is packed, CycloneDX 1.6: every library in the bundle with its version,
 * licence and the hash of the package that it came in, and the Electron around it. No time and no
 * number of its own, so that two builds write the same.
 *
 * @throws if a bundled library stands in the lock file without its hash
 */
export function writeSbom(version: string, electron: string): string {
  const { packages } = readJson('package-lock.json') as LockFile;
  const libraries = Object.values(bundledPackages)
    .flat()
    .sort()
    .map((name) => {
      const entry = packages[`node_modules/${name}`];
      const hash = /^sha512-(.+)$/.exec(entry?.integrity ?? '')?.[1];
      if (entry?.version === undefined || hash === undefined) {
        throw new Error(
          `${name} is bundled, but package-lock.json does not have it with a SHA-512.`,
        );
      }
      const { license } = readJson(`node_modules/${name}/package.json`) as { license: string };
      return {
        type: 'library',
        name,
        version: entry.version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
        hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
        licenses: [{ expression: license }],
      };
    });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'drillbook', version } },
    components: [
      ...libraries,
      {
        type: 'framework',
        name: 'electron',
        version: electron,
        purl: `pkg:npm/electron@${electron}`,
      },
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
