import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder } from './cache-folder.mjs';
import { root } from './root.ts';
import { LaunchFault, say, withProgress } from './say.mjs';
import { makeScratchFolder, putInPlace } from './scratch-folder.mjs';
import { unzip } from './unzip.ts';

/** Milliseconds until the host has to answer, and between two pieces of what it sends. */
const patience = 5000;
const hostPatience = 20_000;

/**
 * The folder of the Electron that the product is made for, in the cache; fetched there if need be.
 * Null if its host does not answer: that is remembered until the cache is cleaned.
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
  if (existsSync(unreachable)) return null;
  mkdirSync(cache, { recursive: true });

  const file = `electron-v${version}-${system}.zip`;
  const sha256 = (readElectronPackage('checksums.json') as Record<string, string | undefined>)[
    file
  ];
  if (sha256 === undefined) return null;
  const zip = await withProgress(`Fetching Electron ${version}`, () => download(version, file));
  if (zip === null) {
    say(
      `The host of Electron ${version} did not answer; Drillbook goes on without it. \`npm run clean:cache\` makes it try again.`,
    );
    writeFileSync(unreachable, '');
    return null;
  }
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

/** The bytes, or null if nothing comes. ELECTRON_MIRROR names another host, as for Electron itself. */
async function download(version: string, file: string): Promise<Buffer | null> {
  const host =
    process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(`${host}v${version}/${file}`, { signal: stop.signal });
    if (!answer.ok || answer.body === null) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body) {
      pieces.push(piece);
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), hostPatience);
    }
    return Buffer.concat(pieces);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
