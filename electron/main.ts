import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { readAppFiles } from './app-files.ts';
import { appOrigin, appScheme } from './app-origin.ts';
import { answerRequest } from './app-protocol.ts';
import { silenceBackgroundNetwork } from './background-network.ts';
import { Closing } from './closing.ts';
import { findDataFolderFault } from './data-folder.ts';
import { logFault } from './fault-log.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { HandedOver } from './handed-over.ts';
import { makeHandlers } from './handlers.ts';
import type { Announcements } from './ipc.ts';
import { isTrustedSender, registerHandlers } from './ipc-registrar.ts';
import { readDataFolder, readHandedOverPath, unwelcomeSwitches } from './launch-arguments.ts';
import { writeMenuTemplate } from './menu-template.ts';
import { MicrophoneGate } from './microphone-gate.ts';
import { refuseStart } from './refuse-start.ts';
import { findNewerData } from './storage/newer-data.ts';
import { openStorage, readMajor, safeFolder, type OpenedStorage } from './storage/open-storage.ts';
import { runtimeFolder } from './storage/working-copy-folder.ts';
import { watchPage } from './watch-page.ts';
import { createWindow } from './window.ts';
import { loadWindowState, saveWindowState, type WindowState } from './window-state.ts';
import { sweepParts } from './write-atomically.ts';

/** Composition root of the main process. What has to happen before the app is ready happens here. */

const development = !app.isPackaged;
/** The folder that the build wrote: page, preload script, packs and their lists. */
const bundle = dirname(import.meta.dirname);

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
]);
app.setName('Drillbook');
// Else Electron makes a menu of its own as soon as it is ready; ours comes before the window.
Menu.setApplicationMenu(null);
// Root cannot be sandboxed; whoever starts Drillbook as root has to say so by that switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
if (!development) for (const name of unwelcomeSwitches) app.commandLine.removeSwitch(name);
silenceBackgroundNetwork(app.commandLine);
// Page and worker share four bytes, by which a query is stopped. There is no other page to keep them from.
app.commandLine.appendSwitch('enable-features', 'SharedArrayBuffer');
app.on('web-contents-created', (_event, contents) => guardContents(contents));
// Of files and addresses that the system hands over, only one of ours is looked at (macOS by this event, others
// by an argument). It comes before or after the window.
let openedFile: string | null = null;
let acceptFile = (path: string): void => {
  openedFile = path;
};
app.on('open-file', (event, path) => {
  event.preventDefault();
  acceptFile(path);
});
app.on('open-url', (event) => event.preventDefault());
let showWindow = (): void => undefined;

const namedFolder = readDataFolder(process.argv);
const dataFolder = namedFolder ?? app.getPath('userData');
const logPath = join(dataFolder, 'logs', 'main.log');
const windowStatePath = join(dataFolder, 'window.json');

launch();

function launch(): void {
  const fault =
    findDataFolderFault(dataFolder, namedFolder === null) ?? findNewerData(safeFolder(dataFolder));
  if (fault !== null) {
    void refuseStart(fault);
    return;
  }
  app.setPath('userData', dataFolder);
  // The other process is told, and shows its window.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Another start, such as a file manager makes to open a file, may come while this one still reads its data.
  app.on('second-instance', (_event, argv) => {
    showWindow();
    const path = readHandedOverPath(argv);
    if (path !== null) acceptFile(path);
  });
  // After the lock, which two versions of the runtime share: they also share the safe copies.
  const sessionData = runtimeFolder(dataFolder, readMajor(process.versions.electron));
  mkdirSync(sessionData, { recursive: true });
  app.setPath('sessionData', sessionData);
  process.on('uncaughtException', endWithFault);
  process.on('unhandledRejection', endWithFault);
  void start();
}

