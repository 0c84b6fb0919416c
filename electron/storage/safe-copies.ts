import { join } from 'node:path';
import { inOrder } from '../in-order.ts';
import { CopiesDamaged, CopyBases, type CopyBase } from './copy-bases.ts';
import { listErasing, moveToErase, removePaths } from './erase-files.ts';
import { Journal } from './journal.ts';
import type { JournalRecord } from './journal-line.ts';
import { judgeCopies, nothingStored, type Told } from './judge-copies.ts';
import { ComingRecords, LeavingRecords, type ReplacingState } from './records-in-pieces.ts';
import { readSentinel, sentinelPath, writeSentinel, type Sentinel } from './sentinel.ts';
import { setAside } from './set-aside.ts';
import { SnapshotDamaged, type RecordLines } from './snapshot-file.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { writeStamp } from './stamp.ts';
import {
  storedSchema,
  type Counts,
  type SafeState,
  type SnapshotListing,
  type SnapshotReason,
} from './storage-channels.ts';

export interface SafeCopiesSettings {
  /** Holds everything of this class; made if it is not there. */
  readonly folder: string;
  /** Where damaged files are moved to, each time into a folder named by the date. */
  readonly aside: string;
  readonly app: string;
  readonly runtime: Sentinel['runtime'];
  readonly now: () => Date;
}

/** What came of erasing once nothing of what was stored is in force any more. */
export interface Erased {
  /** What could not be removed, each with why. */
  readonly left: readonly { readonly path: string; readonly error: unknown }[];
  /** Why nothing can be written until the next start; null where it can. */
  readonly unwritable: unknown;
}

/** What a replacement changes in here before it is sure to succeed. */
interface Standing {
  readonly snapshots: readonly SnapshotListing[];
  readonly counted: { readonly seq: number; readonly counts: Counts } | null;
  readonly state: Told;
}

/**
 * Journal, snapshots and sentinel: the truth about what is stored, outside Chromium. A snapshot is
 * made of the one before and the journal, so it needs no window and no database.
 */
export class SafeCopies {
  readonly #settings: SafeCopiesSettings;
  readonly #journal: Journal;
  readonly #snapshots: SnapshotFolder;
  readonly #bases: CopyBases;
  readonly #sentinelPath: string;
  #state = nothingStored;
  /** How many records each table held after a change. */
  #counted: Standing['counted'] = null;
  #runtimeBefore: Sentinel['runtime'] | null = null;
  readonly #leaving = new LeavingRecords();
  readonly #coming = new ComingRecords();
  /** Changes and everything that moves the journal, one after another. */
  readonly #quick = inOrder();
  /** Long work: one snapshot, replacement or check at a time, while changes go on. */
  readonly #slow = inOrder();

