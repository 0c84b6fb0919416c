import { basename } from 'node:path';
import type { HandedOverFile } from './ipc.ts';
import { readHandedOverKind } from './launch-arguments.ts';
import { archiveBytes } from './packs/pack-channels.ts';
import { readRegular } from './read-regular.ts';

/**
 * Reads a file that the system opened the app with: a regular file of at most 64 MB, and no link to
 * one. null for anything else, and for what cannot be read; nobody is troubled by that.
 */
export async function readHandedOver(path: string): Promise<HandedOverFile | null> {
  const kind = readHandedOverKind(path);
  if (kind === null) return null;
  const bytes = await readRegular(path, archiveBytes).catch(() => 'no_file' as const);
  return typeof bytes === 'string' ? null : { kind, name: basename(path), bytes };
}

/** Holds what was handed over until the page asks for it: the newest alone. */
export class HandedOver {
  #file: HandedOverFile | null = null;
  #count = 0;
  /** Which of them is the one that is held, or was. */
  #newest = 0;
  readonly #tell: () => void;

  /** `tell` is called once something is there. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  async accept(path: string | null): Promise<void> {
    if (path === null) return;
    this.#count += 1;
    const count = this.#count;
    const file = await readHandedOver(path);
    // One that came later may have been read faster.
    if (!file || count < this.#newest) return;
    this.#newest = count;
    this.#file = file;
    this.#tell();
  }

  take(): HandedOverFile | null {
    const file = this.#file;
    this.#file = null;
    return file;
  }
}
