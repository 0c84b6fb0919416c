import type { Counts, Envelope } from '../../electron/storage/storage-channels.ts';
import type { Store, Table } from '../state/store.ts';

/** A record as state classes know it. */
export interface Row {
  readonly id: string;
  readonly body: unknown;
}

/** What the first screen waits for. */
export interface StoredAtFirst {
  /** undefined where none were kept. */
  readonly settings: unknown;
  /** The summaries touched last, newest first, at most `newestAtFirst`. */
  readonly attempts: readonly Row[];
}

/** Nothing that was stored counts any more. */
export interface Erased {
  /** What could not be removed all the same, as paths or in words. */
  readonly left: readonly string[];
  /** false: nothing can be saved until the next start. */
  readonly writable: boolean;
}

/** What the store offers beyond single changes: to whoever lists, exports, imports and erases. */
export interface StoredData extends Store {
  listFrom(from: string, limit: number): Promise<readonly Row[]>;
  count(table: Table): Promise<number>;
  counts(): Promise<Counts>;
  /**
   * Why nothing new should be begun now (the disk is nearly full), in words for the person; null
   * when there is room. What was begun goes on being saved.
   */
  refuseNew(): Promise<string | null>;
  /** Every record, in chunks. */
  readAll(): AsyncIterable<readonly Envelope[]>;
  /**
   * Puts other records in the place of all there are: all or nothing, with a snapshot before.
   * What state classes hold is stale afterwards.
   */
  replaceAll(records: readonly Envelope[]): Promise<void>;
  /** Whether the state before the last `replaceAll` can be brought back. */
  canUndoReplace(): Promise<boolean>;
  undoReplace(): Promise<void>;
  /** Removes all records and all safe copies. Rejects where nothing was erased: all is as before then. */
  eraseAll(): Promise<Erased>;
  /** Takes a snapshot if something has changed since the last one. */
  snapshot(): Promise<void>;
  /**
   * Compares the working copy with the safe copies, and reads the newest snapshot through: for when
   * the app is idle. What was damaged is restored. Resolves to what the person should know, or null.
   */
  audit(): Promise<string | null>;
}

/** One of the copies that a person may choose between when they disagree. */
export interface StoredCopy {
  readonly id: string;
  readonly kind: 'working' | 'safe' | 'snapshot';
  /** Read through without a fault. */
  readonly whole: boolean;
  /** When its last change was made, ISO 8601, if that is known. */
  readonly savedAt: string | null;
  /** null: not known without reading it. */
  readonly counts: Counts | null;
  /** What is wrong with it, for people. */
  readonly fault: string | null;
}

/** The copies disagree: nothing is written until the person has chosen one. */
export interface Recovery {
  /** What was found, for people. */
  readonly why: string;
  /** The one to be recommended first. */
  readonly copies: readonly StoredCopy[];
  /** Goes on with one copy; the others are kept aside. */
  use(id: string): Promise<OpenedStore>;
}

export type OpenedStore =
  | {
      readonly kind: 'ready';
      readonly store: StoredData;
      readonly first: StoredAtFirst;
      readonly notices: readonly string[];
    }
  | { readonly kind: 'recovery'; readonly recovery: Recovery }
  /** Less is stored than was: nothing is written until the person goes on with what is left. */
  | {
      readonly kind: 'emptied';
      readonly message: string;
      readonly goOn: () => Promise<OpenedStore>;
    }
  | { readonly kind: 'refused'; readonly message: string };
