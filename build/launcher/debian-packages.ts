import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { runQuietly } from './children.mjs';
import { LaunchFault, say } from './say.mjs';

/** What a run needs of the system: the window, the browser, a display where there is none, … */
export type Need = 'window' | 'browser' | 'virtual display' | 'network tests' | 'pip';

const packages: Readonly<Record<Need, readonly string[]>> = {
  window: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'],
  browser: ['chromium', 'fonts-liberation'],
  'virtual display': ['xvfb', 'xauth'],
  'network tests': ['iproute2'],
  pip: ['python3-pip'],
};

/** Renamed for 64-bit times in Debian 13 and Ubuntu 24.04. */
const renamed = ['libgtk-3-0', 'libasound2'];

/** @param installed names of the packages that are there */
export function findMissing(
  needs: readonly Need[],
  installed: ReadonlySet<string>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  return needs
    .flatMap((need) => packages[need])
    .filter((name) => !(name === 'chromium' && env['CHROMIUM_PATH']))
    .filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** The one line that installs packages, as root. */
export function writeAptLine(names: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Installs what is missing where we may, and says what to do otherwise. Does nothing on a system
 * without Debian's packages: there, the programs themselves will say what they lack.
 *
 * @throws {LaunchFault} if packages are missing and we are not root
 */
export async function installDebianPackages(needs: readonly Need[]): Promise<void> {
  const installed = readInstalled(needs);
  if (installed === null) return;
  const suffix = isRenamed() ? 't64' : '';
  const missing = findMissing(needs, installed).map((name) =>
    renamed.includes(name) ? `${name}${suffix}` : name,
  );
  if (missing.length === 0) return;
  const names = missing.join(', ');
  if (process.getuid?.() !== 0) {
    throw new LaunchFault(
      `Drillbook needs packages of the system that are not here: ${names}. Nothing was changed. Install them, then run the same command again:\n  sudo sh -c '${writeAptLine(missing)}'`,
    );
  }
  say(`Missing on this system: ${names}`);
  await runQuietly('Installing them with apt-get', 'sh', ['-c', writeAptLine(missing)], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function readInstalled(needs: readonly Need[]): Set<string> | null {
  if (process.platform !== 'linux') return null;
  const names = needs.flatMap((need) => packages[need]).flatMap((name) => [name, `${name}t64`]);
  const format = '${db:Status-Status} ${Package}\n';
  const { error, stdout } = spawnSync('dpkg-query', ['-W', `-f=${format}`, ...names], {
    encoding: 'utf8',
  });
  if (error) return null;
  const lines = stdout.split('\n').map((line) => line.split(' '));
  return new Set(lines.flatMap(([status, name]) => (status === 'installed' && name ? [name] : [])));
}

function isRenamed(): boolean {
  const path = '/etc/os-release';
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(text)?.[1] ?? 0);
  return version >= (/^ID=ubuntu/m.test(text) ? 24.04 : 13);
}
