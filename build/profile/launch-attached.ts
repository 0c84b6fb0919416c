import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { writeLaunchArguments, type BuiltApp } from './built-app.ts';
import { wrapApp } from './wrap-app.ts';

/** The app hears that Chromium is ready only once this was called. */
declare const letAppStart: () => void;

const holdReady = `
const { app } = require('electron');
const ready = app.whenReady();
const told = new Promise((resolve) => { globalThis.letAppStart = resolve; });
app.whenReady = () => told.then(() => ready)`;

/**
 * Starts an app in Electron, which makes its window only after Playwright is attached: a page that begins
 * meanwhile may change its process before it has told where it went, and Playwright waits for that
 * without end (about one launch in four hundred).
 */
export async function launchAttached(
  { program, folder }: BuiltApp,
  profile: string,
  further: readonly string[],
): Promise<ElectronApplication> {
  const wrapper = await mkdtemp(join(tmpdir(), 'drillbook-held-'));
  try {
    await wrapApp(folder, wrapper, holdReady);
    const electron = await _electron.launch({
      executablePath: program,
      args: [...writeLaunchArguments(wrapper, profile), ...further],
    });
    await electron.evaluate(() => letAppStart());
    return electron;
  } finally {
    await rm(wrapper, { recursive: true, force: true });
  }
}
