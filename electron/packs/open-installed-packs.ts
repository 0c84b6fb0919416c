import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackListing } from '../ipc.ts';
import type { InstalledPacks } from './installed-packs.ts';

/** Installed packs, read when they are first asked for. */
export interface PacksOnDisk {
  open(): Promise<InstalledPacks>;
  /** What `open` would list, without loading anything where nothing was ever installed. */
  listings(): Promise<readonly PackListing[]>;
  /** Removes every installed pack and every known key. */
  eraseAll(): Promise<void>;
}

/**
 * Archives bring a reader of zips and of YAML with them: a start without installed packs does not
 * wait for these.
 */
export function openInstalledPacks(
  folder: string,
  listBundled: () => Promise<readonly PackListing[]>,
): PacksOnDisk {
  let opened: Promise<InstalledPacks> | undefined;
  const open = () =>
    (opened ??= Promise.all([import('./installed-packs.ts'), listBundled()]).then(
      ([{ InstalledPacks }, bundled]) =>
        InstalledPacks.open({
          folder,
          bundled: new Set(bundled.map(({ id }) => id)),
          now: () => new Date(),
        }),
    ));
  return {
    open,
    listings: async () =>
      opened || existsSync(join(folder, 'index.json')) ? (await open()).listings() : [],
    eraseAll: async () => {
      await rm(folder, { recursive: true, force: true });
      opened = undefined;
    },
  };
}
