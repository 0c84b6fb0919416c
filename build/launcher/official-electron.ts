import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder } from './cache-folder.mjs';
import { isEnding } from './children.mjs';
import { fetchFile } from './fetch-file.ts';
import { root } from './root.ts';
import { LaunchFault, say, withProgress } from './say.mjs';
import { makeScratchFolder, putInPlace } from './scratch-folder.mjs';
import { unzip } from './unzip.ts';

/** Milliseconds for which a host that could not be reached is not asked again: a laptop gets on line. */
const notAskedAgain = 24 * 60 * 60 * 1000;

/**
 * The folder of the Electron that the product is made for, in the cache; fetched there if need be.
 * Null if it cannot be had just now; that its host cannot be reached from here is remembered for a day.
 *
 * @throws {LaunchFault} if what came is not what Electron's npm package says it is
 */
export async function getOfficialElectron(): Promise<string | null> {
  const { version } = readElectronPackage('package.json') as { version: string };
  const cache = findCacheFolder();
  const system = `${process.platform}-${process.arch}`;
  const folder = join(cache, `electron-${version}-${system}`);
  if (existsSync(folder)) return folder;
  const unreachable = `${folder}.unreachable`;
  if (isFresh(unreachable)) return null;
  mkdirSync(cache, { recursive: true });

  const file = `electron-v${version}-${system}.zip`;
  const sha256 = (readElectronPackage('checksums.json') as Record<string, string | undefined>)[
    file
  ];
  if (sha256 === undefined) return null;
  const fetched = await withProgress(`Fetching Electron ${version}`, () =>
    fetchFile(`${findHost()}v${version}/${file}`),
  );
  if (fetched.kind === 'failed') {
    say(
      `The host of Electron ${version} did not send all of it; Drillbook goes on without it. The next start tries again.`,
    );
    return null;
  }
  if (fetched.kind === 'unreachable') {
    say(
      `The host of Electron ${version} could not be reached; Drillbook goes on without it, and tries again in a day, or after \`npm run clean:cache\`.`,
    );
    // Where this is being ended, that may be why nobody answered.
    if (!isEnding()) writeFileSync(unreachable, '');
    return null;
  }
  rmSync(unreachable, { force: true });
  const zip = fetched.bytes;
  if (createHash('sha256').update(zip).digest('hex') !== sha256) {
    throw new LaunchFault(
      `What came as ${file} is not what Electron’s package says, so it was thrown away. Nothing was changed. Try again, or name an Electron of your own with ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  }
  const scratch = makeScratchFolder(folder);
  await withProgress('Unpacking Electron', () => {
    unzip(zip, scratch);
    return Promise.resolve();
  });
  putInPlace(scratch, folder);
  return folder;
}

function readElectronPackage(file: 'package.json' | 'checksums.json'): unknown {
  return JSON.parse(readFileSync(join(root, 'node_modules/electron', file), 'utf8'));
}

/** ELECTRON_MIRROR names another one, as for Electron itself. */
function findHost(): string {
  return (
    process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  );
}

/** Whether a file was written within the last day; a clock that was set back says nothing. */
function isFresh(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const age = Date.now() - (written ?? 0);
  return written !== undefined && age >= 0 && age < notAskedAgain;
}
