// What `npm start`, `npm test` and the other scripts run, on any Node from 18 on:
//   node build/launcher/main.mjs COMMAND [ARGUMENT …]
// Goes on under Node 24, where TypeScript runs as it is.
import { fileURLToPath } from 'node:url';
import { attach, endChildrenOnSignals } from './children.mjs';
import { findNode24 } from './node-24.mjs';
import { LaunchFault } from './say.mjs';

/** @param {string[]} args */
async function launch(args) {
  const node = await findNode24();
  if (node !== process.execPath) {
    return attach(node, [fileURLToPath(import.meta.url), ...args]);
  }
  const { runCommand } = await import('./commands.ts');
  return runCommand(args);
}

endChildrenOnSignals();
launch(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (/** @type {unknown} */ error) => {
    console.error(error instanceof LaunchFault ? error.message : error);
    process.exit(1);
  },
);