  constructor(settings: SafeCopiesSettings) {
    this.#settings = settings;
    this.#journal = new Journal(join(settings.folder, 'journal'));
    this.#snapshots = new SnapshotFolder(join(settings.folder, 'snapshots'), (paths) =>
      this.#setAside(paths),
    );
    this.#bases = new CopyBases(this.#journal, this.#snapshots);
    this.#sentinelPath = sentinelPath(settings.folder);
  }

  /** Reads what is there. If it is whole, changes can be written from now on. */
  async load(): Promise<void> {
    await this.#snapshots.load();
    // Erased in an earlier run, which could not remove it.
    await removePaths(await listErasing(this.#settings.folder));
    await this.#journal.load();
    const found = readSentinel(this.#sentinelPath);
    const sentinel = found.kind === 'found' ? found.sentinel : null;
    this.#runtimeBefore = sentinel?.runtime ?? null;
    const base = this.#bases.joinNewest();
    this.#state = judgeCopies(base, this.#journal.seq, found);
    if (this.#state.kind === 'damaged') return;
    if (sentinel?.counts) this.#counted = { seq: sentinel.seq, counts: sentinel.counts };
    await this.#journal.begin(base.seq);
    if (sentinel && sentinel.app !== this.#settings.app) await this.snapshot('before');
    await this.#writeSentinel(sentinel?.hash ?? null);
  }

  get state(): SafeState {
    const { seq } = this.#bases.joinNewest();
    return {
      ...this.#state,
      kind: this.#state.kind === 'fresh' && seq > 0 ? 'whole' : this.#state.kind,
      seq,
      known: Math.max(seq, this.#state.known),
      counts: this.#countsAt(seq),
      since: this.#journal.since ?? 0,
      snapshots: this.#snapshots.all,
    };
  }
  get snapshots(): readonly SnapshotListing[] {
    return this.#snapshots.all;
  }
  /** The runtime that was used last, or null if nothing says. */
  get runtimeBefore(): Sentinel['runtime'] | null {
    return this.#runtimeBefore;
  }

  /** Notes why the working copy was taken away before the page started. */
  noteRebuild(reason: NonNullable<SafeState['rebuild']>): void {
    this.#state = { ...this.#state, rebuild: reason };
  }

  /**
   * Writes one change, JSON of StoredChange; resolves to its number once it is on the disk.
   *
   * @throws CopiesDamaged; as writing a file does: then nothing has changed
   */
  append(change: string): Promise<number> {
    return this.#quick(async () => {
      this.#assertWhole();
      return this.#journal.append(change);
    });
  }

  changesAfter(seq: number): readonly JournalRecord[] {
    return this.#journal.readAfter(seq).records;
  }

  /**
   * Begins to read the records of the current state (`safe`) or of one snapshot.
   *
   * @throws CopiesDamaged if no whole copy is there
   */
  readBegin(copy: string): Promise<{ seq: number; savedAt: string | null }> {
    return this.#slow(async () => {
      const base = await this.#findCopy(copy);
      this.#leaving.begin(this.#bases.readLines(base));
      return { seq: base.seq, savedAt: base.snapshot?.takenAt ?? this.#state.savedAt };
    });
  }

  /** The next lines, about a mebibyte of them. */
  readNext(): ReturnType<LeavingRecords['readNext']> {
    return this.#slow(() => this.#leaving.readNext());
  }

  /** Takes a snapshot, or null if nothing has changed since the last one. */
  snapshot(reason: SnapshotReason): Promise<SnapshotListing | null> {
    return this.#slow(() => this.#snapshot(reason));
  }

  replaceBegin(reason: SnapshotReason, above: number): Promise<void> {
    return this.#slow(() => this.#coming.begin(reason, above));
  }

  replaceAdd(lines: string): Promise<void> {
    return this.#slow(() => this.#coming.add(lines));
  }

  /**
   * Puts the state that was handed in into the place of everything, in the one moment in which its
   * snapshot gets its name.
   *
   * @throws if not all records have come; as writing a file does: then nothing has changed
   */
  replaceEnd(records: number): Promise<SnapshotListing> {
    return this.#slow(async () => this.#putInForce(this.#coming.take(records)));
  }

  /** Makes one copy the current state. What is damaged is moved aside. */
  restore(copy: string, above: number): Promise<number> {
    return this.#slow(async () => {
      const base = await this.#findCopy(copy);
      const lines = this.#bases.readLines(base);
      const { seq } = await this.#putInForce({ lines, reason: 'restored', above });
      return seq;
    });
  }

  /**
   * Removes everything; the state from then on is an empty one. Moved away first, in one step, so that
   * whatever breaks off leaves all of it in force or none.
   *
   * @throws as moving a folder does: then nothing was erased, and changes go on being written
   */
  erase(): Promise<Erased> {
    return this.#slow(() =>
      this.#quick(async () => {
        const { folder, aside, now } = this.#settings;
        await this.#journal.close();
        try {
          await moveToErase(folder, writeStamp(now()));
        } catch (error) {
          await this.#journal.resume();
          throw error;
        }
        this.#leaving.forget();
        this.#coming.forget();
        this.#state = nothingStored;
        this.#counted = { seq: 0, counts: {} };
        await this.#journal.release();
        let left: Erased['left'] = [];
        try {
          left = await removePaths([...(await listErasing(folder)), aside]);
          await this.#snapshots.beginAnew();
          await this.#journal.beginAnew();
          await this.#writeSentinel(null);
          return { left, unwritable: null };
        } catch (error) {
          return { left, unwritable: error };
        }
      }),
    );
  }

  /** Reads the newest snapshot through. One that is damaged is moved aside, and another is taken. */
  audit(): Promise<{ seq: number; counts: Counts | null; fault: string | null }> {
    return this.#slow(async () => {
      const { newest } = this.#snapshots;
      if (!newest) return { seq: this.#journal.seq, counts: null, fault: null };
      try {
        const { heading, footing } = await this.#snapshots.check(newest);
        return { seq: heading.seq, counts: footing.counts, fault: null };
      } catch (error) {
        if (!(error instanceof SnapshotDamaged)) throw error;
        await this.#snapshot('use');
        return {
          seq: this.#journal.seq,
          counts: null,
          fault: `The safe copy of ${newest.takenAt} was damaged and has been set aside; another one was made from the copy before it. Nothing is lost.`,
        };
      }
    });
  }

  /** The last snapshot and the last word; nothing can be written afterwards. */
  async close(): Promise<void> {
    if (this.#state.kind === 'damaged') return;
    await this.snapshot('exit');
    await this.#slow(() => this.#quick(() => this.#journal.close()));
  }

  async #snapshot(reason: SnapshotReason): Promise<SnapshotListing | null> {
    this.#assertWhole();
    const seq = await this.#quick(async () => {
      const now = this.#journal.seq;
      if (now !== this.#snapshots.newest?.seq) await this.#journal.begin(now);
      return now;
    });
    const base = await this.#bases.findLeadingTo(seq);
    if (base.changes.length === 0) return null;
    const listing = await this.#writeSnapshot(seq, reason, this.#bases.readLines(base));
    await this.#tidy();
    return listing;
  }

  async #putInForce({ lines, reason, above }: ReplacingState): Promise<SnapshotListing> {
    const written = await this.#quick(async () => {
      const seq = Math.max(this.#journal.seq, this.#state.known, above) + 1;
      const damaged = this.#state.kind === 'damaged';
      const before = { snapshots: this.#snapshots.all, counted: this.#counted, state: this.#state };
      try {
        const listing = await this.#writeSnapshot(seq, reason, lines);
        if (damaged) await this.#setAside(await this.#journal.release());
        await this.#journal.begin(seq);
        this.#state = { ...this.#state, kind: 'whole', known: seq, fault: null, note: null };
        return listing;
      } catch (error) {
        // Where copies are damaged nothing is written, and what was chosen may stand.
        if (!damaged) await this.#takeBack(before);
        throw error;
      }
    });
    await this.#tidy();
    return written;
  }

  /** Its number is the journal's next one: left there, it would hide the change that gets it. */
  async #takeBack(before: Standing): Promise<void> {
    await this.#snapshots.takeBack(before.snapshots);
    this.#counted = before.counted;
    this.#state = before.state;
    // On a full disk the old one may stay. It promises too much, which the next snapshot puts right.
    await this.#writeSentinel(null).catch(() => undefined);
  }

  async #writeSnapshot(seq: number, reason: SnapshotReason, lines: RecordLines) {
    const at = this.#settings.now().toISOString();
    const about = { seq, takenAt: at, reason };
    const { listing, footing } = await this.#snapshots.write(about, lines);
    this.#counted = { seq, counts: footing.counts };
    this.#state = { ...this.#state, savedAt: at };
    await this.#writeSentinel(footing.sha256, seq);
    return listing;
  }

  /** Removes snapshots by the rotation, and journal files that only older ones would need. */
  async #tidy(): Promise<void> {
    await this.#snapshots.tidy();
    // Should the newest be damaged, the one before and the journal since then still say everything.
    const needed = this.#snapshots.all[1];
    if (needed) await this.#quick(() => this.#journal.dropUpTo(needed.seq));
  }

  async #findCopy(copy: string): Promise<CopyBase> {
    if (copy !== 'safe') return this.#bases.findSnapshot(copy);
    if (this.#state.kind === 'damaged') return this.#bases.findFurthest();
    return this.#bases.findLeadingTo(this.#journal.seq);
  }

  #setAside(paths: readonly string[]): Promise<void> {
    return setAside(this.#settings.aside, paths, this.#settings.now());
  }

  #assertWhole(): void {
    if (this.#state.kind === 'damaged') throw new CopiesDamaged('The safe copies are damaged.');
  }

  #countsAt(seq: number): Counts | null {
    return this.#counted?.seq === seq ? this.#counted.counts : null;
  }

  /** @param hash of the snapshot taken at `seq`, if one was */
  #writeSentinel(hash: string | null, seq = this.#journal.seq) {
    const { app, runtime, now } = this.#settings;
    return writeSentinel(this.#sentinelPath, {
      format: 1,
      schema: storedSchema,
      app,
      runtime,
      seq,
      counts: this.#countsAt(seq),
      hash,
      written_at: now().toISOString(),
    });
  }
}
