import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackListing } from '../ipc.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { InstalledPacks } from './installed-packs.ts';
import type { PinnedKeyListing } from './pack-channels.ts';

/** Installed packs, read when they are first asked for. */
export interface PacksOnDisk {
  open(): Promise<InstalledPacks>;
  /**
   * What `open` would list, without loading anything where nothing was ever installed. Empty where the
   * index cannot be read: what came with the app is played all the same, and the place of packs tells.
   */
  listings(): Promise<readonly PackListing[]>;
  /** The known keys, without loading anything where none was ever known. */
  keys(): Promise<readonly PinnedKeyListing[]>;
  /** Removes every installed pack and every known key. */
  eraseAll(): Promise<void>;
}

/** A start without installed packs waits for nothing of this. */
export function openInstalledPacks(
  folder: string,
  listBundled: () => Promise<readonly PackListing[]>,
  reader: Pick<ArchiveReader, 'openPack' | 'writePack'>,
): PacksOnDisk {
  let opened: Promise<InstalledPacks> | undefined;
  async function read(): Promise<InstalledPacks> {
    const [{ InstalledPacks: Installed }, bundled] = await Promise.all([
      import('./installed-packs.ts'),
      listBundled(),
    ]);
    return Installed.open({
      folder,
      reader,
      bundled: new Set(bundled.map(({ id }) => id)),
      now: () => new Date(),
    });
  }
  // What could not be opened is tried again when it is asked for again.
  const open = () =>
    (opened ??= read().catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
  const isEmpty = () => !opened && !existsSync(join(folder, 'index.json'));
  return {
    open,
    listings: async () => {
      const packs = isEmpty() ? null : await open().catch(() => null);
      return packs?.listings() ?? [];
    },
    keys: async () => (isEmpty() ? [] : (await open()).keys),
    eraseAll: async () => {
      await rm(folder, { recursive: true, force: true });
      opened = undefined;
    },
  };
}
