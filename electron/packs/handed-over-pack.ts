import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { archiveBytes, type HandedOverPack } from './pack-channels.ts';

// Windows has neither. What waits for a writer (a pipe) is not waited for.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
const readOnly = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * Reads a file that the system opened the app with: a regular file of at most 64 MB, and no link to
 * one. null for anything else, and for what cannot be read; nobody is troubled by that.
 */
export async function readHandedOver(path: string): Promise<HandedOverPack | null> {
  try {
    const file = await open(path, readOnly);
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > archiveBytes) return null;
      return { name: basename(path), bytes: new Uint8Array(await file.readFile()) };
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** Holds what was handed over until the page asks for it: the newest alone. */
export class HandedOver {
  #pack: HandedOverPack | null = null;
  readonly #tell: () => void;

  /** `tell` is called once something is there. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  async accept(path: string | null): Promise<void> {
    const pack = path === null ? null : await readHandedOver(path);
    if (!pack) return;
    this.#pack = pack;
    this.#tell();
  }

  take(): HandedOverPack | null {
    const pack = this.#pack;
    this.#pack = null;
    return pack;
  }
}
