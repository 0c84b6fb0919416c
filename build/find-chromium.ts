import { existsSync } from 'node:fs';

const debian = '/usr/bin/chromium';

/**
 * How Playwright starts Chromium here: the one that CHROMIUM_PATH names, else Debian's, else the one
 * that Playwright fetched itself.
 */
export function findChromium(): { executablePath?: string; chromiumSandbox: boolean } {
  const path = process.env['CHROMIUM_PATH'] ?? (existsSync(debian) ? debian : undefined);
  return {
    ...(path === undefined ? {} : { executablePath: path }),
    // Chromium refuses to sandbox when it runs as root.
    chromiumSandbox: process.getuid?.() !== 0,
  };
}
