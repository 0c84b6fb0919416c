// Everything that can be checked without running the app, two checks at a time:
//   node build/check/static.mjs [name …]
// One line a check, what failed in full, and the sum as last line.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const atATime = 2;
const realms = ['content', 'electron', 'renderer', 'e2e', 'build'];

/**
 * Each with what it runs, one after the other. The slowest come first, so that the two lanes end together.
 *
 * @type {Record<string, string[][]>}
 */
const checks = {
  lint: [
    ['node_modules/oxlint/bin/oxlint', '--config', 'oxlint.config.ts', '--deny-warnings', '.'],
  ],
  'lint of components': [
    [
      'node_modules/eslint/bin/eslint.js',
      ...['--max-warnings', '0', '--cache', '--cache-strategy', 'content'],
      ...['--cache-location', 'node_modules/.cache/eslint/.eslint-cache', '.'],
    ],
  ],
  // One after the other: both write what TypeScript reads to the same folder, renderer/.svelte-check.
  components: [checkComponents('tsconfig.json'), checkComponents('tsconfig.tests.json')],
  // All of the realms but the renderer: the components' check reads its plain files too. Each of several
  // checkers works out anew what it shares with the others, which two cores do not win back.
  types: [
    [
      ...['node_modules/@typescript/native/bin/tsc', '--build', '--checkers', '1'],
      ...['content/engine', 'content/archive', 'content/cli', 'electron', 'renderer/workers'],
      ...['e2e', 'build', 'tsconfig.tests.json'],
    ],
  ],
  format: [['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  imports: [
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      ...['--config', 'build/check/dependency-rules.mjs', '--output-type', 'err-long', ...realms],
    ],
  ],
  'dead code': [['node_modules/knip/bin/knip.js', '--config', 'build/check/knip.jsonc']],
  'plain words': [['build/check/plain-words.mjs']],
};

/**
 * TypeScript 7 has no interface for components yet, but reads what they are turned into, in half the time.
 *
 * @param {string} config
 * @returns {string[]}
 */
function checkComponents(config) {
  return [
    'node_modules/svelte-check/bin/svelte-check',
    ...['--tsgo', '--incremental', '--workspace', 'renderer', '--tsconfig', config],
    ...['--fail-on-warnings', '--output', 'human'],
  ];
}

/**
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
function run(args) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) =>
      resolve({ ok: code === 0, output, seconds: (performance.now() - begun) / 1000 }),
    );
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`,
  );
  process.exit(2);
}

const queue = Object.entries(checks).filter(([name]) => asked.length === 0 || asked.includes(name));
let passed = 0;
let failed = 0;

async function work() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [name, commands] = next;
    let ok = true;
    let output = '';
    let seconds = 0;
    for (const args of commands) {
      const ended = await run(args);
      ok &&= ended.ok;
      output += ended.output;
      seconds += ended.seconds;
    }
    if (ok) passed += 1;
    else failed += 1;
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(5)} s`);
    if (!ok) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
  }
}

await Promise.all(Array.from({ length: atATime }, work));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
