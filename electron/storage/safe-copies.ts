import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Journal } from './journal.ts';
import { mergeRecords } from './merge-records.ts';
import { inOrder } from '../in-order.ts';
import { listErasing, moveToErase, removePaths } from './erase-files.ts';
import type { JournalRecord } from './journal-line.ts';
import { readSentinel, sentinelPath, writeSentinel, type Sentinel } from './sentinel.ts';
import { SnapshotDamaged } from './snapshot-file.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
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

/** The safe copies hold less than was stored, so nothing is written until the person has chosen. */
export class CopiesDamaged extends Error {
  override readonly name = 'CopiesDamaged';
}

/** The newest snapshot that can be read, and the changes since. */
interface Base {
  readonly snapshot: SnapshotListing | null;
  readonly changes: readonly JournalRecord[];
  /** Number of the last change. */
  readonly seq: number;
  readonly whole: boolean;
}

/** What came of erasing once nothing of what was stored is in force any more. */
export interface Erased {
  /** What could not be removed, each with why. */
  readonly left: readonly { readonly path: string; readonly error: unknown }[];
  /** Why nothing can be written until the next start; null where it can. */
  readonly unwritable: unknown;
}

/** What is told of the copies as a whole; the rest of it follows from journal and snapshots. */
type Told = Omit<SafeState, 'snapshots' | 'seq' | 'since' | 'counts'>;

/** What a replacement changes in here before it is sure to succeed. */
interface Standing {
  readonly snapshots: readonly SnapshotListing[];
  readonly counted: { readonly seq: number; readonly counts: Counts } | null;
  readonly state: Told;
}

const lastChunk = 1024 * 1024;

/**
 * Journal, snapshots and sentinel: the truth about what is stored, outside Chromium. A snapshot is
 * made of the one before and the journal, so it needs no window and no database.
 */
