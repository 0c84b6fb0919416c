import type { BrowserWindow } from 'electron';
import type { WindowCommand } from './ipc.ts';

/** As the roles of the menu do it: a step is half a level, some ten per cent. */
const zoomStep = 0.5;

/** Does to the window what the menu item of that name does. */
export function runWindowCommand(window: BrowserWindow, command: WindowCommand): void {
  const { webContents } = window;
  switch (command) {
    case 'zoom_in':
      webContents.setZoomLevel(webContents.getZoomLevel() + zoomStep);
      return;
    case 'zoom_out':
      webContents.setZoomLevel(webContents.getZoomLevel() - zoomStep);
      return;
    case 'zoom_reset':
      webContents.setZoomLevel(0);
      return;
    case 'full_screen':
      window.setFullScreen(!window.isFullScreen());
      return;
    case 'minimise':
      window.minimize();
      return;
    case 'quit':
      // Ends as the window's own button does: what is unsaved is saved first.
      window.close();
      return;
  }
}
