import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { endChildren, runQuietly, startChild } from './children.mjs';

/** A process that has ended but that nobody has asked about yet is not alive either. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test.runIf(process.platform === 'linux')(
  'Ending a child ends what it has started, though that ignores it',
  async () => {
    const child = startChild('sh', ['-c', "(trap '' TERM; sleep 60) & echo $!; wait"], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout as Readable, 'data')) as [Buffer];
    const grandchild = Number(line.toString());
    expect(isAlive(grandchild)).toBe(true);
    await endChildren();
    await expect.poll(() => isAlive(grandchild)).toBe(false);
    expect(child.signalCode).toBe('SIGTERM');
  },
);

test('A quiet run gives its output, and its last lines if it fails', async () => {
  expect(await runQuietly('Saying', process.execPath, ['-p', '"said"'])).toBe('said\n');
  const failing = runQuietly('Failing', process.execPath, [
    '-e',
    'console.error("why"); process.exit(3)',
  ]);
  await expect(failing).rejects.toThrow(/Failing failed \(exit code 3\)\.\nwhy/);
  await expect(runQuietly('Nothing', 'no-such-program-here', [])).rejects.toThrow('ENOENT');
});
