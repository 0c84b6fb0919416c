import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';

/**
 * Says why Drillbook does not start, on the terminal and, where there is a display, in a dialog; then
 * ends with code 1. The data folder stays untouched: what Chromium writes meanwhile goes to a
 * temporary folder.
 */
export async function refuseStart(message: string): Promise<void> {
  process.stderr.write(`Drillbook: ${message}\n`);
  const scratch = mkdtempSync(join(tmpdir(), 'drillbook-'));
  app.setPath('userData', scratch);
  app.setPath('sessionData', scratch);
  await app.whenReady();
  dialog.showErrorBox('Drillbook cannot start', message);
  try {
    rmSync(scratch, { recursive: true, force: true });
  } finally {
    // Chromium may be writing there still, and without a window nobody could end the app.
    app.exit(1);
  }
}