async function start(): Promise<void> {
  // What is read from the disk is read while Chromium starts.
  const [storage, windowState, files] = await Promise.all([
    openOwnStorage(),
    sweepParts(windowStatePath).then(() => loadWindowState(windowStatePath)),
    readFile(join(bundle, 'files.json'), 'utf8').then(readAppFiles),
    app.whenReady(),
  ]);
  protocol.handle(appScheme, async (request) => {
    const { status, headers, body } = await answerRequest(join(bundle, 'renderer'), files, request);
    return new Response(body, { status, headers });
  });
  // Nothing can be withdrawn before there is a window.
  const handedOver = new HandedOver(() => announce(window, 'file_handed_over', null));
  acceptFile = (path) => void handedOver.accept(readHandedOverPath(['', path]));
  if (openedFile === null) void handedOver.accept(readHandedOverPath(process.argv));
  else acceptFile(openedFile);
  const microphone = new MicrophoneGate(() => announce(window, 'microphone_withdrawn', null));
  guardSession(session.defaultSession, development, () => microphone.isOpen);
  let state = windowState;
  nativeTheme.themeSource = state.theme;
  // Before the window, which takes its bar into its sizes.
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      writeMenuTemplate({
        platform: process.platform,
        development,
        send: (action) => announce(window, 'menu', action),
      }),
    ),
  );
  const window = createWindow(
    { preload: join(bundle, 'preload', 'preload.cjs'), development },
    state,
  );
  microphone.watch(window);
  const saveState = async (change: Partial<WindowState>) => {
    state = { ...state, ...change };
    // A window in the wrong place is no reason to stop or to trouble anybody.
    await saveWindowState(windowStatePath, state).catch(logAs('window.json'));
  };
  let going = false;
  const letGo = () => {
    going = true;
  };
  window.webContents.once('destroyed', letGo);
  window.once('closed', letGo);
  let crashes = 0;
  window.webContents.on('render-process-gone', () => (crashes += 1));
  const loadPage = async () => {
    const crashesBefore = crashes;
    try {
      await window.loadURL(`${appOrigin}/`);
    } catch (error) {
      // A window that goes while it loads is no fault. Closed before its page began, it goes without
      // asking, and its page is gone only after this.
      await new Promise(setImmediate);
      // Nor is a reload that takes the load's place, and of a crash the person is told elsewhere.
      const superseded = (error as { code?: unknown }).code === 'ERR_ABORTED';
      if (!going && !superseded && crashes === crashesBefore) throw error;
    }
  };
  const closing = new Closing(window, {
    askPage: () => {
      // A page that is gone, or not there yet, hears nothing and has nothing unsaved.
      if (pageStands(window)) announce(window, 'close_asked', null);
      else void closing.confirmSaved();
    },
    askPerson: () => askToClose(window),
    finish: async () => {
      letGo();
      await saveState({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
      await storage.finish();
    },
    patience: 5000,
  });

  registerHandlers({
    ipcMain,
    handlers: makeHandlers({
      bundle,
      dataFolder,
      window,
      rememberTheme: (theme) => saveState({ theme }),
      confirmSaved: () => closing.confirmSaved(),
      storage: storage.handlers,
      handedOver,
      microphone,
    }),
    trustsSender: (event) => isTrustedSender(event, window.webContents, appOrigin),
    report: (channel, error) => logFault(logPath, channel, error),
  });
  nativeTheme.on('updated', () =>
    announce(window, 'theme', nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
  );
  showWindow = () => showAgain(window);
  app.on('activate', () => showWindow());
  app.on('window-all-closed', () => app.quit());
  watchPage(window, {
    log: (what) => logFault(logPath, what),
    reload: () => void loadPage(),
    quit: () => app.quit(),
  });
  await loadPage();
}

function pageStands({ webContents }: BrowserWindow): boolean {
  // Before its navigation begins, a window says that it loads nothing.
  const begun = webContents.getURL() !== '' && !webContents.isLoadingMainFrame();
  return begun && !webContents.isCrashed();
}

function openOwnStorage(): Promise<OpenedStorage> {
  const { electron, chrome } = process.versions;
  return openStorage({
    dataFolder,
    app: app.getVersion(),
    runtime: { electron, chrome },
    clearDatabase: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    report: (what, error) => logFault(logPath, what, error),
  });
}

function announce<A extends keyof Announcements>(
  window: BrowserWindow,
  name: A,
  value: Announcements[A],
): void {
  if (!window.isDestroyed()) window.webContents.send(name, value);
}

function showAgain(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function askToClose(window: BrowserWindow): Promise<'wait' | 'close'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Drillbook has not finished saving',
    detail:
      'The window has not said that everything is saved. What the status bar showed as saved is safe. Wait a little longer, or close and lose what was typed since.',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'close' : 'wait';
}

function logAs(what: string): (error: unknown) => void {
  return (error) => logFault(logPath, what, error);
}

/** After a fault that nobody foresaw the state of the process is unknown, so it ends. */
function endWithFault(error: unknown): void {
  process.off('uncaughtException', endWithFault);
  process.off('unhandledRejection', endWithFault);
  logFault(logPath, 'uncaught', error);
  const message = `Something went wrong in Drillbook, and it has to close. What was saved is safe, up to the last step that the status bar showed. Start Drillbook again; if it happens twice, report it with the file ${logPath} (there is no text of yours in it).`;
  process.stderr.write(`Drillbook: ${message}\n`);
  dialog.showErrorBox('Drillbook has to close', message);
  app.exit(1);
}
