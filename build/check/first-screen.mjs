// JavaScript that loads before the first screen, compressed as a download would be: the entry, the
// screens that it imports, and all that either imports statically, as the build listed it. The last line is the sum.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 90 * 1024;
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const app = join(root, 'dist/official');

/** @type {string[]} */
const scripts = JSON.parse(readFileSync(join(app, 'first-screen.json'), 'utf8'));
if (scripts.length === 0) throw new Error('The build lists no script for the first screen.');

// Else they are fetched one after the other, each start.
const page = readFileSync(join(app, 'renderer/index.html'), 'utf8');
const unnamed = scripts.filter((path) => !page.includes(`"/${path}"`));
if (unnamed.length > 0)
  throw new Error(`The page does not name ${unnamed.join(', ')} in its head.`);

let sum = 0;
for (const path of scripts) {
  const size = gzipSync(readFileSync(join(app, 'renderer', path)), { level: 9 }).length;
  sum += size;
  console.log(`${inKiB(size)} KiB  ${path}`);
}
const fits = sum <= limit;
console.log(`${fits ? '✓' : '✗'} ${inKiB(sum)} of ${inKiB(limit)} KiB before the first screen`);
if (!fits) console.log('Load with import() what the first screen does not show.');
console.log(fits ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = fits ? 0 : 1;

/** @param {number} bytes */
function inKiB(bytes) {
  return (bytes / 1024).toFixed(1);
}
