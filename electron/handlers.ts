import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, dialog, nativeTheme, shell, systemPreferences, type BrowserWindow } from 'electron';
import { openFile, saveFile, savePdf } from './dialog-files.ts';
import { gateNew } from './gate-new.ts';
import type { HandedOver } from './handed-over.ts';
import type { AppInfo, Handlers, PackListing, Theme } from './ipc.ts';
import type { MicrophoneGate } from './microphone-gate.ts';
import { openLink } from './open-link.ts';
import { makePacketHandlers } from './packets/packet-handlers.ts';
import { ArchiveReader } from './packs/archive-reader.ts';
import { makeInstalledHandlers, readInstalledFile } from './packs/installed-handlers.ts';
import { openInstalledPacks } from './packs/open-installed-packs.ts';
import { readPackFile, readPackListings } from './packs.ts';
import { printPage } from './print-page.ts';
import { refuse, reply } from './reply.ts';
import { runWindowCommand } from './window-command.ts';

/** The major version of Electron that the product is made for. */
const targetMajor = 45;

export interface HandlerSettings {
  /** Holds `packs.json`, the folder `packs` and the worker that reads archives. */
  readonly bundle: string;
  readonly dataFolder: string;
  readonly window: BrowserWindow;
  readonly rememberTheme: (theme: Theme) => Promise<void>;
  readonly confirmSaved: () => Promise<void>;
  readonly storage: Handlers['storage'];
  readonly handedOver: Pick<HandedOver, 'take'>;
  readonly microphone: Pick<MicrophoneGate, 'allow' | 'close'>;
}

/** What the main process does for the page. Sender and payload have been checked by then. */
export function makeHandlers(settings: HandlerSettings): Handlers {
  const {
    bundle,
    dataFolder,
    window,
    rememberTheme,
    confirmSaved,
    storage,
    handedOver,
    microphone,
  } = settings;
  const packFolder = join(bundle, 'packs');
  let packs: Promise<readonly PackListing[]> | undefined;
  const listPacks = () =>
    (packs ??= readFile(join(bundle, 'packs.json'), 'utf8').then(readPackListings));

  const reader = new ArchiveReader({
    // From its text: a worker is not loaded out of the packed app on every runtime (2026-11-26).
    start: async (options) =>
      new Worker(await readFile(join(bundle, 'worker', 'archive-worker.cjs'), 'utf8'), {
        ...options,
        eval: true,
      }),
  });
  const installed = openInstalledPacks(join(dataFolder, 'packs'), listPacks, reader);
  const documents = () => app.getPath('documents');

  return gateNew({
    app: {
      info: () => Promise.resolve(reply(describeApp(dataFolder))),
      relaunch: () => {
        app.relaunch();
        app.quit();
        return Promise.resolve(reply(null));
      },
      quitReady: () => {
        // Not awaited: the window that waits for the answer is about to go.
        void confirmSaved();
        return Promise.resolve(reply(null));
      },
    },
    packs: {
      list: async () => reply([...(await listPacks()), ...(await installed.listings())]),
      read: async (wanted) => {
        const bundled = await listPacks();
        return bundled.some(({ id }) => id === wanted.pack)
          ? readPackFile(packFolder, bundled, wanted)
          : readInstalledFile(await installed.open(), wanted);
      },
    },
    installed: makeInstalledHandlers(installed, {
      dialog,
      window,
      documents,
      showFolder: (folder) => shell.openPath(folder),
    }),
    packets: makePacketHandlers({
      dialog,
      window,
      documents,
      dataFolder,
      listKeys: () => installed.keys(),
      reader,
    }),
    files: {
      save: (wish) => saveFile(dialog, window, documents(), wish),
      savePdf: (wish) => savePdf(dialog, window, documents(), wish),
      print: () => printPage(window.webContents),
      open: (wish) => openFile(dialog, window, wish),
      takeHandedOver: () => Promise.resolve(reply(handedOver.take())),
    },
    data: {
      openFolder: async () => {
        const problem = await shell.openPath(dataFolder);
        if (problem === '') return reply(null);
        return refuse(
          'failed',
          `The system could not show the data folder. Your data is unchanged. Open it yourself: ${dataFolder}`,
        );
      },
    },
    links: {
      open: ({ url }) => openLink(dialog, shell, window, url),
    },
    window: {
      setTheme: async ({ theme }) => {
        nativeTheme.themeSource = theme;
        await rememberTheme(theme);
        return reply(null);
      },
      run: ({ command }) => {
        runWindowCommand(window, command);
        return Promise.resolve(reply(null));
      },
    },
    microphone: {
      allow: async () => {
        if (!(await letsSystemListen())) {
          return refuse(
            'not_allowed',
            'The system does not let Drillbook use the microphone. Nothing was recorded. Allow it in the system settings under Privacy, or type your answer instead.',
          );
        }
        microphone.allow();
        return reply(null);
      },
      done: () => {
        microphone.close();
        return Promise.resolve(reply(null));
      },
    },
    storage: {
      ...storage,
      erase: async (wish) => {
        const erased = await storage.erase(wish);
        if (erased.kind === 'refused') return erased;
        const { eraseOwnKey } = await import('./keys/own-key.ts');
        const left = [...erased.value.left];
        for (const [what, remove] of [
          ['the packs that you installed', () => installed.eraseAll()],
          ['your key to sign with', () => eraseOwnKey(dataFolder)],
        ] as const) {
          await remove().catch(() => left.push(what));
        }
        return reply({ ...erased.value, left });
      },
    },
  });
}

/** macOS asks the person itself, once; elsewhere the page's own permission is all there is. */
function letsSystemListen(): Promise<boolean> {
  return process.platform === 'darwin'
    ? systemPreferences.askForMediaAccess('microphone')
    : Promise.resolve(true);
}

function describeApp(dataFolder: string): AppInfo {
  const { electron, chrome, node } = process.versions;
  return {
    app: app.getVersion(),
    electron,
    chrome,
    node,
    platform: process.platform,
    runtime: Number.parseInt(electron, 10) >= targetMajor ? 'official' : 'older',
    dataFolder,
    sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  };
}
