import { call, choice, fields, integer, nothing, text } from '../ipc-shape.ts';

/**
 * Version of the shape of what is stored. A folder written under a higher one is refused before a
 * window opens. Raise it with every change that an older app would misread.
 *
 * 2: reviews are a table, and a log may hold other roads beside the first (2026-11-26).
 * 3: stories with their versions, practices, recordings and plans, and review packets (2026-11-26).
 */
export const storedSchema = 3;

/** What the page hands over at once is at most this large (UTF-16 units): a drill is kept with all its evidence. */
const changeLimit = 64 * 1024 * 1024;

/**
 * One stored thing as it lies in journal, snapshots, exports and the working copy. `enc` and `key`
 * are room for an encrypted body and the id of its key; both are null as long as nothing encrypts.
 */
export interface Envelope {
  readonly v: 1;
  readonly id: string;
  readonly table: string;
  readonly body: unknown;
  readonly enc: string | null;
  readonly key: string | null;
}

/** What one line of the journal holds: records written and records removed, all or nothing. */
export interface StoredChange {
  readonly puts: readonly Envelope[];
  readonly deletes: readonly { readonly table: string; readonly id: string }[];
}

/** How many records each table holds; tables that hold none are left out. */
export type Counts = Readonly<Record<string, number>>;

export const snapshotReasons = ['use', 'exit', 'before', 'replaced', 'restored', 'start'] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

export interface SnapshotListing {
  /** The name of its file. */
  readonly id: string;
  /** Number of the last change in it. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly reason: SnapshotReason;
}

/** What the safe copies (snapshots and journal) say of themselves when the page opens its store. */
export interface SafeState {
  /**
   * `fresh`: nothing was ever stored here · `whole`: snapshot and journal join without a gap ·
   * `damaged`: they hold less than was stored; `fault` says why.
   */
  readonly kind: 'fresh' | 'whole' | 'damaged';
  /** Number of the last change they hold. */
  readonly seq: number;
  /** The highest number that is known to have been stored; above `seq` only if damaged. */
  readonly known: number;
  /** The changes after this number can be had one by one. */
  readonly since: number;
  /** Counts at `seq`, where they are known without reading everything. */
  readonly counts: Counts | null;
  readonly savedAt: string | null;
  /** Why the working copy was taken away before the page started, to be built anew. */
  readonly rebuild: 'unclean' | 'runtime' | null;
  readonly fault: string | null;
  /** What was found and put right, for the person to know once. */
  readonly note: string | null;
  readonly snapshots: readonly SnapshotListing[];
}

const seq = integer(0, Number.MAX_SAFE_INTEGER);

/** What the page may ask of the safe copies (journal, snapshots, sentinel). */
export const storageChannels = {
  open: call<SafeState>()(nothing),
  /** Writes a StoredChange, as JSON, to the journal; answered once it is on the disk. */
  append: call<{ readonly seq: number }>()(fields({ change: text(changeLimit) })),
  /** The changes after a number, as JSON of StoredChange, in order. */
  changesAfter: call<readonly { readonly seq: number; readonly change: string }[]>()(
    fields({ seq }),
  ),
  /**
   * Begins to read all records: `safe` as snapshot and journal together hold them, or one snapshot.
   * It is read through once before. Any stream begun earlier is given up.
   */
  readBegin: call<{ readonly seq: number; readonly savedAt: string | null }>()(
    fields({ copy: text(100) }),
  ),
  /** The next records, one JSON of Envelope a line; `done` with the last. */
  readNext: call<{ readonly lines: string; readonly done: boolean }>()(nothing),
  /** Newest first. */
  snapshots: call<readonly SnapshotListing[]>()(nothing),
  /** Takes a snapshot, unless nothing has changed since the last one. */
  snapshot: call<SnapshotListing | null>()(fields({ reason: choice(snapshotReasons) })),
  /**
   * Begins to replace everything. The old state stays in force until `replaceEnd`.
   * `above`: a number that the new state's number must exceed.
   */
  replaceBegin: call<null>()(fields({ reason: choice(snapshotReasons), above: seq })),
  /** Records, one JSON of Envelope a line. */
  replaceAdd: call<null>()(fields({ lines: text(changeLimit) })),
  /** Puts the new state in force, all at once, if it holds this many records. */
  replaceEnd: call<SnapshotListing>()(fields({ records: seq })),
  /** Makes an older snapshot, or what is whole of a damaged journal (`safe`), the state in force. */
  restore: call<{ readonly seq: number }>()(fields({ copy: text(100), above: seq })),
  /**
   * Removes journal, snapshots and everything kept aside; what counts from then on is an empty state,
   * in which no change has a number yet. `left` names what could not be removed, as paths or
   * in words; not `writable`: nothing is saved until the next start. Refused: nothing was erased.
   */
  erase: call<{
    readonly left: readonly string[];
    readonly writable: boolean;
  }>()(nothing),
  /** Refused with `disk_full` or `read_only` when nothing new should be begun. */
  checkRoom: call<null>()(nothing),
  /** Copies Chromium's database files aside before the page builds its working copy anew. */
  keepAside: call<{ readonly folder: string }>()(nothing),
  /** Reads the newest snapshot through; answers its number and counts, or what is wrong with it. */
  audit: call<{
    readonly seq: number;
    readonly counts: Counts | null;
    readonly fault: string | null;
  }>()(nothing),
};
