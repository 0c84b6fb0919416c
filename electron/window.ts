import { BrowserWindow, nativeTheme, screen } from 'electron';
import { writeWindowOptions } from './window-options.ts';
import { fitBounds, type WindowState } from './window-state.ts';

/** The one place that makes a window. It is shown once the page has painted. */
export function createWindow(
  settings: { preload: string; development: boolean },
  state: WindowState,
): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const bounds = fitBounds(state.bounds, [
    primary.workArea,
    ...others.map(({ workArea }) => workArea),
  ]);
  const window = new BrowserWindow(
    writeWindowOptions({ ...settings, bounds, dark: nativeTheme.shouldUseDarkColors }),
  );
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}
