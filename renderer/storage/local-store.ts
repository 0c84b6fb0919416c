import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';
import type { Counts, Envelope, StoredChange } from '../../electron/storage/storage-channels.ts';
import type { Change, Table } from '../state/store.ts';
import { seal } from './envelope.ts';
import type { Erased, Row, StoredData } from './stored-data.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What both kinds of store share: reading, and doing one thing after another. */
export abstract class LocalStore implements StoredData {
  protected readonly working: WorkingCopy;
  protected readonly now: () => Date;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(working: WorkingCopy, now: () => Date) {
    this.working = working;
    this.now = now;
  }

  abstract commit(change: Change): Promise<void>;
  abstract refuseNew(): Promise<string | null>;
  abstract replaceAll(records: readonly Envelope[]): Promise<void>;
  abstract canUndoReplace(): Promise<boolean>;
  abstract undoReplace(): Promise<void>;
  abstract eraseAll(): Promise<Erased>;
  abstract snapshot(): Promise<void>;
  abstract audit(): Promise<string | null>;

  get(table: Table, id: string): Promise<unknown> {
    return this.read(() => this.working.get(table, id));
  }

  list(table: Table): Promise<readonly Row[]> {
    return this.read(() => this.working.list(table));
  }

  listFrom(from: string, limit: number): Promise<readonly Row[]> {
    return this.read(() => this.working.listFrom(from, limit));
  }

  count(table: Table): Promise<number> {
    return this.read(() => this.working.count(table));
  }

  counts(): Promise<Counts> {
    return this.read(() => this.working.counts());
  }

  /** In the order they were written: their keys sort so. */
  async readEvents(attempt: string): Promise<readonly AttemptEvent[]> {
    const rows = await this.read(() => this.working.listByPrefix('events', `${attempt}/`));
    return rows.map(({ body }) => body as AttemptEvent);
  }

  readAll(): AsyncIterable<readonly Envelope[]> {
    return this.working.readAll();
  }

  /** Reads of the working copy, whatever has become of it. */
  protected read<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** Where nothing is under way, `work` begins before this returns: the screen is drawn meanwhile. */
  protected inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#waiting === 0 ? work() : this.#last.then(work);
    this.#waiting += 1;
    const end = (): void => {
      this.#waiting -= 1;
    };
    this.#last = done.then(end, end);
    return done;
  }
}

/**
 * A change as it is stored. Through JSON and back: what the database holds is then exactly what the
 * journal holds, whatever the state classes do with their objects afterwards.
 */
export function freeze({ puts = [], deletes = [] }: Change): {
  readonly text: string;
  readonly change: StoredChange;
} {
  const text = JSON.stringify({
    puts: puts.map(({ table, id, body }) => seal(table, id, body)),
    deletes: deletes.map(({ table, id }) => ({ table, id })),
  } satisfies StoredChange);
  return { text, change: JSON.parse(text) as StoredChange };
}
