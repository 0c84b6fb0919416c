// Every process that the launcher starts, so that none outlives it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { LaunchFault, withProgress } from './say.mjs';

/** Milliseconds that a process has to save and end by itself. */
const patience = 8000;
const posix = process.platform !== 'win32';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/** Leaders of process groups of their own, in the order in which they started. @type {ChildProcess[]} */
const leaders = [];
/** Shares our group and our terminal. @type {ChildProcess | undefined} */
let attached;
let ending = false;

/**
 * Starts a process as leader of a group of its own: Ctrl-C reaches it through us, in order.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: posix });
  leaders.push(child);
  child.once('exit', () => {
    killGroup(child);
    leaders.splice(leaders.indexOf(child), 1);
  });
  return child;
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code; of a signal, what a shell would say
 * @throws {LaunchFault} if it did not start
 */
export function waitFor(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new LaunchFault(`${child.spawnfile}: ${error.message}`)));
    child.once('close', (code, signal) => {
      // Whoever waits has nothing more to say once all is being ended.
      if (!ending) resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

/**
 * Runs a process that has our terminal and our group, as if it were us.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} exit code
 */
export async function attach(command, args, options = {}) {
  attached = spawn(command, args, { stdio: 'inherit', ...options });
  try {
    return await waitFor(attached);
  } finally {
    attached = undefined;
  }
}

/**
 * Runs a process to its end, quietly unless it fails.
 *
 * @param {string} label "Installing packages"
 * @param {string} command
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {LaunchFault} with the last lines of what it wrote
 */
export function runQuietly(label, command, args, options = {}) {
  return withProgress(label, async () => {
    const child = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let all = '';
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      stdout += chunk.toString();
      all += chunk.toString();
    });
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (all += chunk.toString()));
    const code = await waitFor(child);
    if (code === 0) return stdout;
    const last = all.trimEnd().split('\n').slice(-30).join('\n');
    throw new LaunchFault(`${label} failed (exit code ${code}).\n${last}`);
  });
}

/** Ends what was started, the last first: a window before the display that it is on. */
export async function endChildren() {
  for (const child of [...leaders].reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => killGroup(child), patience);
    if (posix) child.kill('SIGTERM');
    else killGroup(child);
    await gone;
    clearTimeout(timer);
  }
}

/** Whether a signal is ending everything: what fails now says nothing. */
export function isEnding() {
  return ending;
}

/** Ctrl-C, a closed terminal and `kill` end everything that was started, then us. */
export function endChildrenOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to our whole group, so an attached process has had it.
      if (attached) {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) attached.kill(signal);
        return;
      }
      if (ending) return;
      ending = true;
      void endChildren().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
  process.on('exit', () => leaders.forEach(killGroup));
}

/** @param {ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (posix) process.kill(-child.pid, 'SIGKILL');
    else spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  } catch {
    // Nothing is left of the group.
  }
}
