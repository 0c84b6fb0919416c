import { basename } from 'node:path';

/**
 * How to run the npm at hand with the Node that runs this: npm's own script if it started us, else
 * the command. On Windows the command is a script that only a shell runs, so there it has to start us.
 *
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const script = process.env['npm_execpath'] ?? '';
  return basename(script) === 'npm-cli.js' ? [process.execPath, script] : ['npm'];
}
