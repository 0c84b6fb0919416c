import type { ElectronApplication, Page } from '@playwright/test';
import type { BuiltApp } from './built-app.ts';
import { launchAttached } from './launch-attached.ts';
import { drillsAreRead } from './prepared-profile.ts';

export interface DrivenApp {
  readonly page: Page;
  readonly electron: ElectronApplication;
  /** Closes it as a person would. */
  readonly close: () => Promise<void>;
}

/** Starts an app in Electron so that its window can be worked in. */
export async function driveApp(
  app: BuiltApp,
  profile: string,
  further: readonly string[] = [],
): Promise<DrivenApp> {
  const electron = await launchAttached(app, profile, further);
  return { page: await electron.firstWindow(), electron, close: () => electron.close() };
}

/** The same for Drillbook, once Today stands. Its profile is one whose person has been welcomed. */
export async function driveDrillbook(
  app: BuiltApp,
  profile: string,
  further: readonly string[] = [],
): Promise<DrivenApp> {
  const driven = await driveApp(app, profile, further);
  // Storage may have to build its working copy first.
  await waitForToday(driven.page);
  return driven;
}

export async function waitForToday(page: Page): Promise<void> {
  await page.locator(drillsAreRead).waitFor({ timeout: 120_000 });
}

/** Goes to a place by its address, as the window's own "forward" would. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}
