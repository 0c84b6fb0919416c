import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * Where what was fetched lies, so that clones share it; `npm run clean:cache` removes it.
 *
 * @param {{ platform?: string, env?: Record<string, string | undefined>, home?: string }} [system]
 */
export function findCacheFolder({
  platform = process.platform,
  env = process.env,
  home = homedir(),
} = {}) {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
    return win32.join(local, 'drillbook', 'cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'drillbook');
  const named = env['XDG_CACHE_HOME'] ?? '';
  // A relative path there is invalid and to be ignored (XDG Base Directory Specification).
  const base = posix.isAbsolute(named) ? named : posix.join(home, '.cache');
  return posix.join(base, 'drillbook');
}
