import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { ArchiveReader } from './archive-reader.ts';

const archiveName = /^[0-9a-f]{64}\.drillpack$/;

/** Archives as they came, each named by its SHA-256, and opened behind every guard when it is read. */
export class ArchiveFolder {
  readonly #folder: string;
  readonly #reader: Pick<ArchiveReader, 'openPack'>;
  /** Archives that were opened, by hash. */
  readonly #opened = new Map<string, OpenedArchive>();
  readonly #faults = new Map<string, string>();

  constructor(folder: string, reader: Pick<ArchiveReader, 'openPack'>) {
    this.#folder = folder;
    this.#reader = reader;
  }

  /** Keeps an archive; it is on the disk once this resolves. */
  async keep(archive: OpenedArchive, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeAtomically(this.#pathOf(archive.sha256), bytes);
    this.#opened.set(archive.sha256, archive);
    this.#faults.delete(archive.sha256);
  }

  /** null where it is not there or is not what its name says: `findFault` tells. */
  async open(sha256: string): Promise<OpenedArchive | null> {
    const known = this.#opened.get(sha256);
    if (known) return known;
    try {
      const opened = await this.#reader.openPack(await readFile(this.#pathOf(sha256)));
      if (opened.ok && opened.value.sha256 === sha256) {
        this.#opened.set(sha256, opened.value);
        return opened.value;
      }
      const slow = !opened.ok && /^too_/.test(opened.fault.code);
      this.#faults.set(
        sha256,
        writeFault(slow ? 'took too long to read' : 'was changed on the disk and is not read'),
      );
    } catch {
      this.#faults.set(sha256, writeFault('cannot be read'));
    }
    return null;
  }

  /** Why an archive could not be opened, for people; null for one that could, or was not tried. */
  findFault(sha256: string): string | null {
    return this.#faults.get(sha256) ?? null;
  }

  /** Removes every archive but the needed ones, and what a crash left of writing one. */
  async sweep(needed: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      // A part is never needed, even one of an archive that is.
      const isLeft = archiveName.test(name) && !needed.has(name.slice(0, 64));
      if (isLeft || name.endsWith('.part')) {
        await rm(join(this.#folder, name), { force: true });
      }
    }
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, `${sha256}.drillpack`);
  }
}

function writeFault(what: string): string {
  return `The file of this pack ${what}. Your attempts are unchanged. Install the pack again.`;
}
