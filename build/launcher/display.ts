import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { startChild } from './children.mjs';
import { LaunchFault } from './say.mjs';

/** Whether a window can be shown to a person. */
export function hasDisplay(
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Starts an X server without a screen, on a number that nobody uses.
 *
 * @returns what DISPLAY is to be
 */
export async function startVirtualDisplay(): Promise<string> {
  const child = startChild(
    'Xvfb',
    // Else it begins anew whenever its last client goes, and refuses whoever comes meanwhile.
    [
      ...['-noreset', '-displayfd', '3'],
      ...['-screen', '0', '1600x1000x24'],
      ...['-nolisten', 'tcp'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const failed = new Promise<never>((_resolve, reject) => {
    const fail = () =>
      reject(new LaunchFault('Xvfb, the display without a screen, did not start.'));
    child.once('error', fail).once('exit', fail);
  });
  const number = once(child.stdio[3] as Readable, 'data') as Promise<[Buffer]>;
  const [written] = await Promise.race([number, failed]);
  failed.catch(() => undefined);
  return `:${written.toString().trim()}`;
}
