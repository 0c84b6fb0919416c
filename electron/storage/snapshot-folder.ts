import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkSnapshot,
  readSnapshot,
  SnapshotDamaged,
  writeSnapshot,
  type RecordLines,
  type SnapshotFooting,
} from './snapshot-file.ts';
import { listSnapshots, writeSnapshotName } from './snapshot-name.ts';
import { chooseKept } from './snapshot-rotation.ts';
import { storedSchema, type SnapshotListing } from './storage-channels.ts';

/** The snapshots in their folder, and which of them stay. */
export class SnapshotFolder {
  readonly #folder: string;
  readonly #setAside: (paths: readonly string[]) => Promise<void>;
  #all: readonly SnapshotListing[] = [];

  /** @param setAside moves damaged files to where they are kept */
  constructor(folder: string, setAside: (paths: readonly string[]) => Promise<void>) {
    this.#folder = folder;
    this.#setAside = setAside;
  }

  /** Newest first. */
  get all(): readonly SnapshotListing[] {
    return this.#all;
  }
  get newest(): SnapshotListing | null {
    return this.#all[0] ?? null;
  }

  /** Reads which there are; makes the folder where it is not there. */
  async load(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      if (name.endsWith('.part')) await rm(join(this.#folder, name), { force: true });
    }
    this.#all = listSnapshots(await readdir(this.#folder));
  }

  /** @throws as writing a file does; there is none then */
  async write(
    about: Pick<SnapshotListing, 'seq' | 'takenAt' | 'reason'>,
    lines: RecordLines,
  ): Promise<{ readonly listing: SnapshotListing; readonly footing: SnapshotFooting }> {
    const { seq, takenAt, reason } = about;
    const listing = { id: writeSnapshotName(seq, takenAt, reason), seq, takenAt, reason };
    const footing = await writeSnapshot(
      this.#pathOf(listing),
      {
        kind: 'drillbook-snapshot',
        format: 1,
        schema: storedSchema,
        seq,
        taken_at: takenAt,
        reason,
      },
      lines,
    );
    this.#all = [listing, ...this.#all];
    return { listing, footing };
  }

  /** The records of one, one JSON a line; see `readSnapshot`. */
  read(snapshot: SnapshotListing): ReturnType<typeof readSnapshot> {
    return readSnapshot(this.#pathOf(snapshot));
  }

  /**
   * Reads one through.
   *
   * @throws SnapshotDamaged
   */
  check(snapshot: SnapshotListing): ReturnType<typeof checkSnapshot> {
    return checkSnapshot(this.#pathOf(snapshot));
  }

  /** Whether one can be read through. One that is damaged is moved aside. */
  async isReadable(snapshot: SnapshotListing): Promise<boolean> {
    try {
      await this.check(snapshot);
      return true;
    } catch (error) {
      if (!(error instanceof SnapshotDamaged)) throw error;
      await this.#setAside([this.#pathOf(snapshot)]);
      this.#all = this.#all.filter((one) => one !== snapshot);
      return false;
    }
  }

  /** Removes those that the rotation does not keep. */
  async tidy(): Promise<void> {
    await this.#keep(chooseKept(this.#all));
  }

  /** Removes those that came since there were these. */
  async takeBack(before: readonly SnapshotListing[]): Promise<void> {
    await this.#keep(this.#all.filter((one) => before.includes(one)));
    this.#all = before;
  }

  /** They were removed, with their folder, which is made anew. */
  async beginAnew(): Promise<void> {
    this.#all = [];
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  async #keep(kept: readonly SnapshotListing[]): Promise<void> {
    for (const gone of this.#all) {
      if (!kept.includes(gone)) await rm(this.#pathOf(gone), { force: true });
    }
    this.#all = kept;
  }

  #pathOf({ id }: SnapshotListing): string {
    return join(this.#folder, id);
  }
}
