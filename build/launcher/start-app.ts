import { buildApp } from './built-app.ts';
import { openInBrowser, serveForBrowser } from './browser-mode.ts';
import { startChild, waitFor } from './children.mjs';
import { installDebianPackages } from './debian-packages.ts';
import { installDependencies } from './dependencies.ts';
import { hasDisplay } from './display.ts';
import { findElectron, sayNoElectron, type Electron } from './electron-runtime.ts';
import { say } from './say.mjs';

export interface StartArguments {
  /** Browser mode, though there may be an Electron. */
  readonly browser: boolean;
  /** For Electron, as they are. */
  readonly forElectron: readonly string[];
}

/**
 * `--browser` is ours, anywhere before `--`; everything else, and all that follows `--`, is Electron's.
 * npm takes away a first `--` itself.
 */
export function readStartArguments(args: readonly string[]): StartArguments {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const ours = args.slice(0, end);
  return {
    browser: ours.includes('--browser'),
    forElectron: [...ours.filter((argument) => argument !== '--browser'), ...args.slice(end + 1)],
  };
}

/** `npm start`. @returns the exit code */
export async function startApp({ browser, forElectron }: StartArguments): Promise<number> {
  const display = hasDisplay();
  if (display && !browser) await installDebianPackages(['window']);
  await installDependencies();
  if (!display) {
    say('There is no display here to show a window on, so the page is served to a browser.');
    return serveForBrowser(await buildApp('official'));
  }
  const electron = browser ? null : await findElectron();
  if (electron) return openWindow(electron, forElectron);
  if (!browser) sayNoElectron();
  await installDebianPackages(['browser']);
  return openInBrowser(await buildApp('official'));
}

async function openWindow(electron: Electron, further: readonly string[]): Promise<number> {
  const app = await buildApp(electron.runtime);
  const args = [app, ...writeElectronSwitches(), ...further];
  return waitFor(startChild(electron.program, args, { stdio: ['ignore', 'inherit', 'inherit'] }));
}

/** What this system needs Electron to be told. */
export function writeElectronSwitches(
  env: Readonly<Record<string, string | undefined>> = process.env,
  user = process.getuid?.(),
): string[] {
  const switches = [];
  // Chromium refuses to sandbox when it runs as root.
  if (user === 0) switches.push('--no-sandbox');
  if (!env['DISPLAY'] && env['WAYLAND_DISPLAY']) switches.push('--ozone-platform=wayland');
  return switches;
}
