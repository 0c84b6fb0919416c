import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeStamp } from './stamp.ts';

/** Copies of Chromium's database that are kept aside; older ones go. */
const keptAside = 3;

/**
 * Where Chromium keeps what it stores, the working copy among it: a folder for each of its major
 * versions, since one may delete what another wrote.
 */
export function runtimeFolder(dataFolder: string, major: number): string {
  return join(dataFolder, `runtime-${major}`);
}

/**
 * The files of the working copy, from outside. A crash can leave them so that Chromium deletes them
 * two starts later; so after one they are taken away before Chromium sees them, and the page builds
 * them anew from the safe copies.
 */
export class WorkingCopyFolder {
  readonly #folder: string;
  readonly #database: string;
  readonly #flag: string;
  readonly #aside: string;
  readonly #now: () => Date;

  constructor(dataFolder: string, major: number, aside: string, now: () => Date) {
    this.#folder = runtimeFolder(dataFolder, major);
    this.#database = join(this.#folder, 'IndexedDB');
    this.#flag = join(this.#folder, 'in-use');
    this.#aside = aside;
    this.#now = now;
  }

  /** Marks the working copy as in use, until `leave`. Returns whether it had been left in order. */
  enter(): 'clean' | 'unclean' {
    mkdirSync(this.#folder, { recursive: true });
    try {
      const flag = openSync(this.#flag, 'wx');
      fsyncSync(flag);
      closeSync(flag);
      return 'clean';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'unclean';
      throw error;
    }
  }

  async leave(): Promise<void> {
    await rm(this.#flag, { force: true });
  }

  /** Moves the files away. Only before the page has opened them. Returns whether there were any. */
  async moveAside(): Promise<boolean> {
    const target = await this.#makePlace();
    return this.#keep(target, () => rename(this.#database, target));
  }

  /** Copies the files, while they may be open. Returns the folder they are in now. */
  async copyAside(): Promise<string> {
    const target = await this.#makePlace();
    await this.#keep(target, () =>
      cp(this.#database, target, { recursive: true }).catch(async (error: unknown) => {
        // Half a copy would push out a whole one later. A file that Chromium took away meanwhile is no fault.
        if (!isMissing(error)) await rm(target, { recursive: true, force: true });
        throw error;
      }),
    );
    return target;
  }

  async #makePlace(): Promise<string> {
    await mkdir(this.#aside, { recursive: true, mode: 0o700 });
    return join(this.#aside, `IndexedDB-${writeStamp(this.#now())}`);
  }

  /** Removes older copies only once `bring` has brought another one. Returns whether there was any to bring. */
  async #keep(target: string, bring: () => Promise<void>): Promise<boolean> {
    try {
      await bring();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    const kept = (await readdir(this.#aside)).filter((name) => name.startsWith('IndexedDB-'));
    const older = kept.filter((name) => name !== basename(target)).toSorted();
    for (const name of older.slice(0, 1 - keptAside)) {
      await rm(join(this.#aside, name), { recursive: true, force: true });
    }
    return true;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Removes the working copies that other versions of the runtime left in the data folder. */
export async function removeOtherRuntimes(dataFolder: string, major: number): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (/^runtime-\d+$/.test(name) && name !== `runtime-${major}`) {
      await rm(join(dataFolder, name), { recursive: true, force: true });
    }
  }
}
