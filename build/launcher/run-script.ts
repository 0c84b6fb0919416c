import { join } from 'node:path';
import { startPageServer } from '../serve/page-server.ts';
import { buildApp } from './built-app.ts';
import { startChild, waitFor } from './children.mjs';
import { installDebianPackages } from './debian-packages.ts';
import { installDependencies } from './dependencies.ts';
import { hasDisplay, startVirtualDisplay } from './display.ts';
import { findElectron, sayNoElectron } from './electron-runtime.ts';
import { root } from './root.ts';
import { say } from './say.mjs';

/** Everything that a run against the built app needs, as environment of the process that does it. */
export interface ReadyApp {
  readonly env: NodeJS.ProcessEnv;
  /** Whether there is an Electron; if not, `env` names none. */
  readonly electron: boolean;
}

/** Gets packages of system and npm, without a build. */
export async function readySystem(): Promise<void> {
  await installDebianPackages(['window', 'browser', 'virtual display', 'network tests']);
  await installDependencies();
}

/**
 * Builds the app, for Electron and for the browser, and starts what both need: a server on a port of
 * its own, so that a Drillbook in use is left alone, and a display where there is none.
 */
export async function readyApp(): Promise<ReadyApp> {
  const electron = await findElectron();
  if (!electron) {
    sayNoElectron();
    say('WHAT NEEDS AN ELECTRON WINDOW IS LEFT OUT OF THIS RUN.');
  }
  const forBrowser = await buildApp('official');
  const forElectron = electron?.runtime === 'older' ? await buildApp('older') : forBrowser;
  const started = await startPageServer(forBrowser, 0);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DRILLBOOK_ELECTRON: electron?.program ?? '',
    DRILLBOOK_ELECTRON_APP: forElectron,
    DRILLBOOK_ORIGIN: started.kind === 'started' ? started.server.address : '',
  };
  if (!hasDisplay()) env['DISPLAY'] = await startVirtualDisplay();
  return { env, electron: electron !== null };
}

/** Runs a TypeScript file that works on the built app. @returns its exit code */
export async function runScript(file: string, args: readonly string[]): Promise<number> {
  await readySystem();
  const { env } = await readyApp();
  return waitFor(
    startChild(process.execPath, [join(root, file), ...args], { cwd: root, env, stdio: 'inherit' }),
  );
}
