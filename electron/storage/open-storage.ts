import { join } from 'node:path';
import type { Handlers } from '../ipc.ts';
import { measureFree } from './free-space.ts';
import { SafeCopies } from './safe-copies.ts';
import { makeStorageHandlers } from './storage-handlers.ts';
import { removeOtherRuntimes, WorkingCopyFolder } from './working-copy-folder.ts';

export interface StorageSettings {
  readonly dataFolder: string;
  readonly app: string;
  /** Versions of the runtime, as `process.versions` has them. */
  readonly runtime: { readonly electron: string; readonly chrome: string };
  /** Removes the database from Chromium's own folder while it runs. */
  readonly clearDatabase: () => Promise<void>;
  readonly report: (what: string, error: unknown) => void;
}

export interface OpenedStorage {
  readonly handlers: Handlers['storage'];
  /** The last snapshot; the next start finds everything in order. Never throws. */
  readonly finish: () => Promise<void>;
}

/** How often a snapshot is taken while the app is in use. */
const snapshotEveryMs = 30 * 60 * 1000;

/** Folder of journal, snapshots and sentinel: the same for every version of the runtime. */
export function safeFolder(dataFolder: string): string {
  return join(dataFolder, 'storage');
}

export function readMajor(version: string): number {
  return Number.parseInt(version, 10);
}

/**
 * Opens the safe copies, and decides before the page starts whether Chromium's own files may be used.
 *
 * @throws as reading and writing files does
 */
export async function openStorage(settings: StorageSettings): Promise<OpenedStorage> {
  const { dataFolder, app, runtime, clearDatabase, report } = settings;
  const now = () => new Date();
  const aside = join(dataFolder, 'kept-aside');
  const major = readMajor(runtime.electron);
  const copies = new SafeCopies({ folder: safeFolder(dataFolder), aside, app, runtime, now });
  const workingCopy = new WorkingCopyFolder(dataFolder, major, aside, now);

  await copies.load();
  const left = workingCopy.enter();
  if (copies.state.kind === 'whole') {
    const before = copies.runtimeBefore?.electron;
    const changed = before !== undefined && readMajor(before) !== major;
    if (left === 'unclean' || changed) {
      await workingCopy.moveAside();
      copies.noteRebuild(changed ? 'runtime' : 'unclean');
    }
  }

  const timer = setInterval(() => {
    copies.snapshot('use').catch((error: unknown) => report('snapshot', error));
  }, snapshotEveryMs);
  timer.unref();

  return {
    handlers: makeStorageHandlers({
      copies,
      measureFree: () => measureFree(dataFolder),
      keepAside: () => workingCopy.copyAside(),
      forgetWorkingCopy: async () => {
        await clearDatabase();
        await removeOtherRuntimes(dataFolder, major);
      },
      report,
    }),
    finish: async () => {
      clearInterval(timer);
      await copies.close().catch((error: unknown) => report('last snapshot', error));
      await workingCopy.leave().catch((error: unknown) => report('in-use', error));
    },
  };
}
