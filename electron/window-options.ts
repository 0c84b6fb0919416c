import type { BrowserWindowConstructorOptions } from 'electron';
import { smallestWindow, type Rectangle } from './window-state.ts';

export interface WindowSettings {
  readonly preload: string;
  /** Allows developer tools. */
  readonly development: boolean;
  readonly bounds: Rectangle;
  readonly dark: boolean;
}

/** The token `desk`, shown until the page has painted. */
const desk = { light: '#EDEDEA', dark: '#111315' };

/** Every setting of the one window. The defaults that matter are written out, so that tests hold them. */
export function writeWindowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { preload, development, bounds, dark } = settings;
  return {
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Drillbook',
    show: false,
    backgroundColor: dark ? desk.dark : desk.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      webgl: false,
      images: true,
      safeDialogs: true,
      disableDialogs: true,
      autoplayPolicy: 'user-gesture-required',
      // On, for the system's own checker on macOS; elsewhere it has no dictionary (guard-session.ts).
      spellcheck: true,
      enableWebSQL: false,
      devTools: development,
      // A drill's clock must run evenly while another window covers this one: people read a manual
      // beside it, and a slowed clock would be a pause that the log does not know of (2026-11-24).
      backgroundThrottling: false,
    },
  };
}
