import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findCacheFolder } from './cache-folder.mjs';
import { runQuietly } from './children.mjs';
import { npmCommand } from './npm-command.mjs';
import { LaunchFault } from './say.mjs';
import { makeScratchFolder, putInPlace } from './scratch-folder.mjs';

const major = 24;
const version = '24.21.0';

/** SHA-512 of the npm packages that hold nothing but Node. There is none for macOS. */
const integrities = new Map([
  [
    'linux-arm64',
    'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  ],
  [
    'linux-x64',
    '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  ],
  [
    'win-x64',
    '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  ],
]);

/**
 * Path of a Node of at least 24: the one that runs this, or else one from the cache folder, fetched
 * there if need be. Its folder is put in front of PATH, so that what is started from here finds it.
 *
 * @throws {LaunchFault} where there is none to fetch
 */
export async function findNode24() {
  if (Number.parseInt(process.versions.node, 10) >= major) return process.execPath;
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const integrity = integrities.get(system);
  if (integrity === undefined) {
    throw new LaunchFault(
      `Drillbook needs Node ${major} or newer; this is Node ${process.versions.node}. Nothing was changed. Install Node ${major} and run the same command again.`,
    );
  }
  const folder = join(findCacheFolder(), `node-${version}-${system}`);
  if (!existsSync(folder)) await fetchNode(`node-${system}@${version}`, integrity, folder);
  const node = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  process.env['PATH'] = `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`;
  return node;
}

/**
 * @param {string} name of the package, with its version
 * @param {string} integrity
 * @param {string} folder
 */
async function fetchNode(name, integrity, folder) {
  const scratch = makeScratchFolder(folder);
  const [npm, ...args] = npmCommand();
  await runQuietly(
    `Fetching Node ${version} (Node ${process.versions.node} is too old)`,
    npm,
    [...args, 'pack', name, '--silent', '--ignore-scripts', '--pack-destination', scratch],
    { cwd: scratch },
  );
  const archive = readdirSync(scratch).find((file) => file.endsWith('.tgz')) ?? '';
  const bytes = readFileSync(join(scratch, archive));
  if (createHash('sha512').update(bytes).digest('base64') !== integrity) {
    throw new LaunchFault(
      `What came as ${name} is not what Drillbook knows under that name, so it was thrown away. Nothing was changed. Find out which package registry npm uses here.`,
    );
  }
  await runQuietly('Unpacking Node', 'tar', ['-xzf', archive], { cwd: scratch });
  putInPlace(join(scratch, 'package'), folder);
}
