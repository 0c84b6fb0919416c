import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWindowOptions } from '../../electron/window-options.ts';

/** What the page of the empty window is once it can be seen. */
export const emptyIsThere = "document.querySelector('h1') !== null";

/**
 * Writes an app that shows nothing but a heading, in a window with the same settings as Drillbook's:
 * what the runtime alone costs.
 *
 * @returns its folder
 */
export function writeEmptyApp(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { preload: _, ...webPreferences } = options.webPreferences ?? {};
  const window = JSON.stringify({ ...options, webPreferences }, null, 2);
  const files = {
    'package.json': JSON.stringify({
      name: 'empty',
      productName: 'Empty',
      version: '1.0.0',
      main: 'main.cjs',
    }),
    'index.html':
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><h1>Empty</h1></html>',
    'main.cjs': `const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow(${window});
  window.once('ready-to-show', () => window.show());
  window.loadFile(join(__dirname, 'index.html'));
});
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const options = writeWindowOptions({
  preload: '',
  development: true,
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  dark: false,
});
