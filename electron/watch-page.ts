import { dialog, type BrowserWindow } from 'electron';

export interface PageFaults {
  readonly log: (what: string) => void;
  /** Loads the page anew. */
  readonly reload: () => void;
  readonly quit: () => void;
}

/** Tells the person when the page has stopped, and lets them choose; never a blank window. */
export function watchPage(window: BrowserWindow, { log, reload, quit }: PageFaults): void {
  const { webContents } = window;
  let asking = false;

  async function ask(message: string, detail: string, stay: string, leave: () => void) {
    if (asking) return;
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: [stay, 'Quit Drillbook'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) quit();
    else leave();
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`page gone, ${reason}, ${exitCode}`);
    void ask(
      'The Drillbook window has stopped',
      `Its process ended (${reason}). What was saved is safe, up to the last step that the status bar showed. Reload the window: an attempt waits there, paused.`,
      'Reload',
      reload,
    );
  });

  webContents.on('unresponsive', () => {
    log('page unresponsive');
    void ask(
      'The Drillbook window does not answer',
      'It has been busy for a while. What was saved is safe. Wait a little, or quit and start Drillbook again.',
      'Wait',
      () => undefined,
    );
  });
}
