import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from './built-app.ts';
import { LaunchFault, say } from './say.mjs';
import { getOfficialElectron } from './official-electron.ts';
import { getOlderElectron } from './older-electron.ts';

export interface Electron {
  /** Path of the program. */
  readonly program: string;
  /** Which build of the app it runs. */
  readonly runtime: Runtime;
}

/** The three places an Electron comes from. Each answers with its folder, or null if it has none. */
export interface ElectronSources {
  readonly override: () => string | null;
  readonly official: () => Promise<string | null>;
  readonly older: () => Promise<string | null>;
}

const targetMajor = 45;

const sources: ElectronSources = {
  override: () => process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? null,
  official: getOfficialElectron,
  older: getOlderElectron,
};

/**
 * The Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the official one, else
 * the older one that a closed network can get, else null.
 *
 * @throws {LaunchFault} if ELECTRON_OVERRIDE_DIST_PATH names a folder without one
 */
export async function findElectron(from: ElectronSources = sources): Promise<Electron | null> {
  const override = from.override();
  if (override !== null) {
    const program = join(override, programPath());
    if (!existsSync(program)) {
      throw new LaunchFault(
        `ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${programPath()} in it. Correct it, or unset it.`,
      );
    }
    return { program, runtime: readRuntime(override) };
  }
  const official = await from.official();
  if (official !== null) return { program: join(official, programPath()), runtime: 'official' };
  const older = await from.older();
  if (older !== null) return { program: join(older, programPath()), runtime: 'older' };
  return null;
}

/** Said once, when no Electron was found where one was wanted. */
export function sayNoElectron(): void {
  say(
    'No Electron could be had: ELECTRON_OVERRIDE_DIST_PATH names none, the official download did not answer, and there is no other for this system.',
  );
}

/** Where the program lies in a distribution of Electron. */
export function programPath(platform: string = process.platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** A distribution says its version in a file; one that says none is taken to be the target. */
function readRuntime(folder: string): Runtime {
  const path = join(folder, 'version');
  if (!existsSync(path)) return 'official';
  const major = Number.parseInt(readFileSync(path, 'utf8').replace(/^v/, ''), 10);
  return major < targetMajor ? 'older' : 'official';
}
