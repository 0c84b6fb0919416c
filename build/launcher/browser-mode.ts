import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { findChromium } from '../find-chromium.ts';
import { fixedPort, startPageServer, type PageServer } from '../serve/page-server.ts';
import { startChild, waitFor } from './children.mjs';
import { LaunchFault, say } from './say.mjs';

const lacks =
  'In a browser there is no second safe copy of your data outside the browser, no application menu and no data folder to open: export your data now and then.';

/** Serves until Ctrl-C, and says where. */
export async function serveForBrowser(app: string): Promise<number> {
  const { address } = await startServer(app);
  say(lacks);
  say(`Drillbook is at ${address} on this machine. Ctrl-C ends it.`);
  return new Promise(() => undefined);
}

/** Shows the page in the installed Chromium, in a window and a profile of its own, until that closes. */
export async function openInBrowser(app: string): Promise<number> {
  const { executablePath, chromiumSandbox } = findChromium();
  if (executablePath === undefined) {
    say('There is no Chromium here that Drillbook knows; CHROMIUM_PATH can name one.');
    return serveForBrowser(app);
  }
  const server = await startServer(app);
  say(lacks);
  say(`Drillbook is at ${server.address} on this machine, in a Chromium window of its own.`);
  const profile = findBrowserProfile();
  mkdirSync(profile, { recursive: true });
  const chromium = startChild(
    executablePath,
    [
      ...[`--app=${server.address}`, `--user-data-dir=${profile}`, '--window-size=1440,900'],
      ...['--no-first-run', '--no-default-browser-check', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      ...(chromiumSandbox ? [] : ['--no-sandbox']),
    ],
    { stdio: 'ignore' },
  );
  const code = await waitFor(chromium);
  server.close();
  return code;
}

async function startServer(app: string): Promise<PageServer> {
  const started = await startPageServer(app);
  if (started.kind === 'started') return started.server;
  throw new LaunchFault(
    `Port ${fixedPort} of this machine is taken, by another Drillbook or another program. Your data is unchanged. Drillbook cannot take another port, because a browser keeps the data by port: end the other program, then start again.`,
  );
}

/**
 * The profile that holds what is kept in browser mode: with the person's data, not in the cache
 * folder, which may be cleaned.
 */
export function findBrowserProfile(
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home = homedir(),
): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
    return win32.join(local, 'Drillbook', 'browser');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Drillbook', 'browser');
  }
  const named = env['XDG_DATA_HOME'] ?? '';
  const base = posix.isAbsolute(named) ? named : posix.join(home, '.local', 'share');
  return posix.join(base, 'drillbook', 'browser');
}