export class SafeCopies {
  readonly #settings: SafeCopiesSettings;
  readonly #journal: Journal;
  readonly #snapshots: SnapshotFolder;
  readonly #sentinelPath: string;
  #state = emptyState;
  /** How many records each table held after a change. */
  #counted: Standing['counted'] = null;
  #runtimeBefore: Sentinel['runtime'] | null = null;
  #reader: AsyncGenerator<string, void> | null = null;
  /** Records of the state that is about to replace everything. */
  #incoming: { lines: string[]; reason: SnapshotReason; above: number } | null = null;
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
    const base = this.#joinNewest();
    const known = Math.max(
      base.seq,
      this.#journal.seq,
      sentinel?.seq ?? (found.kind === 'damaged' ? 1 : 0),
    );
    const whole = base.whole && base.seq === known;
    this.#state = {
      kind: known === 0 && whole ? 'fresh' : whole ? 'whole' : 'damaged',
      known,
      savedAt: sentinel?.written_at ?? base.snapshot?.takenAt ?? null,
      rebuild: null,
      fault: whole ? null : describeFault(base.seq, known, base.snapshot),
    };
    if (!whole) return;
    if (sentinel?.counts) this.#counted = { seq: sentinel.seq, counts: sentinel.counts };
    await this.#journal.begin(base.seq);
    if (sentinel && sentinel.app !== this.#settings.app) await this.snapshot('before');
    await this.#writeSentinel(sentinel?.hash ?? null);
  }

  get state(): SafeState {
    const { seq } = this.#joinNewest();
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
      this.#reader = this.#readLines(base);
      return { seq: base.seq, savedAt: base.snapshot?.takenAt ?? this.#state.savedAt };
    });
  }

  /** The next lines, about a mebibyte of them. */
  readNext(): Promise<{ lines: string; done: boolean }> {
    return this.#slow(async () => {
      let lines = '';
      while (this.#reader && lines.length < lastChunk) {
        const { done, value } = await this.#reader.next();
        if (done) this.#reader = null;
        else lines += `${value}\n`;
      }
      return { lines, done: this.#reader === null };
    });
  }

  /** Takes a snapshot, or null if nothing has changed since the last one. */
  snapshot(reason: SnapshotReason): Promise<SnapshotListing | null> {
    return this.#slow(() => this.#snapshot(reason));
  }

  replaceBegin(reason: SnapshotReason, above: number): Promise<void> {
    return this.#slow(() => {
      this.#incoming = { lines: [], reason, above };
      return Promise.resolve();
    });
  }

  replaceAdd(lines: string): Promise<void> {
    return this.#slow(() => {
      for (const line of lines.split('\n')) if (line !== '') this.#incoming?.lines.push(line);
      return Promise.resolve();
    });
  }

  /**
   * Puts the state that was handed in into the place of everything, in the one moment in which its
   * snapshot gets its name.
   *
   * @throws if not all records have come; as writing a file does: then nothing has changed
   */
  replaceEnd(records: number): Promise<SnapshotListing> {
    return this.#slow(() => {
      const incoming = this.#incoming;
      this.#incoming = null;
      if (incoming?.lines.length !== records) throw new Error('Not all records have come.');
      const { lines, reason, above } = incoming;
      return this.#putInForce(toAsync(lines), reason, above);
    });
  }

  /** Makes one copy the current state. What is damaged is moved aside. */
  restore(copy: string, above: number): Promise<number> {
    return this.#slow(async () => {
      const base = await this.#findCopy(copy);
      const { seq } = await this.#putInForce(this.#readLines(base), 'restored', above);
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
        const stamp = now().toISOString().replaceAll(':', '-');
        await this.#journal.close();
        try {
          await moveToErase(folder, stamp);
        } catch (error) {
          await this.#journal.resume();
          throw error;
        }
        this.#reader = null;
        this.#incoming = null;
        this.#state = emptyState;
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
    const base = await this.#findBase(seq);
    if (base.changes.length === 0) return null;
    const listing = await this.#writeSnapshot(seq, reason, this.#readLines(base));
    await this.#tidy();
    return listing;
  }

  async #putInForce(
    lines: AsyncIterable<string>,
    reason: SnapshotReason,
    above: number,
  ): Promise<SnapshotListing> {
    const written = await this.#quick(async () => {
      const seq = Math.max(this.#journal.seq, this.#state.known, above) + 1;
      const damaged = this.#state.kind === 'damaged';
      const before = { snapshots: this.#snapshots.all, counted: this.#counted, state: this.#state };
      try {
        const listing = await this.#writeSnapshot(seq, reason, lines);
        if (damaged) await this.#setAside(await this.#journal.release());
        await this.#journal.begin(seq);
        this.#state = { ...this.#state, kind: 'whole', known: seq, fault: null };
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

  async #writeSnapshot(seq: number, reason: SnapshotReason, lines: AsyncIterable<string>) {
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

  /** The newest snapshot, unread, and what the journal says since. */
  #joinNewest(): Base {
    return this.#join(this.#snapshots.newest);
  }

  #join(snapshot: SnapshotListing | null): Base {
    const from = snapshot?.seq ?? 0;
    const { records, whole } = this.#journal.readAfter(from);
    return { snapshot, changes: records, seq: records.at(-1)?.seq ?? from, whole };
  }

  /**
   * The newest snapshot that can be read and from which the journal leads to `seq`. Damaged ones are
   * moved aside.
   */
  async #findBase(seq: number): Promise<Base> {
    for (const snapshot of [...this.#snapshots.all, null]) {
      const base = this.#join(snapshot);
      const changes = base.changes.filter((change) => change.seq <= seq);
      const reached = changes.at(-1)?.seq ?? snapshot?.seq ?? 0;
      if (reached === seq && (await this.#isReadable(snapshot))) return { ...base, changes, seq };
    }
    throw new CopiesDamaged('No whole copy leads to the last change.');
  }

  async #findCopy(copy: string): Promise<Base> {
    if (copy !== 'safe') {
      const snapshot = this.#snapshots.all.find(({ id }) => id === copy);
      if (!snapshot || !(await this.#isReadable(snapshot))) {
        throw new CopiesDamaged('This copy is not there, or is damaged.');
      }
      return { snapshot, changes: [], seq: snapshot.seq, whole: true };
    }
    if (this.#state.kind !== 'damaged') return this.#findBase(this.#journal.seq);
    // As far as it goes: the newest that can be read, and what follows without a gap.
    for (const snapshot of [...this.#snapshots.all, null]) {
      if (await this.#isReadable(snapshot)) return this.#join(snapshot);
    }
    return { snapshot: null, changes: [], seq: 0, whole: false };
  }

  async #isReadable(snapshot: SnapshotListing | null): Promise<boolean> {
    return snapshot === null || (await this.#snapshots.isReadable(snapshot));
  }

  #readLines(base: Base): AsyncGenerator<string, void> {
    return mergeRecords(base.snapshot && this.#snapshots.read(base.snapshot), base.changes);
  }

  async #setAside(paths: readonly string[]): Promise<void> {
    const stamp = this.#settings.now().toISOString().replaceAll(':', '-');
    const folder = join(this.#settings.aside, `damaged-${stamp}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [index, path] of paths.entries()) {
      await rename(path, join(folder, `${index}-${path.split(/[\\/]/).pop() ?? 'file'}`));
    }
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

const emptyState: Told = {
  kind: 'fresh',
  known: 0,
  savedAt: null,
  rebuild: null,
  fault: null,
};

function describeFault(seq: number, known: number, snapshot: SnapshotListing | null): string {
  if (seq === 0 && !snapshot) {
    return `The safe copies of your data are missing: ${known} changes were stored, and none of them can be found.`;
  }
  return `The safe copies of your data are damaged: they can be read up to change ${seq} of ${known === seq ? 'an unknown number' : known}.`;
}

async function* toAsync(lines: readonly string[]): AsyncGenerator<string, void> {
  yield* lines;
  await Promise.resolve();
}
