import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-line.ts';
import { mergeRecords } from './merge-records.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';
import type { SnapshotListing } from './storage-channels.ts';

/** The safe copies hold less than was stored, so nothing is written until the person has chosen. */
export class CopiesDamaged extends Error {
  override readonly name = 'CopiesDamaged';
}

/** What a state is made of: a snapshot, null for an empty beginning, and the changes since. */
export interface CopyBase {
  readonly snapshot: SnapshotListing | null;
  readonly changes: readonly JournalRecord[];
  /** Number of the last change. */
  readonly seq: number;
  /** Whether the journal shows no gap behind the snapshot. */
  readonly whole: boolean;
}

/** Finds the snapshot from which the journal leads to a state. Damaged ones are moved aside. */
export class CopyBases {
  readonly #journal: Journal;
  readonly #snapshots: SnapshotFolder;

  constructor(journal: Journal, snapshots: SnapshotFolder) {
    this.#journal = journal;
    this.#snapshots = snapshots;
  }

  /** The newest snapshot, unread, and what the journal says since. */
  joinNewest(): CopyBase {
    return this.#join(this.#snapshots.newest);
  }

  /**
   * The newest snapshot that can be read and from which the journal leads to `seq`.
   *
   * @throws CopiesDamaged if there is none
   */
  async findLeadingTo(seq: number): Promise<CopyBase> {
    for (const snapshot of [...this.#snapshots.all, null]) {
      const base = this.#join(snapshot);
      const changes = base.changes.filter((change) => change.seq <= seq);
      const reached = changes.at(-1)?.seq ?? snapshot?.seq ?? 0;
      if (reached !== seq) continue;
      if (snapshot === null || (await this.#snapshots.isReadable(snapshot))) {
        return { ...base, changes, seq };
      }
    }
    throw new CopiesDamaged('No whole copy leads to the last change.');
  }

  /** As far as it goes: the newest that can be read, and what follows without a gap. */
  async findFurthest(): Promise<CopyBase> {
    for (const snapshot of this.#snapshots.all) {
      if (await this.#snapshots.isReadable(snapshot)) return this.#join(snapshot);
    }
    return this.#join(null);
  }

  /**
   * One snapshot, without what came after it.
   *
   * @throws CopiesDamaged if it is not there, or cannot be read
   */
  async findSnapshot(id: string): Promise<CopyBase> {
    const snapshot = this.#snapshots.all.find((one) => one.id === id);
    if (!snapshot || !(await this.#snapshots.isReadable(snapshot))) {
      throw new CopiesDamaged('This copy is not there, or is damaged.');
    }
    return { snapshot, changes: [], seq: snapshot.seq, whole: true };
  }

  /** The records of a state, one JSON a line. */
  readLines({ snapshot, changes }: CopyBase): AsyncGenerator<string, void> {
    return mergeRecords(snapshot && this.#snapshots.read(snapshot), changes);
  }

  #join(snapshot: SnapshotListing | null): CopyBase {
    const from = snapshot?.seq ?? 0;
    const { records, whole } = this.#journal.readAfter(from);
    return { snapshot, changes: records, seq: records.at(-1)?.seq ?? from, whole };
  }
}
