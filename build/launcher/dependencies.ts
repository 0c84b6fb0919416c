import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { npmCommand } from './npm-command.mjs';
import { oneAtATime } from './one-at-a-time.ts';
import { root } from './root.ts';

/** In node_modules, so that it goes when they go. */
const stamp = join(root, 'node_modules', '.drillbook-lock');

/** `npm ci`, if the lock file is not the one that it ran with last. No package's script is run. */
export async function installDependencies(): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (readStamp() === lock) return;
  const doing = 'Installing packages';
  // Not in node_modules, which goes at the beginning.
  await oneAtATime(join(root, 'dist', 'install.lock'), doing, async () => {
    if (readStamp() === lock) return;
    const [npm, ...args] = npmCommand();
    await runQuietly(doing, npm, [...args, 'ci', '--ignore-scripts'], { cwd: root });
    writeFileSync(stamp, lock);
  });
}

function readStamp(): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}
